/** Folders of files, as text and as bytes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Path → text or bytes. */
export type Files = Record<string, string | Buffer>;

export function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

export const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();

/** Path → bytes (as Latin-1) of every file below a folder. */
export const bytesOf = (dir: string): Map<string, string> =>
  new Map(filesOf(dir).map((file) => [file, readFileSync(path.join(dir, file), 'latin1')]));
