import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ElementContent, Root as HastRoot } from 'hast';
import type { Code, Heading, PhrasingContent, Root, Table } from 'mdast';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { textOf } from '../../src/shared/hast/text.ts';
import { markdownUrl } from '../../src/markup/markdown-export/markdown-url.ts';
import { plainParagraph } from '../../src/markup/markdown-export/plain.ts';
import { toMarkdown } from '../../src/markup/markdown-export/to-markdown.ts';
import { placeholder } from '../../src/markup/placeholder.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/twin');
const read = (file: string) => fs.readFileSync(path.join(fixtures, file), 'utf8');
const hast = (html: string): HastRoot => fromHtml(html, { fragment: true });
const twin = (html: string): string => toMarkdown(hast(html).children as ElementContent[]);
const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

for (const name of fs
  .readdirSync(fixtures)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -5)))
  test(`${name}: as Markdown`, () => assert.equal(twin(read(`${name}.html`)), read(`${name}.md`)));

function plain(node: { type: string; value?: string; children?: unknown[] }): string {
  return node.value ?? (node.children ?? []).map((child) => plain(child as typeof node)).join('');
}

test('read back by a Markdown parser, headings, code and tables are the same', () => {
  const html = ['text', 'samples', 'tables'].map((name) => read(`${name}.html`)).join('\n');
  const was = { code: [] as string[], headings: [] as string[] };
  visit(hast(html), 'element', (node) => {
    if (node.tagName === 'pre' && !node.position) return;
    if (node.tagName === 'pre') was.code.push(textOf(node).replace(/\n$/, ''));
    if (/^h[1-6]$/.test(node.tagName)) was.headings.push(textOf(node));
  });
  const is = { code: [] as string[], headings: [] as string[], tables: [] as Table[] };
  visit(parse(twin(html)), (node) => {
    if (node.type === 'code') is.code.push((node as Code).value);
    if (node.type === 'heading') is.headings.push(plain(node as Heading));
    if (node.type === 'table') is.tables.push(node as Table);
  });
  // The last one stands in a table's cell, which only HTML can say.
  assert.deepEqual(is.code, was.code.slice(0, -1));
  assert.deepEqual(
    is.headings.map((text) => text.replaceAll(' ', '')),
    was.headings.map((text) => text.replaceAll(' ', '')),
  );
  assert.deepEqual(
    is.tables.map((table) => table.children.map((row) => row.children.map(plain))),
    [
      [
        ['Name', 'Type'],
        ['a|b', 'x | y'],
        ['one<br>two', 'p<br>• q<br>• r'],
      ],
      [
        ['', '', ''],
        ['wide', '', 'tall'],
        ['1', '2', ''],
      ],
    ],
  );
});

test('highlighted code is its text', () => {
  const code: ElementContent = {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: { className: ['language-js'] },
        children: [
          {
            type: 'raw',
            value: '<b>if</b> (a &lt; b &amp;&amp; c) <i class="x">"&lt;p&gt;"</i>\n',
          } as unknown as ElementContent,
        ],
      },
    ],
  };
  assert.equal(toMarkdown([code]), '```js\nif (a < b && c) "<p>"\n```\n');
});

test('slots pass as they are, and a filled URL can stand in a link', () => {
  const id = placeholder('i', 3),
    link = placeholder('l', 4),
    image = placeholder('m', 5);
  assert.equal(
    twin(`<h2 id="${id}">T</h2><p><a href="${link}">x</a> <img src="${image}" alt="y"></p>`),
    `<a id="${id}"></a>\n## T\n\n[x](${link}) ![y](${image})\n`,
  );
  assert.equal(markdownUrl('/a b(c)<d>'), '/a%20b%28c%29%3Cd%3E');
});

test('a million columns and ten thousand levels end', () => {
  assert.ok(twin('<table><tr><td colspan="1000000">x</td></tr></table>').length < 2000);
  assert.match(
    twin(`${'<blockquote>'.repeat(400)}<p>deep down</p>${'</blockquote>'.repeat(400)}`),
    /deep down/,
  );
  assert.match(twin(`<p>${'<span>'.repeat(400)}deep down`), /deep down/);
});

test('a paragraph that is written without the library is what the library writes', () => {
  const value = fc.constantFrom(
    ...[
      'One',
      ' as ',
      ', ',
      ' ',
      '1. a',
      '- a',
      '# a',
      'a #',
      '+',
      'a!',
      '*',
      'a_b',
      '_a',
      '`',
      '(x)',
    ],
    ...[
      '[x]',
      'é',
      '!',
      '&amp;',
      'a & b',
      '> a',
      '===',
      '~~~',
      'a|b',
      'http://a.b/c_d',
      '日本',
      ' – x',
    ],
  );
  const text = value.map((value): PhrasingContent => ({ type: 'text', value }));
  const code = value.map((value): PhrasingContent => ({ type: 'inlineCode', value }));
  const mark = fc
    .tuple(fc.constantFrom('strong', 'emphasis'), fc.oneof(text, code))
    .map(([type, one]) => ({ type, children: [one] }) as PhrasingContent);
  const link = fc
    .tuple(text, fc.constantFrom('#a', '/a b', 'https://a.b/(c)'))
    .map(([one, url]): PhrasingContent => ({ type: 'link', url, children: [one] as never }));
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(text, code, mark, link), { minLength: 1, maxLength: 5 }),
      (all) => {
        // Texts side by side are one.
        if (all.some((one, at) => one.type === 'text' && all[at + 1]?.type === 'text')) return;
        const paragraph = { type: 'paragraph' as const, children: all };
        const own = plainParagraph(paragraph);
        if (own === undefined) return;
        plain++;
        const theirs = write(paragraph, { resourceLink: true });
        assert.equal(
          own,
          theirs.replace(/\n$/, '').replaceAll('a\\_b', 'a_b').replaceAll('c\\_d', 'c_d'),
        );
      },
    ),
    { numRuns: 10_000, seed: 1 },
  );
  assert.ok(plain > 300, `${plain} were`);
});
