/** R4: a sample of the faults (`tests/faults.ts` has all): the old site whole, nothing left behind, a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTable, runFaults } from '../../faults.ts';

test('R4 killed, a full disk, files that cannot be read or vanish', async () => {
  const only =
    /killed|disk full|a file larger|another user|(?:unreadable|vanished|closed): (?:many\/(?:images|head\.html)|imports\/\w+\/|a folder|the folders)/;
  const done = await runFaults({ random: 1, only });
  assert.ok(done.length > 10);
  assert.deepEqual(
    done.filter(({ problem }) => problem),
    [],
    faultTable(done),
  );
});
