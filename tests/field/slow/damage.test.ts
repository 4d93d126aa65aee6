/** R2: a sample of the damages (`tests/damage.ts` does all): a damaged cache is made anew in the same run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { damageTable, runDamage } from '../../damage.ts';

test('R2 caches that are cut, emptied or flipped: the bytes of a clean build', async () => {
  const done = await runDamage({ sample: 12 });
  assert.ok(done.length >= 12);
  assert.deepEqual(
    done.filter(({ problem }) => problem !== undefined),
    [],
    damageTable(done),
  );
});
