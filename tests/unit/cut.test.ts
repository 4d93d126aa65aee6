import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { splitRows } from '../../src/markup/rows/split-rows.ts';
import { blockGroupsOf } from '../../src/layouts/block-group.ts';
import { layRow } from '../../src/markup/rows/row.ts';
import type { Section } from '../../src/reference/model/section.ts';
import { collapse, textOf } from '../../src/shared/hast/text.ts';

const options = { columns: 3, centred: () => false } as const;
const cells = (html: string, given: Parameters<typeof splitRows>[1] = options) =>
  splitRows(fromHtml(html, { fragment: true }), given).map(({ heading, parts }) => [
    heading,
    ...parts.map(({ prose, code }) =>
      [prose, code].map((nodes) => collapse(nodes.map(textOf).join(''))).join(' | '),
    ),
  ]);

const h = (index: number, text: string, level = 2) =>
  `<h${level} data-outline="${index}">${text}</h${level}>`;
const c = (text: string) => `<figure class="sample">${text}</figure>`;

test('a heading at the top of the text begins a row, one inside an element does not', () => {
  assert.deepEqual(
    cells(`intro${h(0, 'A')}<p>a</p><blockquote>${h(1, 'B')}</blockquote>${h(2, 'C')}`),
    [
      [-1, 'intro | '],
      [0, 'Aa | B'],
      [2, 'C | '],
    ],
  );
});

test('prose and code of a section are apart, in source order', () => {
  assert.deepEqual(cells(`${h(0, 'A')}<p>p1</p>${c('c1')}<p>p2</p>`), [[0, 'Ap1p2 | c1']]);
});

test('where text and code alternate, each sample stands with the text before it', () => {
  assert.deepEqual(cells(`${h(0, 'A')}<p>p1</p>${c('c1')}<p>p2</p>${c('c2')}<p>p3</p>`), [
    [0, 'Ap1 | c1', 'p2p3 | c2'],
  ]);
});

test('where the author begins with code, a sample stands with the text after it', () => {
  assert.deepEqual(cells(`${h(0, 'A')}${c('c1')}<p>p1</p>${c('c2')}<p>p2</p>`), [
    [0, 'Ap1 | c1', 'p2 | c2'],
  ]);
});

test('a last sample without text of its own stays with the text before it', () => {
  assert.deepEqual(cells(`${h(0, 'A')}${c('c1')}<p>p1</p>${c('c2')}`), [[0, 'Ap1 | c1c2']]);
});

test('code that the author placed in the prose stays there', () => {
  assert.deepEqual(cells(`${h(0, 'A')}<figure class="sample" data-center="">c</figure><p>p</p>`), [
    [0, 'Acp | '],
  ]);
  assert.deepEqual(cells(`${h(0, 'A')}${c('c')}<p>p</p>`, { columns: 2, centred: () => false }), [
    [0, 'Acp | '],
  ]);
  assert.deepEqual(
    cells(`${h(0, 'A')}${c('c')}${h(1, 'B')}${c('d')}`, {
      columns: 3,
      centred: (index) => index === 0,
    }),
    [
      [0, 'Ac | '],
      [1, 'B | d'],
    ],
  );
});

test('a row holds no line breaks between blocks, and every other to the letter', () => {
  const html = (text: string) =>
    layRow(splitRows(fromHtml(text, { fragment: true }), options)[0]!).parts[0]!.prose;
  assert.equal(
    html(
      '<p>a</p>\n\n<ul>\n<li>b\n<p>c</p>\n</li>\n</ul>\n<table>\n<tbody>\n<tr>\n<td>d</td>\n</tr>\n</tbody>\n</table>',
    ),
    '<p>a</p><ul><li>b\n<p>c</p></li></ul><table><tbody><tr><td>d</td></tr></tbody></table>',
  );
  for (const kept of [
    '<p><b>a</b>\n<i>b</i> </p>',
    '<div><span>a</span>\n</div>\n<span>b</span>',
    '<pre>  </pre>',
    '<pre><h4>a</h4>\n<h4>b</h4></pre>',
    '<div>a</div>\n<div>b</div>',
    '<p>a</p>\nb\n<p>c</p>',
    '<ul class="inline">\n<li>a</li>\n<li>b</li>\n</ul>',
    '<p>\u00a0</p>',
    '<table><tbody><tr><td>\u00a0</td></tr></tbody></table>',
  ])
    assert.equal(html(kept), kept);
});

test('HTML of the author’s that looks like a row begins none', () => {
  const written =
    '<p>a</p><section>\n<div class="row" data-level="1" data-height="3">b</div></div><div class="code">\n</section>';
  const row = layRow(splitRows(fromHtml(written, { fragment: true }), options)[0]!);
  const blocks = blockGroupsOf([{ row, children: [] } as unknown as Section]);
  assert.equal(blocks.length, 1);
  assert.equal(blocks[0]!.html, `<div class="prose">${row.parts[0]!.prose}</div>`);
});

test('rows without code stand beside the sample of the row before them', () => {
  const [first, second, third] = splitRows(
    fromHtml(`${h(0, 'A')}<p>p</p>${c('c')}${h(1, 'B', 3)}<p>q</p>${h(2, 'C')}`, {
      fragment: true,
    }),
    options,
  ).map((row) => ({ row: layRow(row), children: [] }) as unknown as Section);
  const blocks = blockGroupsOf([first!, second!, third!]);
  assert.deepEqual(
    blocks.map(({ html }) => collapse(textOf(fromHtml(html, { fragment: true })))),
    ['ApcBq', 'C'],
  );
  assert.equal(third!.row.bare, true);
});
