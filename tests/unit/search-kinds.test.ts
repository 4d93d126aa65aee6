/** Kinds of queries that sets of unseen ones brought up: each with what once came before the right section. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openTable, type Catalogue } from '../../src/shared/search/catalogue.ts';
import { compact } from '../../src/shared/search/normalize.ts';
import { rank } from '../../src/shared/search/rank.ts';
import { isDerived } from '../../src/shared/search/titles/derived.ts';
import { recordsOf } from '../../src/search/record.ts';
import { tableOf } from '../../src/search/symbol-table.ts';
import { siteOf, symbol } from './search-site.ts';

const reviews = symbol('reviews_allowed', 'parameter', { id: 'reviews' });
const json = symbol('input_json', 'code');
let catalogue: Catalogue;
before(async () => {
  const site = siteOf({
    sections: [
      { title: 'Change log', symbols: [symbol('can_email', 'parameter')] },
      { title: 'Product reviews' },
      { title: 'Product properties', symbols: [reviews] },
      { title: 'Get a product', endpoint: 'GET /v1/products/{id}' },
      { title: 'Update a product', endpoint: 'PUT /v1/products/{id}' },
      { title: 'Implementation', symbols: [json] },
      { title: 'JSON request data', symbols: [json] },
      { title: 'Orders' },
      { title: "Get a user's orders", endpoint: 'GET /v1/users/{id}/orders' },
      { title: 'Get your orders', endpoint: 'GET /v1/me/orders' },
      { title: 'Time in force' },
      { title: 'AddLocationInput' },
      { title: 'addLocation (AddLocationPayload)' },
      { title: 'Get alternate email', endpoint: 'GET /v1/emails/{id}' },
      { title: 'List alternate emails', endpoint: 'GET /v1/emails' },
      { title: 'Remove favorite sheet', endpoint: 'DELETE /v1/favorites/sheet/{id}' },
      { title: 'Delete sheet', endpoint: 'DELETE /v1/sheets/{id}' },
      { title: 'Hints', symbols: [symbol('$orderby', 'code')] },
      { title: 'Scheduled interviews' },
      { title: 'Create scheduled interview', endpoint: 'POST /v1/interviews' },
      { title: 'The candidate', symbols: [symbol('can_email', 'key', { example: true })] },
      { title: 'Get current user', endpoint: 'GET /v1/user' },
      { title: 'Limits', symbols: [symbol('429', 'status')] },
      { title: 'Errors', symbols: [symbol('429', 'status')] },
      { title: 'Attach file to row', endpoint: 'POST /v1/rows/{id}/files' },
      { title: 'Attach link to row', endpoint: 'POST /v1/rows/{id}/links' },
      { title: 'Mute a host', endpoint: 'POST /v1/host/{name}/mute' },
      { title: 'Get a host', endpoint: 'GET /v1/host/{name}' },
      { title: 'Log out', endpoint: 'POST /v1/session/end' },
      { title: 'Callback', symbols: [symbol('/auth/openid', 'endpoint')] },
      { title: 'Begin', endpoint: 'GET https://api.example.com/auth/openid' },
      { title: 'Keys of the API' },
      { title: 'Identity', symbols: [symbol('X-ApiKey', 'header')], prose: 'header' },
      {
        title: 'Batch',
        symbols: [symbol('scan_hash', 'parameter', { id: 'batch-file-scan_hash' })],
      },
      { title: 'File', symbols: [symbol('scan_hash', 'parameter', { id: 'file-scan_hash' })] },
    ],
  });
  const records = recordsOf(site);
  const names = records.map((_, at) => `en_${at}`);
  catalogue = await openTable(tableOf(records, names));
});

const first = (query: string): string | undefined => {
  const [hit] = rank(catalogue, query);
  return hit && catalogue.items[hit.section]!.title;
};

test('a name by its words, in any order and form', () => {
  assert.equal(first('allow reviews'), 'Product properties');
});

test('a title in one word, with small words between; initials', () => {
  assert.equal(first('add a location'), 'addLocation (AddLocationPayload)');
  assert.equal(first('TIF'), 'Time in force');
  assert.equal(first('tifx'), undefined);
});

test('PUT and PATCH are one, where the other is not taken', () => {
  assert.equal(first('PATCH /v1/products/7'), 'Update a product');
});

test('what is mine is what is yours, before a user’s', () => {
  assert.equal(first('my orders'), 'Get your orders');
  assert.equal(first('orders'), 'Orders');
  assert.equal(first('who am I'), 'Get current user');
});

test('a path in the plural, where the reference has the singular', () => {
  assert.equal(first('DELETE /v1/favorites/sheets/4'), 'Remove favorite sheet');
  assert.equal(first('GET /v1/product/4'), 'Get a product');
});

test('a name that a text has to the letter', () => {
  const text = [{ section: 0, words: new Map([['on', 1]]), phrase: true as const }];
  const [hit] = rank(catalogue, 'onScheduledInterviewsCreated', { text });
  assert.equal(hit?.section, 0);
});

test('the plural asks for the list', () => {
  assert.equal(first('alternate emails'), 'List alternate emails');
  assert.equal(first('alternate email'), 'Get alternate email');
});

test('what is to be done is an operation before its chapter', () => {
  assert.equal(first('schedule an interview'), 'Create scheduled interview');
  assert.equal(first('scheduled interviews'), 'Scheduled interviews');
});

test('a name is explained where the title has a part of it, and in no changelog', () => {
  assert.equal(first('input_json'), 'JSON request data');
  assert.equal(first('can_email'), 'The candidate');
});

test('a status with its reason is found among errors', () => {
  assert.equal(first('429 too many requests'), 'Errors');
});

test('three letters within a word are chance', () => {
  assert.equal(first('erb'), undefined);
  assert.equal(first('orderb'), 'Hints');
});

test('words by their endings', () => {
  assert.ok(isDerived('requirements', 'requir'));
  assert.ok(isDerived('historical', 'history'));
  assert.ok(isDerived('applications', 'apply'));
  assert.ok(!isDerived('productive', 'product'));
});

test('the sign of C# is part of its name', () => {
  assert.equal(compact('C#'), 'c#');
  assert.equal(compact('C# SDK'), 'c#sdk');
  assert.equal(compact('#tag order#3'), 'tagorder3');
});

test('one thing goes by several words, and of two that are typed each is meant', () => {
  assert.equal(first('silence a host'), 'Mute a host');
  assert.equal(first('link an attachment to a row'), 'Attach link to row');
  assert.equal(first('attach a file to a row'), 'Attach file to row');
});

test('verbs of two words, in any form', () => {
  assert.equal(first('look up a host'), 'Get a host');
  assert.equal(first('signs out'), 'Log out');
});

test('an address with its host is its path', () => {
  assert.equal(first('/auth/openid'), 'Begin');
});

test('an attribute is explained where it is of the object itself', () => {
  assert.equal(first('scan_hash'), 'File');
});

test('a name among other words is meant as a whole', () => {
  const text = new Map([['header', 1]]);
  const at = catalogue.items.findIndex(({ title }) => title === 'Identity');
  const [hit] = rank(catalogue, 'xApiKey header', { text: [{ section: at, words: text }] });
  assert.equal(catalogue.items[hit!.section]!.title, 'Identity');
});
