import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { ariaLevels } from '../../src/markup/headings/heading-levels.ts';
import { repair } from '../../src/markup/a11y/repair.ts';
import { parameterTables } from '../../src/markup/tables/parameter-tables.ts';
import { columnRole } from '../../src/markup/tables/table-words.ts';
import { textOf } from '../../src/shared/hast/text.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');

const steps: Record<string, (tree: Root) => string> = {
  repair: (tree) => {
    repair(tree);
    return '';
  },
  'parameter-tables': (tree) => {
    const wanted: string[] = [];
    parameterTables(tree, {
      wantId: ({ id }) => wanted.push(id) - 1,
      open: 0,
    });
    return wanted.map((id) => `<!-- ${id} -->\n`).join('');
  },
};

for (const [folder, step] of Object.entries(steps)) {
  for (const file of readdirSync(path.join(fixtures, folder)).filter(
    (name) => name.endsWith('.html') && !name.endsWith('.out.html'),
  )) {
    test(`${folder}: ${file}`, () => {
      const tree = fromHtml(readFileSync(path.join(fixtures, folder, file), 'utf8'), {
        fragment: true,
      });
      const text = textOf(tree);
      const told = step(tree);
      const result = `${toHtml(tree)
        .replace(/(<tr|<\/?div class="table-scroll")/g, '\n$1')
        .replace(/\uFDD0i(\d+)\uFDD1/g, '[$1]')}\n${told}`;
      const expected = path.join(fixtures, folder, file.replace('.html', '.out.html'));
      if (process.env.UPDATE_FIXTURES) writeFileSync(expected, result);
      assert.equal(result, readFileSync(expected, 'utf8'));
      assert.equal(textOf(tree), text, 'the text stays');
    });
  }
}

test('heading levels go down one at a time', () => {
  assert.deepEqual(ariaLevels([1, 2, 3, 2, 1]), [1, 2, 3, 2, 1]);
  assert.deepEqual(ariaLevels([1, 3, 3, 2, 4, 6, 3]), [1, 2, 2, 2, 3, 4, 3]);
  assert.deepEqual(ariaLevels([2, 3, 1, 3]), [1, 2, 1, 2]);
  assert.deepEqual(ariaLevels([2, 4, 2], 1), [2, 3, 2]);
  assert.deepEqual(ariaLevels([]), []);
});

test('headers of columns', () => {
  const roles = {
    'Query Parameter': 'name',
    'Field name': 'name',
    'HTTP Header': 'name',
    'Data Type': 'type',
    'Required?': 'required',
    Optional: 'optional',
    'Default value': 'default',
    Decription: 'description',
    请求参数: 'name',
    是否必填: 'required',
    پیش‌فرض: 'default',
    'Required for': 'other',
    'Error code': 'other',
    In: 'other',
    '**Name**': 'name',
    'Typ (JSON)': 'type',
    constructor: 'other',
  };
  for (const [header, role] of Object.entries(roles))
    assert.equal(columnRole(header.replace(/\*/g, '')), role, header);
});
