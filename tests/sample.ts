/**
 * The sample of `content/`, built for `/`, for the tests that only look at it: once for all of
 * `npm run site`; a file that is run alone builds its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project } from './phyllite.ts';
import { callPhyllite } from './warm/calls.ts';

/** Told to the processes of the test files, which inherit it. */
const PLACE = 'PHYLLITE_TEST_SAMPLE';

/** The folder of the built site, which nobody writes in. Throws what the build says where it fails. */
export async function builtSample(): Promise<string> {
  if (!process.env[PLACE]) {
    await buildSample();
    process.on('exit', removeSample);
  }
  return process.env[PLACE]!;
}

/** Builds it for this process and those that it starts. Throws what the build says where it fails. */
export async function buildSample(): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'phyllite-sample-'));
  process.env[PLACE] = out;
  const run = await callPhyllite(['build', path.join(project, 'content'), '--out', out]);
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
}

/** Removes what `buildSample` has built. */
export function removeSample(): void {
  rmSync(process.env[PLACE]!, { recursive: true, force: true });
}
