/**
 * What the build itself writes below the output, whatever the content is. Pages, redirects and files
 * that are carried are held against this list, so that none can stand where ours does.
 */

/** A folder ends with a slash. */
const own: readonly string[] = [
  '_astro/',
  'md/',
  'pagefind/',
  '.nojekyll',
  '.phyllite',
  '404.html',
  '_headers',
  '_redirects',
  'icon.svg',
  'llms-full.txt',
  'llms.txt',
  'reference.json',
  'sitemap.xml',
];

/** Beside the pages of a document: `UI-ids.json`, `UI-outline.json`. Of a large site: `sitemap-2.xml`. */
const numbered = /(?:^|\/)ui-[a-z]+\.json(?:$|\/)|^sitemap-\d+\.xml(?:$|\/)/;

/**
 * @param file below the output, with `/`; in any case, since some file systems know no other
 * @returns the entry that it falls under, or itself; undefined where the path is free
 */
export function ownPath(file: string): string | undefined {
  const name = file.toLowerCase();
  if (numbered.test(name)) return file;
  return own.find((path) => `${name}/`.startsWith(path.endsWith('/') ? path : `${path}/`));
}
