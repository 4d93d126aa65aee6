/** Files that a compiler could not read, by what it threw; who opens files says so in words of its own. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { isWithin, relativePath } from '../../shared/files/paths.ts';
import { caches } from '../cache.ts';

/** Node's words, and Rolldown's, whose paths are relative to the folder of the process. */
const named = [/\bE[A-Z]+: [^,\n]+, \w+ '([^'\n]+)'/g, /Could not load ([^?\n]+)/g];

/**
 * @param message whole, without colours
 * @param root of the content folder
 * @returns one finding a file; none for what can be read, or is our own
 */
export function unreadableIn(message: string, root: string): Finding[] {
  const files = named.flatMap((pattern) =>
    [...message.matchAll(pattern)].map(([, file]) => path.resolve(file!.trim())),
  );
  return [...new Set(files)].flatMap((file): Finding[] => {
    const code = isWithin(file, caches) ? undefined : refusalOf(file);
    if (code === undefined) return [];
    return [
      {
        kind: 'file-unreadable',
        severity: 'error',
        file: relativePath(root, file),
        message: `this file cannot be read (${code})`,
        hint: 'check its permissions',
      },
    ];
  });
}

/** @returns the code with which the system refuses it; undefined: it can be read, or is not there */
function refusalOf(file: string): string | undefined {
  try {
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : code;
  }
}
