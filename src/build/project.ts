/** Where Phyllite itself lies, and where it keeps what it has made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, absolute. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

const caches = path.join(project, 'node_modules', '.cache');

/** Where Node keeps compiled code; in the folder of its threads, too. */
export const codeCache = path.join(caches, 'node-code');

/** Where compiled pages are kept: below the project, where they find Astro's modules. */
export const frames = path.join(caches, 'phyllite', 'frames');

/** A cache folder of one content folder, so that two builds never mix. */
export function cacheFolder(root: string): string {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const name = path.basename(root).replace(/[^\w-]/g, '') || 'content';
  return path.join(caches, 'phyllite', `${name}-${key}`);
}

/**
 * A digest of files of ours, which what is cached hangs on.
 * @param folders relative to the project
 * @param more what else it depends on
 */
export function digestOf(folders: string[], more = ''): string {
  const hash = createHash('sha256').update(more);
  for (const folder of folders) {
    const dir = path.join(project, folder);
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort())
      hash.update(path.relative(project, entry)).update('\0').update(readFileSync(entry));
  }
  return hash
    .update(readFileSync(path.join(project, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
}
