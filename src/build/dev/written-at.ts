/** When a file was written. */
import { statSync } from 'node:fs';

/** @returns a text that is another one after each save of a file; undefined: it is not there */
export function writtenAt(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs} ${stat.size}`;
}
