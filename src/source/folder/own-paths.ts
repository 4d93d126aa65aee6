/** What the build itself writes: no page, redirect or asset can stand there. */

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

/** `UI-ids.json`, `UI-outline.json`, `sitemap-2.xml`. */
const numbered = /(?:^|\/)ui-[a-z]+\.json$|^sitemap-\d+\.xml$/;

/**
 * The entry it falls under, or itself; undefined: free.
 * @param file below the output; in any case, since some file systems know no other
 */
export function ownPath(file: string): string | undefined {
  const name = file.toLowerCase();
  if (numbered.test(name)) return file;
  return own.find((path) => (path.endsWith('/') ? `${name}/`.startsWith(path) : name === path));
}
