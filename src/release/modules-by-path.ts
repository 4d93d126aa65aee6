/** Which modules have to be files of their own: Vite finds them by their paths. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../publish/list-files.ts';

const imports = /\b(?:from|import\(?)\s*(['"])(\.{1,2}\/[^'"?]+)/g;
const named = /moduleFile\('([^']+)'\)/g;

/**
 * @param src folder of our sources, absolute
 * @returns what templates import, and what is named by `moduleFile`, with all that these import
 */
export function modulesByPath(src: string): Set<string> {
  const sources = listFiles(src)
    .filter((file) => /\.(ts|astro)$/.test(file))
    .map((file) => path.join(src, file));
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
