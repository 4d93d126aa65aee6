/** Text of Latin letters only in a page that runs from right to left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { markLatinText } from '../../src/markup/a11y/latin-text.ts';

const pairs: [string, string, string][] = [
  ['a paragraph turns', '<p>POST /keys</p>', '<p dir="ltr">POST /keys</p>'],
  ['Arabic words keep the page’s direction', '<p>مفتاح POST</p>', '<p>مفتاح POST</p>'],
  ['the author’s direction wins', '<p dir="rtl">GET /a</p>', '<p dir="rtl">GET /a</p>'],
  [
    'a bullet stays at its side',
    '<ul><li>GET <code>/a/&#x3C;b></code></li><li>مفتاح</li></ul>',
    '<ul><li><bdi>GET <code>/a/&#x3C;b></code></bdi></li><li>مفتاح</li></ul>',
  ],
  [
    'each run of a nested list by itself',
    '<ul><li>(a) Keys<ul><li>لا</li></ul>مفتاح</li></ul>',
    '<ul><li><bdi>(a) Keys</bdi><ul><li>لا</li></ul>مفتاح</li></ul>',
  ],
  [
    'the box of a task stays before its text',
    '<ul><li><input type="checkbox"> done.</li></ul>',
    '<ul><li><input type="checkbox"><bdi> done.</bdi></li></ul>',
  ],
  [
    'what opens, and what it holds',
    '<details><summary>GET /a!</summary>مفتاح</details><dl><dt>id</dt><dd>A key.</dd></dl>',
    '<details><summary><bdi>GET /a!</bdi></summary>مفتاح</details><dl><dt dir="ltr">id</dt><dd><bdi>A key.</bdi></dd></dl>',
  ],
  [
    'the line of an endpoint keeps its parts',
    '<div class="endpoint"><span>GET</span> <code>/a</code></div>',
    '<div class="endpoint"><span>GET</span> <code>/a</code></div>',
  ],
  [
    'what is isolated already',
    '<ul><li><bdi>id</bdi></li></ul>',
    '<ul><li><bdi>id</bdi></li></ul>',
  ],
];

for (const [name, from, to] of pairs) {
  test(name, () => {
    const tree = fromHtml(from, { fragment: true });
    markLatinText(tree);
    assert.equal(toHtml(tree), to);
  });
}
