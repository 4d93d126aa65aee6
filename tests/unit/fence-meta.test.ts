import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marksOf } from '../../src/markup/samples/code-marks.ts';
import { parseFenceMeta } from '../../src/markup/samples/fence-meta.ts';

const none = {
  mark: { lines: [], words: [] },
  ins: { lines: [], words: [] },
  del: { lines: [], words: [] },
  center: false,
};

test('says everything that an author can say', () => {
  assert.deepEqual(
    parseFenceMeta(
      `title="A player's score" status="200 OK" {2, 4-6} ins={1} del='old' nowrap center nocollapse`,
    ),
    {
      meta: {
        ...none,
        title: "A player's score",
        status: '200',
        reason: 'OK',
        mark: {
          lines: [
            { from: 2, to: 2 },
            { from: 4, to: 6 },
          ],
          words: [],
        },
        ins: { lines: [{ from: 1, to: 1 }], words: [] },
        del: { lines: [], words: ['old'] },
        wrap: false,
        center: true,
        collapse: false,
      },
      unknown: [],
    },
  );
  assert.deepEqual(parseFenceMeta('status=4XX wrap collapse mark={3}').meta, {
    ...none,
    status: '4XX',
    wrap: true,
    collapse: true,
    mark: { lines: [{ from: 3, to: 3 }], words: [] },
  });
  assert.deepEqual(parseFenceMeta(''), { meta: none, unknown: [] });
});

test('names every piece that it does not know', () => {
  assert.deepEqual(
    parseFenceMeta(
      'http showLineNumbers titel="x y" {a} status=999 {0} {3-2} {1-} title="" ins={} {2}',
    ).unknown,
    [
      'http',
      'showLineNumbers',
      'titel="x y"',
      '{a}',
      'status=999',
      '{0}',
      '{3-2}',
      '{1-}',
      'title=""',
      'ins={}',
    ],
  );
});

test('keeps within bounds', () => {
  assert.deepEqual(parseFenceMeta('{1-9999999}').unknown, ['{1-9999999}']);
  assert.equal(parseFenceMeta(`{${Array(300).fill('1').join(',')}}`).unknown.length, 1);
  const wide = parseFenceMeta('{1-100000}').meta;
  assert.deepEqual(
    marksOf('a\nb', wide).map(({ start, end }) => [start, end]),
    [
      [0, 2],
      [2, 3],
    ],
  );
  assert.equal(marksOf('x'.repeat(10_000), parseFenceMeta('ins="x"').meta).length, 2000);
});

test('reads anything', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('"', "'", '{', '}', '=', ' ', 'a', 'title', '1', '-', ',', 'ins'),
      }),
      (text) => {
        const { unknown } = parseFenceMeta(text);
        for (const piece of unknown) assert.ok(text.includes(piece) && piece !== '');
      },
    ),
  );
});
