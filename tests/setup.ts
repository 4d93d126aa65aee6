/** What all files of `npm run site` share, made before the first of them starts (Node's global setup). */
import { buildSample, removeSample } from './sample.ts';
import { shareCallers } from './warm/shared-callers.ts';

let endCallers: () => void;

/** Called by Node before the first file. */
export async function globalSetup(): Promise<void> {
  endCallers = await shareCallers();
  await buildSample();
}

/** Called by Node after the last file. */
export function globalTeardown(): void {
  endCallers();
  removeSample();
}
