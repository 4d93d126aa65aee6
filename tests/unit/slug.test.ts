import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import {
  headingSlugs,
  parameterize,
  renderedHeading,
  slateId,
  SlugCounter,
} from '../../src/shared/slug.ts';

const h = (
  tagName: string,
  children: (string | Element)[],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

const ids: [string, string][] = [
  ['Get a Library&#39;s Items', 'get-a-library-39-s-items'],
  ['API &amp; x', 'api-amp-x'],
  ['<a name="x"></a>Orders', 'orders'],
  ['Ærø, Straße, Łódź, Ýmir', 'aero-strasse-lodz-ymir'],
  ['__init__ and - dashes --', '__init__-and-dashes'],
  ['e\u0301te\u0301', 'ete'],
  ['Școală', 'coala'],
  ['GET /users/:id', 'get-users-id'],
];
for (const [html, id] of ids) test(`id of ${html}`, () => assert.equal(slateId(html), id));

test('nothing left: ten digits of SHA-1 of the rendered heading, tags and all', () => {
  assert.equal(slateId('获取余额'), 'bb4e6432f1');
  assert.notEqual(slateId('<strong>获取余额</strong>'), 'bb4e6432f1');
});

test('entities of text count, as Redcarpet writes them', () => {
  assert.equal(
    renderedHeading(h('h2', ['"a" & ', h('code', ["b's <c>"])])),
    '&quot;a&quot; &amp; <code>b&#39;s &lt;c&gt;</code>',
  );
  assert.equal(headingSlugs(h('h2', ['a < b'])).id, 'a-lt-b');
});

test('nested ids: the own part lacks tags, the ancestors’ have them', () => {
  assert.deepEqual(headingSlugs(h('h2', ['Get ', h('code', ['x'])])), {
    slug: 'get-x',
    nestedSlug: 'get-code-x-code',
    id: 'get-x',
  });
});

test('what the site adds to a heading is not of its id', () => {
  assert.equal(
    headingSlugs(h('h2', ['Orders', h('span', ['beta'], { dataGenerated: '' })])).id,
    'orders',
  );
});

test('a second one gets -2, and the count knows nothing of other ids', () => {
  const counter = new SlugCounter();
  assert.deepEqual(
    ['a', 'a', 'a-2', 'a'].map((id) => counter.next(id)),
    ['a', 'a-2', 'a-2', 'a-3'],
  );
});

test('parameterize leaves nothing of signs', () => assert.equal(parameterize('—?!'), ''));
