/** A sample of the faults (`tests/faults.ts` has all): the old site whole, nothing left behind, a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTable, runFaults } from '../faults.ts';

for (const only of [
  'killed at',
  'disk full',
  'a file larger',
  'unreadable: images',
  'vanished: head.html',
]) {
  test(`R4 ${only}`, async (context) => {
    const done = await runFaults({ random: 0, only });
    if (done.every(({ said }) => said.startsWith('skipped'))) return context.skip(done[0]?.said);
    assert.deepEqual(
      done.filter(({ problem }) => problem),
      [],
      faultTable(done),
    );
    return undefined;
  });
}
