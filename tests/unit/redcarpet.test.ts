import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Element, Nodes } from 'hast';
import { slateToHast } from '../../src/slate/parse.ts';
import { normalizeRedcarpet } from '../../src/slate/redcarpet/normalize.ts';
import { shown } from './slate-shown.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/redcarpet');

for (const name of fs
  .readdirSync(fixtures)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3))) {
  test(`Slate Markdown: ${name.replaceAll('-', ' ')}`, () => {
    const { html, findings } = shown(fs.readFileSync(path.join(fixtures, `${name}.md`), 'utf8'));
    assert.equal(
      html + (findings.length ? `\n${findings.join('\n')}\n` : ''),
      fs.readFileSync(path.join(fixtures, `${name}.html`), 'utf8'),
    );
  });
}

const lines = (markdown: string, lineOffset = 0): [string, number][] => {
  const found: [string, number][] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.properties.dataLine !== undefined)
      found.push([(node as Element).tagName, Number(node.properties.dataLine)]);
    if ('children' in node) node.children.forEach((child) => walk(child as Nodes));
  };
  walk(slateToHast(markdown, { file: 'x.md', report: () => {}, lineOffset }));
  return found;
};

test('every block has the line its author wrote it on', () => {
  const text =
    '# One\n\ntext\n> quote\n```js\n1\n2\n```\na | b\n-|-\n1 | 2\n\nTwo\n===\n<aside>\n\n**x**\n\n* item\n</aside>\n\n<div>\n<h2 id="x">y</h2></div>\n\n* a\n\n  b\n';
  assert.deepEqual(lines(text), [
    ['h1', 1],
    ['p', 3],
    ['blockquote', 4],
    ['p', 4],
    ['pre', 5],
    ['table', 9],
    ['tr', 9],
    ['tr', 11],
    ['h1', 13],
    ['aside', 15],
    ['p', 17],
    ['ul', 19],
    ['li', 19],
    ['h2', 23],
    ['ul', 25],
    ['li', 25],
    ['p', 25],
    ['p', 27],
  ]);
});

test('lines of front matter count', () => assert.deepEqual(lines('# One', 9), [['h1', 10]]));

test('a line of the normalised text knows its source line', () => {
  const { text, lines: origins } = normalizeRedcarpet('a\nb | c\n-|-\nd | e\nf');
  assert.equal(text.split('\n').length, origins.length);
  assert.equal(origins[text.split('\n').indexOf('f')], 4);
});

test('byte order mark and line ends of Windows and old Macs', () => {
  assert.equal(
    shown('\uFEFF#A\r\n\r\n* b\r\n\r\n```js\r\nc\r\n```\r\n').html,
    shown('#A\n\n* b\n\n```js\nc\n```\n').html,
  );
  assert.equal(shown('#A\r\r* b\r').html, shown('#A\n\n* b\n').html);
});
