/** A sample of the hostile instances (`tests/hostile/run.ts` has all), of a new seed each time; it is printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileTable, isBroken, runHostileInstances } from '../hostile/run.ts';

test('500 hostile instances: no script runs, no policy is weaker', async (context) => {
  const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 2 ** 31);
  const result = await runHostileInstances(seed, 500);
  context.diagnostic(`seed ${seed} (HOSTILE_SEED=${seed} does the same again)`);
  assert.deepEqual(result.problems.filter(isBroken), [], hostileTable(result));
});
