/** A sample of the faults (`tests/faults.ts` has all): the old site whole, nothing left behind, a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTable, runFaults } from '../faults.ts';
import { unmended } from './site.ts';

for (const [only, failing] of [
  ['killed at', false],
  ['disk full: the output', true],
  ['unreadable: images', true],
  ['vanished: head.html', true],
] as const) {
  test(`R4 ${only}`, failing ? unmended : {}, async (context) => {
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
