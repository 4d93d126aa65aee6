import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openTable, type Catalogue } from '../../src/shared/search/catalogue.ts';
import { nearest } from '../../src/shared/search/nearest-word.ts';
import { rank, type RankOptions } from '../../src/shared/search/rank.ts';
import { recordsOf } from '../../src/search/record.ts';
import { tableOf } from '../../src/search/symbol-table.ts';
import { siteOf, symbol, type DocumentLike } from './search-site.ts';

const open = (...documents: DocumentLike[]): Promise<Catalogue> => {
  const records = recordsOf(siteOf(...documents));
  return openTable(
    tableOf(
      records,
      records.map((_, index) => `en_${index}`),
    ),
  );
};

const shop: DocumentLike = {
  sections: [
    {
      title: 'Authentication',
      symbols: [symbol('X-HTTP-Method-Override', 'header'), symbol('Authorization', 'header')],
    },
    {
      title: 'Orders',
      children: [
        {
          title: 'Order properties',
          symbols: [
            symbol('refunds', 'parameter', { id: 'order-properties-refunds' }),
            symbol('status', 'parameter', { id: 'order-properties-status' }),
            symbol('email', 'parameter', { id: 'order-properties-email' }),
          ],
        },
        {
          title: 'Create an order',
          endpoint: 'POST /v3/orders',
          symbols: [
            symbol('refunds', 'key', { example: true }),
            symbol('status', 'key', { example: true }),
          ],
        },
        {
          title: 'List all orders',
          endpoint: 'GET /v3/orders',
          symbols: [
            symbol('orderby', 'parameter', { id: 'list-all-orders-orderby' }),
            symbol('$filter', 'code'),
            symbol('refunds', 'key', { example: true }),
          ],
        },
        {
          title: 'Retrieve an order',
          endpoint: 'GET /v3/orders/{id}',
          symbols: [symbol('refunds', 'key', { example: true })],
        },
      ],
    },
    {
      title: 'Refunds',
      children: [{ title: 'Create a refund', endpoint: 'POST /v3/orders/{order_id}/refunds' }],
    },
    {
      title: 'Coupons',
      children: [
        { title: 'Delete a coupon', endpoint: 'DELETE /v3/coupons/{id}' },
        { title: 'List all coupons', endpoint: 'GET /v3/coupons' },
      ],
    },
    { title: 'Order type (orderType)' },
    {
      title: 'Errors',
      symbols: [symbol('404', 'status', { id: 'errors-404' }), symbol('EndpointFactory', 'code')],
    },
  ],
};

