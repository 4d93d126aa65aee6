/** Paths of files on this machine. */
import path from 'node:path';

/** A path as seen from a folder, with `/` on every system. */
export const relativePath = (folder: string, file: string): string =>
  path.relative(folder, file).replaceAll(path.sep, '/');

/** `inner` is `outer`, or lies in it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  const isAbove = relative === '..' || relative.startsWith(`..${path.sep}`);
  return !isAbove && !path.isAbsolute(relative);
}

/** A folder and those above it, the nearest first. */
export function* foldersUp(folder: string): Generator<string> {
  for (let dir = folder; ; dir = path.dirname(dir)) {
    yield dir;
    if (dir === path.dirname(dir)) return;
  }
}
