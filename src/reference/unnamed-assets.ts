/** Files that are carried to the site, and that nothing of the site leads to. */
import path from 'node:path';
import type { JoinedSite } from './join-site.ts';

/** Asked for by browsers, crawlers and hosts without anybody naming them. */
const known = /^(?:favicon\.ico|robots\.txt|humans\.txt|CNAME|apple-touch-icon.*\.png)$/i;

/**
 * @param texts sources, style sheets: what they name, in whatever way, is no stray
 * @returns paths, relative to the content folder
 */
export function unnamedAssets(
  { joined, resolver, assets, frontMatter }: JoinedSite,
  texts: readonly string[],
): string[] {
  const named = new Set<string>();
  for (const { document, fragments } of joined)
    for (const { file, links } of fragments)
      for (const link of links) {
        const { asset } = resolver.resolve(link, document, document.pages[0]!, link.file ?? file);
        if (asset) named.add(asset);
      }
  const theme = JSON.stringify(frontMatter.theme);
  return [...assets.keys()].filter((file) => {
    if (named.has(file) || known.test(file)) return false;
    const name = path.posix.basename(file);
    return !theme.includes(name) && !texts.some((text) => text.includes(name));
  });
}
