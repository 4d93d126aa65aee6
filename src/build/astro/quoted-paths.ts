/**
 * Astro writes the paths of components and pages between double quotes as they are: one that holds
 * a quote of its own ends the string too early.
 */
import type { Plugin } from 'vite';
import { vite } from '../project.ts';

/** In `dev` the page names modules by their paths. */
export const quotedAddresses = (html: string, folders: string[]): string =>
  folders.reduce((text, folder) => {
    const encoded = folder.replaceAll('"', '%22');
    return text
      .replaceAll(` src="/@fs${folder}/`, ` src="/@fs${encoded}/`)
      .replaceAll(` src="${folder}/`, ` src="${encoded}/`);
  }, html);

/** @param folders that components lie in, absolute */
export function quotedPaths(folders: string[]): Plugin {
  const raw = folders.filter((folder) => folder.includes('"'));
  return {
    name: 'phyllite-quoted-paths',
    async transform(code, id) {
      if (!raw.length) return undefined;
      if (id === '\0virtual:astro:pages')
        return code.replace(/(?<=import\()"(.*)"(?=\);$)/gm, (_, page: string) =>
          JSON.stringify(page),
        );
      if (!/\.(astro|mdx)$/.test(id)) return undefined;
      const escaped = raw.reduce(
        (text, folder) => text.replaceAll(folder, folder.replaceAll('"', '\\"')),
        code,
      );
      // The compiler could not read its own output, either, to take the types out.
      return (await vite()).transformWithOxc(escaped, id, { lang: 'ts', sourcemap: false });
    },
  };
}
