/** When a file was written. */
import { statSync } from 'node:fs';

/** @returns a text that is another one after each save of a file; empty: there is none of that name */
export function writtenAt(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs} ${size}`;
  } catch {
    // Also a name that is too long for any file.
    return '';
  }
}
