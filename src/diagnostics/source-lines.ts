/** Lines of sources, as findings show them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LinesOf } from './locate.ts';

/**
 * A file is read once.
 * @param root of the content folder
 */
export function linesOf(root: string): LinesOf {
  const known = new Map<string, string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(path.join(root, file)));
    return known.get(file);
  };
}

/** Files change while `dev` runs: each line is read when it is asked for. */
export const readLine = (root: string) => (file: string, line: number) =>
  read(path.join(root, file))?.[line - 1];

function read(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r\n?|\n/);
  } catch {
    return undefined;
  }
}
