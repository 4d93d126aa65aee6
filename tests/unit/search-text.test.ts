import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { queryIn, withQuery } from '../../src/browser/search/address.ts';
import { excerpt, matches } from '../../src/shared/search/excerpt.ts';
import { compact, normalize, singular, stem, words } from '../../src/shared/search/normalize.ts';
import { pathMatch } from '../../src/shared/search/path.ts';
import { closeUp, runs, spaceOut, wordsApart } from '../../src/shared/search/word-spacing.ts';
import { pack, unpack, type Place } from '../../src/shared/search/table.ts';
import { has } from '../../src/shared/search/verify.ts';

describe('folding', () => {
  test('case, accents, wide forms, Arabic and Persian letters and digits', () => {
    assert.equal(normalize('Ünïted ＡＰＩ'), 'united api');
    assert.equal(normalize('كيف‌پول ۱۲'), normalize('کیفپول 12'));
    assert.equal(normalize('Ёлка'), 'елка');
    assert.equal(normalize('がギ'), 'がギ');
  });
  test('symbols without their joints', () => {
    assert.equal(compact('X-HTTP-Method_Override'), 'xhttpmethodoverride');
    assert.equal(compact('$orderBy()'), 'orderby');
  });
  test('words, also inside a camel-cased name', () =>
    assert.deepEqual(words('perPage, X-WP_total2'), ['per', 'page', 'x', 'wp', 'total2']));
  test('singular and stem', () => {
    assert.deepEqual(
      ['coupons', 'taxes', 'categories', 'status', 'address', 'boxes', 'keys'].map(singular),
      ['coupon', 'tax', 'category', 'status', 'address', 'box', 'key'],
    );
    for (const [a, b] of [
      ['create', 'creating'],
      ['created', 'creates'],
      ['ordering', 'orders'],
      ['batches', 'batch'],
    ] as const)
      assert.equal(stem(a), stem(b), `${a} ${b}`);
  });
});

describe('spacing of scripts without spaces', () => {
  test('there and back', () => {
    assert.equal(spaceOut('plain text'), 'plain text');
    assert.equal(spaceOut('API密鑰 v2'), 'API 密 鑰⸱ v2'.replace('⸱', '\u2e31'));
    const letter = fc.constantFrom(...'ab密鑰注문취ーカ。，（1 .'.split(''));
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
        const text = letters.join('').replace(/\s+/g, ' ').trim();
        assert.equal(closeUp(spaceOut(text)), text);
      }),
    );
  });
  test('words that are written together, apart', () => {
    assert.equal(wordsApart('注文作成', 'ja'), '注文 作成');
    assert.equal(wordsApart('订单创建 API', 'zh'), '订单 创建 API');
    assert.equal(wordsApart('plain text, as it is', 'en'), 'plain text, as it is');
  });
  test('a query as phrases and words', () =>
    assert.deepEqual(runs('API密鑰 limit'), { phrases: ['"密 鑰"'], rest: 'API limit' }));
});

describe('excerpts', () => {
  const text = (spans: ReturnType<typeof excerpt>): string =>
    spans.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
  test('marks other forms of a word, parts of long ones, and symbols to the letter', () => {
    assert.equal(
      text(excerpt('Coupons. The coupons of a shop.', 'coupon', 'Coupons')),
      'The [coupons] of a shop.',
    );
    assert.equal(
      text(excerpt('Use $filter or filter.', '$filter', 'X')),
      'Use [$filter] or [filter].',
    );
    assert.equal(text(excerpt('列出申請提現的記錄', '提現', 'X')), '列出申請[提現]的記錄');
    assert.equal(
      text(excerpt('An answer and a document.', 'create a document', 'X')),
      'An answer and a [document].',
    );
  });
  test('shows where the words are, however far down', () => {
    const long = `${'lorem ipsum '.repeat(1000)}here is the needle ${'dolor sit '.repeat(100)}`;
    const shown = text(excerpt(long, 'needle', 'X'));
    assert.match(shown, /^… .*\[needle\].* …$/);
    assert.ok(shown.length < 220);
  });
  test('is the text, cut: nothing added, nothing read as HTML', () => {
    assert.equal(
      text(excerpt('a <img onerror=x> & <mark>b</mark>', 'onerror', 'X')),
      'a <img [onerror]=x> & <mark>b</mark>',
    );
  });
  test('ranges are apart and in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, typed) => {
          let last = 0;
          for (const { from, to } of matches(text, typed)) {
            assert.ok(from >= last && to > from && to <= text.length);
            last = to;
          }
        },
      ),
    );
  });
});

test('a text that has what was asked, and one that has not', () => {
  assert.ok(has('The coupons of a shop', 'Coupon shops'));
  assert.ok(!has('"CO": "Colombia"', 'coupns'));
  assert.ok(has('查詢交易對', '交易'));
});

test('the query in the address, beside what else is there', () => {
  assert.equal(withQuery('', 'a b&c'), '?q=a+b%26c');
  assert.equal(withQuery('?ruby&q=old', 'x'), '?ruby&q=x');
  assert.equal(withQuery('?ruby&q=old', ''), '?ruby');
  assert.equal(withQuery('?q=old', ''), '');
  assert.equal(queryIn('?ruby&q=a+b%26c'), 'a b&c');
  assert.equal(queryIn('?ruby'), '');
  assert.equal(queryIn('?q=%'), '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (query) =>
      assert.equal(queryIn(withQuery('?ruby', query)), query),
    ),
  );
});

test('paths: the whole before its end before its beginning before its middle', () => {
  const order = [
    '/rest/{collection}/{id}',
    '/v2/rest/{collection}/{id}',
    '/rest/{collection}/{id}/files',
  ];
  const scores = order.map((path) => pathMatch('/rest/players/5f0c', path));
  assert.deepEqual(
    [...scores].sort((a, b) => b - a),
    scores,
  );
  assert.ok(scores.every((score) => score > 0));
  assert.equal(pathMatch('/rest/players', '/rest/players'), 1);
  assert.ok(
    pathMatch('/rest/_meta', '/rest/_meta') > pathMatch('/rest/_meta', '/rest/{collection}'),
  );
  // A word is rather the path's own than a value.
  assert.ok(
    pathMatch('/v1/boards/lists', '/api/v1/boards/lists/own') >
      pathMatch('/v1/boards/lists', '/api/v1/boards/{board_id}'),
  );
  assert.equal(pathMatch('/rest/players', '/mail'), 0);
  assert.ok(pathMatch('/orderbook/btc', '/v3/orderbook/SYMBOL') > 0.5);
});

test('places survive the table', () => {
  const places: Place[] = [
    { section: 0, naming: 'mention' },
    { section: 0, naming: 'definition', row: 'a-name' },
    { section: 3, naming: 'example' },
    { section: 9, naming: 'definition', row: 'folded-name' },
    { section: 9, naming: 'definition', row: 'elsewhere' },
    { section: 12, naming: 'definition' },
  ];
  const ids = (section: number): string[] => (section === 9 ? ['b', 'folded'] : ['a']);
  assert.deepEqual(unpack(pack(places, 'name', ids), 'name', ids), places);
});