describe('one ranking', () => {
  let catalogue: Catalogue;
  before(async () => (catalogue = await open(shop)));
  const titles = (typed: string, options?: RankOptions): string[] =>
    rank(catalogue, typed, options).map(({ section }) => catalogue.items[section]!.title);
  const first = (typed: string, options?: RankOptions): string | undefined =>
    titles(typed, options)[0];
  const row = (typed: string): string | undefined => rank(catalogue, typed)[0]?.row;

  test('an exact title comes first, in singular and plural and any case', () => {
    for (const typed of ['coupons', 'coupon', 'COUPONS', ' Coupons '])
      assert.equal(first(typed), 'Coupons');
  });

  test('a section comes before the property of the same name', () => {
    assert.equal(first('refunds'), 'Refunds');
    assert.ok(titles('refunds').includes('Order properties'));
  });

  test('titles as typed letter by letter', () => {
    for (let length = 1; length <= 'coupons'.length; length++)
      assert.match(
        first('coupons'.slice(0, length))!,
        /^(Coupons|Create an order)$/,
        'coupons'.slice(0, length),
      );
    for (let length = 3; length <= 'coupons'.length; length++)
      assert.equal(first('coupons'.slice(0, length)), 'Coupons');
  });

  test('words of a title in any order, without its small words', () => {
    assert.equal(first('delete coupon'), 'Delete a coupon');
    assert.equal(first('coupon delete'), 'Delete a coupon');
    assert.equal(first('coupons list'), 'List all coupons');
  });

  test('other verbs for the same operation', () => {
    assert.equal(first('remove coupon'), 'Delete a coupon');
    assert.equal(first('get order'), 'Retrieve an order');
  });

  test('a symbol leads to what says what it is, on its row', () => {
    assert.equal(first('orderby'), 'List all orders');
    assert.equal(row('orderby'), 'list-all-orders-orderby');
    assert.equal(first('status'), 'Order properties');
    assert.equal(row('email'), 'order-properties-email');
  });

  test('parts of symbols, whatever joins them', () => {
    for (const typed of [
      'method-override',
      'method_override',
      'method override',
      'X-HTTP-Method',
      'x http method override',
      'Override',
    ])
      assert.equal(first(typed), 'Authentication', typed);
    for (const typed of ['EndpointFactory', 'endpointfactory', 'Factory', 'endpoint factory'])
      assert.equal(first(typed), 'Errors', typed);
    assert.equal(first('order_by'), 'List all orders');
  });

  test('marks of a symbol', () => {
    assert.equal(first('$filter'), 'List all orders');
    assert.equal(first('filter'), 'List all orders');
    assert.equal(first('orderType'), 'Order type (orderType)');
  });

  test('status codes', () => {
    assert.equal(first('404'), 'Errors');
    assert.equal(row('404'), 'errors-404');
  });

  test('paths: whole, with a value for the parameter, from the middle, half typed, with host and query', () => {
    for (const typed of [
      '/v3/orders/{id}',
      '/v3/orders/723',
      'orders/723',
      '/v3/orders/:id',
      'GET /v3/orders/723',
      'get /v3/orders/9/',
      'https://api.test/v3/orders/723?page=2',
    ])
      assert.equal(first(typed), 'Retrieve an order', typed);
    assert.equal(first('/v3/orders/723/refunds'), 'Create a refund');
    assert.equal(first('POST /v3/orders'), 'Create an order');
    assert.equal(first('GET /v3/orders'), 'List all orders');
    assert.equal(first('/v3/coup'), 'List all coupons');
  });

  test('questions are asked of what they are about', () => {
    assert.equal(first('how do I delete a coupon'), 'Delete a coupon');
    assert.equal(first('where are the errors'), 'Errors');
    assert.equal(first('delete a single coupon'), 'Delete a coupon');
  });

  test('all of a thing is its list', () => {
    for (const typed of ['all orders', 'get all orders', 'orders list', 'show me all the orders'])
      assert.equal(first(typed), 'List all orders', typed);
  });

  test('sections with most of the words, where they are asked for', () => {
    assert.deepEqual(titles('limit list orders'), []);
    assert.equal(first('limit list orders', { text: [] }), 'List all orders');
    assert.equal(first('zzzz coupon', { text: [] }), 'Coupons');
    // A text that has the missing word counts.
    const text = [
      {
        section: catalogue.items.findIndex(({ title }) => title === 'Create a refund'),
        words: new Map([['zzzz', 1]]),
      },
    ];
    assert.equal(first('zzzz order', { text }), 'Create a refund');
    assert.deepEqual(titles('zzzz', { text }), ['Create a refund']);
  });

  test('text is last, and of titles and text together more than of text alone', () => {
    const inErrors = (word: string) => [
      {
        section: catalogue.items.findIndex(({ title }) => title === 'Errors'),
        words: new Map([[word, 1]]),
      },
    ];
    assert.deepEqual(titles('quota', { text: inErrors('quota') }), ['Errors']);
    assert.equal(titles('coupons', { text: inErrors('coupons') }).at(-1), 'Errors');
  });

  test('nothing is found for what is nowhere', () => {
    for (const typed of ['zzzz', '$zzz', '/zzz/{id}', '', '   ', '///', '"'])
      assert.deepEqual(titles(typed), [], typed);
  });

  test('the nearest name for a slip; without words that are near nothing', () => {
    const near = (typed: string): string[] => nearest(catalogue, typed);
    assert.deepEqual(near('coupns'), ['coupons']);
    assert.deepEqual(near('cuopons'), ['coupons']);
    assert.deepEqual(near('delet copuon'), ['delet coupon', 'delet']);
    assert.deepEqual(near('authentcation'), ['authentication']);
    assert.deepEqual(near('ordreby'), ['orderby']);
    assert.deepEqual(near('coupons qqqqqqqq'), ['coupons']);
    assert.deepEqual(near('qqqqqqqq'), []);
    assert.deepEqual(near('coupons'), []);
  });
});

