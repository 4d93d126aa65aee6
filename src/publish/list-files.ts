import fs from 'node:fs';
import path from 'node:path';

/** Paths of all files below a folder, with `/`, sorted. Links count as files, and are not followed. */
export const listFiles = (folder: string): string[] => below(folder, '').sort();

/** Not `recursive: true`, which follows links to folders. */
const below = (folder: string, at: string): string[] =>
  fs
    .readdirSync(path.join(folder, at), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? below(folder, `${at}${entry.name}/`) : [at + entry.name],
    );
