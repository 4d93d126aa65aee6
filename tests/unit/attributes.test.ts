/** Fixture pairs: `<Attributes>` as its components give it, and the table that becomes of it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { attributes } from '../../src/markup/attributes/attributes.ts';
import { parameterTables } from '../../src/markup/tables/parameter-tables.ts';

const folder = new URL('../fixtures/attributes/', import.meta.url);

function made(html: string, open: number): string {
  const tree = fromHtml(html, { fragment: true });
  const told: string[] = [];
  attributes(tree, {
    file: 'a.mdx',
    report: ({ line, message }) => told.push(`a.mdx:${line}  ${message}`),
  });
  const wanted: string[] = [];
  parameterTables(tree, {
    wantId: ({ id }) => wanted.push(id) - 1,
    open,
  });
  const shown = toHtml(tree)
    .replace(/(<tr|<td)/g, '\n$1')
    .replace(/\uFDD0i(\d+)\uFDD1/g, '[$1]');
  return `${shown}\n${[...wanted, ...told].map((line) => `<!-- ${line} -->\n`).join('')}`;
}

for (const name of readdirSync(folder).filter((name) => !name.endsWith('.out.html')))
  test(`attributes: ${name}`, () => {
    const result = made(readFileSync(new URL(name, folder), 'utf8'), 0);
    const expected = new URL(name.replace('.html', '.out.html'), folder);
    if (process.env.UPDATE_FIXTURES) writeFileSync(expected, result);
    assert.equal(result, readFileSync(expected, 'utf8'));
  });

test('attributes_open says how deep sets stand open', () => {
  const html = readFileSync(new URL('nested.html', folder), 'utf8');
  const folded = [0, 1, 2].map((open) => made(html, open).match(/data-folded/g)?.length ?? 0);
  assert.deepEqual(folded, [5, 2, 0]);
});
