/** “Did you mean”. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest, nearestAmong, slips } from '../../src/shared/nearest.ts';

test('the nearest word, whatever its case and joints; none that is far', () => {
  assert.equal(nearest('languageTab', ['title', 'language_tabs']), 'language_tabs');
  assert.equal(nearest('tco', ['toc']), undefined);
  assert.equal(nearest('Toc', ['toc']), 'toc');
  assert.equal(nearest('create-orders', ['create-order', 'creates-orders']), 'create-order');
});

test('made ready once, words give what a look at each of them gives', () => {
  const word = fc.stringMatching(/^[ab_]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, (known, asked) => {
      const bare = (text: string) => text.replaceAll('_', '');
      const far = known.map((one) => {
        const { length } = bare(one);
        const most = length <= 3 ? 0 : Math.min(3, Math.max(1, Math.floor(length / 4)));
        const off = slips(bare(asked), bare(one));
        return off > most ? Infinity : off;
      });
      const least = Math.min(...far);
      const expected = least === Infinity ? undefined : known[far.indexOf(least)];
      assert.equal(nearestAmong(known)(asked), expected);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