test('an older version is found by its own readers only, and they find no other', async () => {
  const version = (url: string, version: string, older?: true): DocumentLike => ({
    url,
    ...(older && { older }),
    frontMatter: { reference: 'shop', version },
    sections: [{ title: 'Coupons' }],
  });
  const catalogue = await open(version('/', 'v2'), version('/v1.html', 'v1', true), {
    url: '/other.html',
    sections: [{ title: 'Coupons' }],
  });
  const urls = (document?: number): string[] =>
    rank(catalogue, 'coupons', { document }).map(
      ({ section }) => catalogue.pages[catalogue.items[section]!.page]!.url,
    );
  assert.deepEqual(urls(1), ['/v1.html', '/other.html']);
  assert.deepEqual(urls(0), ['/', '/other.html']);
  assert.deepEqual(urls(2), ['/other.html', '/']);
  assert.deepEqual(urls(), ['/', '/other.html']);
});

test('titles in one word or two, names within words, and parameters of every list', async () => {
  const list = (name: string): DocumentLike['sections'][number] => ({
    title: `List ${name}`,
    endpoint: `GET /${name}`,
    symbols: [symbol('per_page', 'parameter', { id: `${name}-per-page` })],
  });
  const names = 'ants bees cats dogs eels fish gnus hens ibis jays'.split(' ');
  const catalogue = await open({
    sections: [
      { title: 'Create documents', symbols: [symbol('_created', 'code')] },
      { title: 'Times', symbols: [symbol('_created', 'code')] },
      { title: 'Meta data' },
      { title: 'OAuth2 and more' },
      { title: 'Paging', symbols: [symbol('per_page', 'code')] },
      ...names.map(list),
    ],
  });
  const found = (typed: string): string[] =>
    rank(catalogue, typed).map(({ section }) => catalogue.items[section]!.title);
  assert.equal(found('metadata')[0], 'Meta data');
  assert.equal(found('oauth 2')[0], 'OAuth2 and more');
  const created = rank(catalogue, '_created');
  assert.equal(created[0]!.score, created[1]!.score, '“Create documents” is not named “created”');
  assert.equal(found('per_page')[0], 'Paging');
});

test('a description: ids in other spellings, and what can be done before its types', async () => {
  const catalogue = await open({
    frontMatter: { openapi: 'x.yaml' },
    sections: [
      { title: 'SlackChannelKind', id: 'schema-SlackChannelKind' },
      { title: 'Read a channel of Slack', id: 'GetSlackChannel', endpoint: 'GET /slack/{channel}' },
      { title: 'Alter it', id: 'updateThing', endpoint: 'PUT /things/{id}' },
    ],
  });
  const first = (typed: string): string => catalogue.items[rank(catalogue, typed)[0]!.section]!.id;
  for (const typed of ['updateThing', 'update_thing', 'update-thing'])
    assert.equal(first(typed), 'updateThing', typed);
  assert.equal(first('slack channel'), 'GetSlackChannel');
  assert.equal(first('SlackChannelKind'), 'schema-SlackChannelKind');
});

test('Chinese, Japanese, Korean, Persian, Russian: parts of titles', async () => {
  const catalogue = await open({
    sections: [
      '申請提現',
      '注文のキャンセル',
      '주문취소 요청',
      'لیست کیف‌پول',
      'Список заказов',
      'API密鑰',
    ].map((title, at) => ({ title, id: `s${at}` })),
  });
  const first = (typed: string): string | undefined => {
    const hit = rank(catalogue, typed)[0];
    return hit && catalogue.items[hit.section]!.id;
  };
  assert.equal(first('提現'), 's0');
  assert.equal(first('キャンセル'), 's1');
  assert.equal(first('취소'), 's2');
  assert.equal(first('کیف پول'), 's3');
  assert.equal(first('كيف'), 's3');
  assert.equal(first('заказ'), 's4');
  assert.equal(first('密鑰'), 's5');
  assert.equal(first('api'), 's5');
});
