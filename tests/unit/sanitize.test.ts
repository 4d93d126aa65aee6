import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { sanitize } from '../../src/markup/sanitize/sanitize.ts';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/sanitize');
const parse = (html: string): Root => fromHtml(html, { fragment: true });

function sanitized(html: string): { html: string; found: Finding[] } {
  const tree = parse(html);
  const found: Finding[] = [];
  sanitize(tree, (finding) => found.push(finding));
  return { html: toHtml(tree), found };
}

const dangerous = new Set(
  'script style iframe frame frameset object embed applet svg math form button select textarea link meta base template noscript video audio portal dialog title xmp'.split(
    ' ',
  ),
);

/** Everything that could run or load, in HTML read again by a parser: what a browser would make of it. */
function harm(html: string): string[] {
  const found: string[] = [];
  visit(parse(html), 'element', ({ tagName, properties }) => {
    if (dangerous.has(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const text = String(value);
      if (
        /^on/i.test(name) ||
        [
          'style',
          'srcDoc',
          'background',
          'action',
          'formAction',
          'ping',
          'role',
          'dataGenerated',
          'tabIndex',
          'accessKey',
          'slot',
          'is',
          'nonce',
          'popover',
        ].includes(name)
      )
        found.push(`${name} of <${tagName}>`);
      // Whatever stands before a colon is a scheme, be there white space and controls in it.
      const scheme = /^([^/?#:]*):/.exec(text)?.[1];
      if (
        ['href', 'src', 'srcSet', 'xLinkHref', 'cite', 'longDesc'].includes(name) &&
        scheme !== undefined &&
        !['http', 'https', 'mailto', 'tel'].includes(scheme)
      )
        found.push(`${name}="${text}"`);
      if (name === 'name' && tagName !== 'a') found.push(`name of <${tagName}>`);
      if (name === 'id' && text.startsWith('UI-')) found.push(`id="${text}"`);
      if (name === 'className' && /sidebar|UI-/.test(text)) found.push(`class="${text}"`);
    }
  });
  return found;
}

const vectors = fs
  .readFileSync(path.join(fixtures, 'vectors.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\0', '\0'));

test('the check itself finds harm where it is', () => {
  assert.ok(vectors.filter((vector) => harm(vector).length > 0).length > vectors.length * 0.8);
});

for (const vector of vectors)
  test(JSON.stringify(vector), () => {
    const once = sanitized(vector);
    assert.deepEqual(harm(once.html), []);
    // And within other elements, where a parser reads it otherwise.
    for (const around of ['table', 'aside', 'select', 'svg', 'p'])
      assert.deepEqual(harm(sanitized(`<${around}>${vector}</${around}>`).html), [], around);
    // Nothing is taken out without a word.
    if (harm(vector).length) assert.ok(once.found.length > 0);
  });

test('what Markdown makes and harmless HTML is kept, to the letter', () => {
  const html = fs.readFileSync(path.join(fixtures, 'kept.html'), 'utf8');
  const { html: after, found } = sanitized(html);
  assert.deepEqual(found, []);
  assert.equal(after, toHtml(parse(html)));
});

test('each removal is told with its line; the words of an unknown element stay', () => {
  const { html, found } = sanitized(
    '<p data-line="4">a <blink onclick="x()">b</blink> <a href="javascript:x()" title="t">c</a></p><script>y</script>',
  );
  assert.equal(html, '<p data-line="4">a b <a title="t">c</a></p>');
  assert.deepEqual(
    found.map(({ kind, line, message }) => [kind, line, message]),
    [
      ['html-removed', 4, '<blink> was removed'],
      ['html-removed', 4, '`href="javascript:x()"` of <a> was removed'],
      ['html-removed', 0, '<script> was removed'],
    ],
  );
});

test('ten thousand levels end', () => {
  const tree: Root = { type: 'root', children: [] };
  let inner: Root['children'] = tree.children;
  for (let depth = 0; depth < 10_000; depth++) {
    const children: Root['children'] = [];
    inner.push({ type: 'element', tagName: 'div', properties: {}, children: children as never });
    inner = children;
  }
  const found: Finding[] = [];
  sanitize(tree, (finding) => found.push(finding));
  assert.equal(found.length, 1);
});
