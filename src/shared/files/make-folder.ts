import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder of a cache, and those around it. A file that stands in the place of one is damage,
 * and goes.
 * @param folder absolute
 * @throws what the file system throws
 */
export function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    fs.rmSync(nearest(folder));
    fs.mkdirSync(folder, { recursive: true });
  }
}

/** The innermost of a path and the folders around it that is there, whatever it is. */
function nearest(place: string): string {
  return fs.existsSync(place) ? place : nearest(path.dirname(place));
}
