/**
 * Astro's compiler writes the path of a component between double quotes as it is: one that holds a
 * quote of its own ends the string too early.
 */
import type { Plugin } from 'vite';

/** @param folders that components lie in, absolute */
export function quotedPaths(folders: string[]): Plugin {
  const raw = folders.filter((folder) => folder.includes('"'));
  return {
    name: 'phyllite-quoted-paths',
    transform(code, id) {
      if (!raw.length || !/\.(astro|mdx)$/.test(id)) return undefined;
      const escaped = raw.reduce(
        (text, folder) => text.replaceAll(folder, folder.replaceAll('"', '\\"')),
        code,
      );
      return { code: escaped, map: null };
    },
  };
}
