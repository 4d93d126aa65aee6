/** The types, as a test: two passes of a single thread each, while the unit tests run beside them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { project } from './phyllite.ts';

test('npm run types', () => {
  const { status, stdout, stderr } = spawnSync('npm run --silent types', {
    cwd: project,
    encoding: 'utf8',
    shell: true,
  });
  assert.equal(status, 0, stdout + stderr);
});
