import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lowerBound } from '../../src/shared/binary-search.ts';
import { decode } from '../../src/shared/decode.ts';
import { element, textNode } from '../../src/shared/hast/element.ts';
import { escape, escapeAttribute, escapeText } from '../../src/shared/html.ts';
import { isElementName, isPhrasing, isVoid } from '../../src/shared/html-elements.ts';
import { pageHref } from '../../src/shared/page-href.ts';
import { absolute } from '../../src/publish/url.ts';

test('text is escaped for the place where it stands', () => {
  const text = `<a href="x">'&amp;'</a>`;
  assert.equal(escape(text), '&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;');
  assert.equal(escapeText(text), `&lt;a href="x">'&amp;amp;'&lt;/a>`);
  assert.equal(escapeAttribute(text), `&lt;a href=&quot;x&quot;>'&amp;amp;'&lt;/a>`);
});

test('broken escapes of a URL stay as they are', () => {
  assert.equal(decode('a%20b%2Fc'), 'a b/c');
  assert.equal(decode('%E0%A4%A'), '%E0%A4%A');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(decode(encodeURIComponent(text)), text);
    }),
  );
});

test('the lower bound parts a sorted list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (list, limit) => {
      const sorted = list.toSorted((a, b) => a - b);
      const bound = lowerBound(sorted.length, (index) => sorted[index]! < limit);
      assert.equal(bound, sorted.filter((value) => value < limit).length);
    }),
  );
});

test('an element takes texts for children', () => {
  assert.deepEqual(element('p', { id: 'x' }, ['a', element('br', {}, [])]), {
    type: 'element',
    tagName: 'p',
    properties: { id: 'x' },
    children: [textNode('a'), { type: 'element', tagName: 'br', properties: {}, children: [] }],
  });
});

test('placeholders that authors write are no elements', () => {
  for (const name of ['ID', 'image', 'content', 'token', '__proto__', 'constructor'])
    assert.equal(isElementName(name), false, name);
  for (const name of ['div', 'BR', 'font', 'svg']) assert.ok(isElementName(name), name);
  assert.ok(isPhrasing('font') && !isPhrasing('div'));
  assert.ok(isVoid('wbr') && !isVoid('p'));
});

test('whatever a file is called, its address leads to it on the same host', () => {
  const signs = fc.constantFrom(
    '\\',
    '%',
    '#',
    '?',
    '\t',
    '\n',
    '\r',
    ':',
    '@',
    '.',
    '5C',
    '2F',
    'a',
    'é',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(signs, { minLength: 1, maxLength: 8 }), (parts) => {
      const url = `/${parts.join('')}.html`,
        host = 'https://example.com';
      for (const address of [pageHref('/', url), absolute({ base: '/', origin: host }, url)]) {
        const { origin, pathname } = new URL(address, host);
        assert.equal(origin, host, JSON.stringify(address));
        assert.equal(decodeURIComponent(pathname), url);
      }
    }),
    { numRuns: 2000 },
  );
});
