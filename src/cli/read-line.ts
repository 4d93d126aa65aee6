/** A line of a source, as findings show it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @param root of the content folder */
export const readLine = (root: string) => (file: string, line: number): string | undefined => {
  try {
    return readFileSync(path.join(root, file), 'utf8').split(/\r\n?|\n/)[line - 1];
  } catch {
    return undefined;
  }
};
