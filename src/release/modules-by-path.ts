/** Which modules have to be files of their own: Vite finds them by their paths. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const imports = /\b(?:from|import\(?)\s*(['"])(\.{1,2}\/[^'"?]+)/g;
const named = /moduleFile\('([^']+)'\)/g;

/** @returns the files below a folder, absolute */
export const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/**
 * @param src folder of our sources, absolute
 * @returns what templates import, and what is named by `moduleFile`, with all that these import
 */
export function modulesByPath(src: string): Set<string> {
  const sources = filesOf(src).filter((file) => /\.(ts|astro)$/.test(file));
  const byName = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(named)].map(([, name]) => path.join(src, `${name}.ts`)),
  );
  const found = new Set([...byName, ...sources.filter((file) => file.endsWith('.astro'))]);
  for (const file of found) {
    if (!/\.(ts|astro)$/.test(file)) continue;
    for (const [, , below] of readFileSync(file, 'utf8').matchAll(imports)) {
      const imported = path.join(path.dirname(file), below!);
      if (existsSync(imported)) found.add(imported);
    }
  }
  return found;
}
