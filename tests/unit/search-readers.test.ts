/** Queries in other words than the author's, and those that no section has all of. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from '../../src/shared/search/query.ts';
import { Engine } from '../../src/shared/search/engine.ts';
import { nearest } from '../../src/shared/search/nearest-word.ts';
import { fold, has } from '../../src/shared/search/verify.ts';
import { recordsOf } from '../../src/search/record.ts';
import { tableOf } from '../../src/search/symbol-table.ts';
import { siteOf, type DocumentLike } from './search-site.ts';

const texts: Record<string, string> = {
  Authentication: 'Each call bears a key.',
  'Sessions of users': 'A session lasts an hour.',
  Orders: 'Orders are sorted by date. Nothing is said of currencies.',
  'Create many': 'An array of orders.',
  'Delete orders': 'One order.',
  Deleted: 'A state.',
  'Delete all orders': 'Each of them, wholesale.',
  'Job posts': 'What is advertised.',
  'Publish a message': 'To a channel.',
  'Change an order': 'The fields that are sent.',
};
const paths: Record<string, string> = {
  'Sessions of users': 'POST /auth/login',
  'Create many': 'POST /orders/many',
  'Delete orders': 'DELETE /orders/{id}',
  'Delete all orders': 'DELETE /orders',
  'Publish a message': 'POST /messages',
  'Change an order': 'PATCH /orders/{id}',
};
const shop: DocumentLike = {
  sections: Object.entries(texts).map(([title, prose]) => ({
    title,
    prose,
    ...(paths[title] && { endpoint: paths[title] }),
  })),
};

let engine: Engine;
before(async () => {
  const records = recordsOf(siteOf(shop));
  const names = records.map((_, at) => `en_${at}`);
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const content = records.map(({ title }) => `${title} ${texts[title]}`);
  engine = await Engine.load({
    language: 'en',
    fetch: async (file) =>
      file === 'symbols.json'
        ? bytes({ en: 'table' })
        : file === 'table'
          ? bytes(tableOf(records, names))
          : bytes({ content: content[Number(/\d+/.exec(file)![0])] }),
    // As Pagefind does: what has all of the words, or begins with as much of one as is known.
    loadText: async () => ({
      search: async (term) => ({
        results: names
          .filter((_, at) =>
            term
              .toLowerCase()
              .split(/\W+/)
              .every((word) => content[at]!.toLowerCase().includes(word.slice(0, 4))),
          )
          .map((id, at) => ({ id, score: 10 - at })),
      }),
    }),
  });
});

async function found(typed: string): Promise<{ titles: string[]; instead?: string }> {
  const { hits, instead } = await engine.find(typed);
  const titles = hits.map(({ section }) => engine.catalogue.items[section]!.title);
  return { titles, ...(instead !== undefined && { instead }) };
}
const first = async (typed: string): Promise<string | undefined> => (await found(typed)).titles[0];

test('other words for the same, in any form', async () => {
  for (const typed of [
    'adding multiple orders',
    'bulk insertion of orders',
    'create orders in bulk',
  ])
    assert.equal(await first(typed), 'Create many', typed);
  for (const typed of ['removal of an order', 'cancel an order', 'removing orders'])
    assert.equal(await first(typed), 'Delete orders', typed);
  assert.equal(await first('send message'), 'Publish a message');
  assert.equal(await first('partial update of an order'), 'Change an order');
  // A verb of HTTP is none in a title.
  assert.notEqual(await first('new order'), 'Job posts');
});

test('what one does to log in is what its path says, before what it has to do with', async () => {
  for (const typed of ['login', 'log in', 'sign in', 'signin'])
    assert.deepEqual((await found(typed)).titles.slice(0, 2), [
      'Sessions of users',
      'Authentication',
    ]);
});

test('“all” is asked for where it tells two sections from each other', async () => {
  assert.equal(await first('delete all'), 'Delete all orders');
  assert.equal(await first('deleted'), 'Deleted');
  assert.equal(await first('delete orders'), 'Delete orders');
});

test('no section has all of it: those that have most, in title or text', async () => {
  assert.deepEqual((await found('wholesale advertised')).titles.sort(), [
    'Delete all orders',
    'Job posts',
  ]);
  assert.equal(await first('order currencies zebra'), 'Orders');
});

test('a slip is put right, a word that only a text has is none', async () => {
  assert.equal((await found('delette orders')).instead, 'delete orders');
  assert.equal((await found('wholesale messages')).instead, undefined);
  // Near enough in letters, and another word.
  assert.deepEqual(nearest(engine.catalogue, 'bobs'), []);
  assert.deepEqual(nearest(engine.catalogue, 'massaged'), []);
  assert.deepEqual(nearest(engine.catalogue, 'mesages'), ['message']);
});

test('a text has a word in its other forms, and none that begins alike', () => {
  for (const word of ['deletion', 'deleting', 'deleted', 'deletes', 'delete', 'delet'])
    assert.ok(has(fold(`After ${word}, nothing is left.`), 'delete') || word === 'delet', word);
  assert.ok(has(fold('An authentication.'), 'authent'));
  assert.ok(!has(fold('The source of it.'), 'soure'));
  assert.ok(!has(fold('An authentication.'), 'authenticae'));
  assert.ok(has(fold('Eine Übersicht der Bestellungen.'), 'ubersicht', 'de'));
});

test('a word that every object of the language has is a word like any other', async () => {
  await found('the constructor');
  assert.deepEqual(
    parse('the constructor').words.map(({ word }) => word),
    ['the', 'constructor'],
  );
});
