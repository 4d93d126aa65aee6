/**
 * The sample of `content/`, built for `/`, for the tests that only look at it. `npm run site` builds it
 * once for all of them (Node's global setup); a file that is run alone builds its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project, runPhyllite } from './phyllite.ts';

/** Told to the processes of the test files, which inherit it. */
const PLACE = 'PHYLLITE_TEST_SAMPLE';

/** The folder of the built site, which nobody writes in. Throws what the build says where it fails. */
export async function builtSample(): Promise<string> {
  if (!process.env[PLACE]) {
    await globalSetup();
    process.on('exit', globalTeardown);
  }
  return process.env[PLACE]!;
}

/** Builds the sample for all test files that are started after it. */
export async function globalSetup(): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'phyllite-sample-'));
  const run = await runPhyllite(['build', path.join(project, 'content'), '--out', out]);
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
  process.env[PLACE] = out;
}

/** Removes it. */
export function globalTeardown(): void {
  rmSync(process.env[PLACE]!, { recursive: true, force: true });
}
