/** Where Phyllite itself lies. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, absolute. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where Node keeps compiled code; in the folder of its threads, too. */
export const codeCache = path.join(project, 'node_modules', '.cache', 'node-code');

/** A cache folder of one content folder, so that two builds never mix. */
export function cacheFolder(root: string): string {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return path.join(project, 'node_modules', '.cache', 'phyllite', `${path.basename(root).replace(/[^\w-]/g, '') || 'content'}-${key}`);
}

/**
 * A digest of the code that makes fragments, and of what it depends on: a cached fragment of another is never trusted.
 */
export function codeVersion(): string {
  const hash = createHash('sha256');
  for (const folder of ['source', 'markup']) {
    const dir = path.join(project, 'src', folder);
    for (const file of readdirSync(dir, { recursive: true }).map(String).filter((name) => name.endsWith('.ts')).sort())
      hash.update(file).update(readFileSync(path.join(dir, file)));
  }
  return hash.update(readFileSync(path.join(project, 'package-lock.json'))).digest('hex').slice(0, 16);
}
