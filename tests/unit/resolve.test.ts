import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenLink } from '../../src/markup/fragment.ts';
import type { Page, ReferenceDocument } from '../../src/reference/model/page.ts';
import { brokenLink } from '../../src/reference/links/broken-link.ts';
import { LinkIndex } from '../../src/reference/links/link-index.ts';
import { Resolver } from '../../src/reference/links/resolver.ts';

const document = (file: string, url: string, ids: Record<string, string>): ReferenceDocument => {
  const made = { file, url, pages: [] } as unknown as ReferenceDocument;
  for (const page of new Set([url, ...Object.values(ids)]))
    made.pages.push({
      url: page,
      kind: page === url ? 'document' : 'section',
      document: made,
    } as Page);
  return made;
};

const index = document('index.html.md', '/', {
  'get-a-book': '/',
  'send-test': '/',
  orders: '/orders.html',
});
const harvest = document('harvest.html.md', '/harvest.html', { jobs: '/harvest.html' });
const places = new LinkIndex();
for (const [of, ids] of [
  [index, { 'get-a-book': 0, 'send-test': 0, orders: 1 }],
  [harvest, { jobs: 0 }],
] as const) {
  places.add(of);
  for (const [id, page] of Object.entries(ids)) places.put(of, id, of.pages[page]!);
}
const resolver = new Resolver(
  places,
  new Map([
    ['images/logo.png', '/x'],
    ['spec.pdf', '/y'],
  ]),
  '/docs/',
);
const to = (
  url: string,
  from: ReferenceDocument = index,
  kind: WrittenLink['kind'] = 'link',
  text = '',
) => resolver.resolve({ url, kind, text, line: 1, heading: 0 }, from, from.pages[0]!, from.file);

test('links within a page stay within it', () =>
  assert.equal(to('#get-a-book').url, '#get-a-book'));
test('a link to a section that has a page of its own goes there', () =>
  assert.equal(to('#orders').url, '/docs/orders.html#orders'));
test('a document is found by its URL, without .html, and by its source', () => {
  for (const url of [
    'harvest.html#jobs',
    '/harvest#jobs',
    './harvest.html.md#jobs',
    'harvest#jobs',
  ])
    assert.equal(to(url).url, '/docs/harvest.html#jobs', url);
  assert.equal(to('/', harvest).url, '/docs/');
  assert.equal(to('index.html#orders', harvest).url, '/docs/orders.html#orders');
});
test('a link by its text, as Slate sources write it, finds the heading', () => {
  assert.equal(to('#Send%20Test', index, 'link', 'Send Test').url, '#send-test');
  assert.equal(to('#Send Test').url, '#send-test');
});
test('files and images of the folder get the base; an image is looked for in images/', () => {
  assert.equal(to('spec.pdf').url, '/docs/spec.pdf');
  assert.equal(to('logo.png', index, 'image').url, '/docs/images/logo.png');
});
test('links to other sites and addresses stay to the letter', () => {
  for (const url of ['https://a.b/c?d#e', 'mailto:a@b.c', '//cdn.x/y', '#', ''])
    assert.deepEqual(to(url), { url });
});
test('a link above the site is left to its host', () =>
  assert.deepEqual(to('../pricing'), { url: '../pricing' }));
test('what leads nowhere is named', () => {
  assert.equal(to('#nowhere').problem, 'anchor');
  assert.equal(to('nowhere.html').problem, 'page');
  assert.equal(to('no.png', index, 'image').problem, 'image');
  assert.equal(to('../../etc/x.png', index, 'image').problem, 'outside');
});

test('`./` is the folder, as `.` is', () => {
  assert.equal(to('./').problem, undefined);
  assert.deepEqual(to('./'), to('.'));
});
test('a broken link is told what it may be meant for', () => {
  const mend = (url: string, kind: WrittenLink['kind'] = 'link') => {
    const link: WrittenLink = { url, kind, text: '', line: 1, heading: 0 };
    return brokenLink(link, resolver.resolve(link, index, index.pages[0]!, index.file), places, [
      'images/logo.png',
      'spec.pdf',
    ]).hint;
  };
  assert.equal(mend('harvets.html'), 'did you mean /harvest.html?');
  assert.equal(mend('order.html#x'), 'did you mean /orders.html?');
  assert.equal(mend('specs.pdf'), 'did you mean spec.pdf?');
  assert.equal(mend('logo.pgn', 'image'), 'did you mean images/logo.png?');
  assert.equal(mend('#get-a-bok'), 'did you mean #get-a-book?');
  assert.match(mend('elsewhere.html') ?? '', /^link to a page/);
  assert.match(mend('photo.jpg', 'image') ?? '', /^put it there/);
});
