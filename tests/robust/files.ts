/** Folders of files, as text and as bytes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../src/publish/list-files.ts';

/** Path → text or bytes. */
export type Files = Record<string, string | Buffer>;

export function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** Links count as files, and are not followed: what they lead to belongs to others. */
export const filesOf = listFiles;

/** Path → bytes (as Latin-1) of every file below a folder. */
export const bytesOf = (dir: string): Map<string, string> =>
  new Map(filesOf(dir).map((file) => [file, readFileSync(path.join(dir, file), 'latin1')]));

/** Paths of all folders below a folder, the outer ones first. Links are not followed. */
export const foldersOf = (root: string, at = ''): string[] =>
  readdirSync(path.join(root, at), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [path.join(at, name), ...foldersOf(root, path.join(at, name))]);
