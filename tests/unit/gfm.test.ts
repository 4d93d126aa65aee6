/** HTML in the Markdown of descriptions, as CommonMark and browsers read it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { gfmToHast } from '../../src/slate/gfm.ts';

const pairs: [string, string, string][] = [
  ['a rule in the middle of a text', 'A\n<hr/>\nb', '<p>A</p><hr><p>\nb</p>'],
  ['an empty paragraph between lines', 'A\n <p/>\n b', '<p>A</p><p>\n b</p>'],
  ['paragraphs that are not closed', 'A\n<p>b &amp; c<p>d', '<p>A</p><p>b &#x26; c</p><p>d</p>'],
  ['text after a closed block', '<div>a</div> b', '<div>a</div><p> b</p>'],
  ['items without an end', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
  [
    'Markdown between two tags',
    '<details><summary>S</summary>\n\n- a\n\n</details>',
    '<details><summary>S</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>',
  ],
  [
    'Markdown in the cells of a table',
    '<table>\n<tr><td>\n\n*x*\n\n</td></tr></table>',
    '<table>\n<tbody><tr><td>\n<p><em>x</em></p>\n</td></tr></tbody></table>',
  ],
  [
    'what is no tag of HTML is text',
    'A <ID>\n<p>of Map<string> 1 < 2</p>',
    '<p>A &#x3C;ID></p><p>of Map&#x3C;string> 1 &#x3C; 2</p>',
  ],
  ['a forgotten end tag takes nothing along', '<div>a\n\nb', '<div></div><p>a\n</p><p>b</p>'],
  [
    'values without quotation marks',
    'A <img src=/a.png> <a href=https://x.y/z?a=b/>c</a>',
    '<p>A <img src="/a.png"> <a href="https://x.y/z?a=b/">c</a></p>',
  ],
  [
    'the same in a block, and with more values',
    '<p><a class="d=e/f" href = //x/y?a=b title=\'g\'>c</a></p>',
    '<p><a class="d=e/f" href="//x/y?a=b" title="g">c</a></p>',
  ],
  [
    'the same where they are no tags',
    '`<a href=/x>` \\<a href=/x> [a](b "<a href=/x>") [c](<i d=/x>) <ID a=/x>\n\n    <a href=/x>',
    '<p><code>&#x3C;a href=/x></code> &#x3C;a href=/x> <a href="b" title="<a href=/x>">a</a> ' +
      '<a href="i%20d=/x">c</a> &#x3C;ID a=/x></p><pre data-fence=""><code>&#x3C;a href=/x></code></pre>',
  ],
  ['code', '<pre>\na &lt; <b>x</b> *y*\n</pre>', '<pre>a &#x3C; <b>x</b> *y*\n</pre>'],
];

for (const [name, markdown, html] of pairs)
  test(name, () => assert.equal(toHtml(gfmToHast(markdown)), html));

test('tags that are nested too deeply are no tags', () => {
  const deep = toHtml(gfmToHast(`${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`));
  assert.ok(deep.includes('x') && (deep.match(/<div>/g) ?? []).length <= 200);
});
