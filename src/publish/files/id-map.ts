/**
 * For a document that is cut into pages: where each of its ids stands now, so that old links to the
 * single page land.
 */
import { folderOf } from '../../reference/routes.ts';
import type { ReferenceDocument } from '../../reference/model/page.ts';
import type { LinkIndex } from '../../reference/links/link-index.ts';
import { href } from '../url.ts';

/** Path below the site root. */
export const idMapFile = (document: ReferenceDocument): string =>
  `${folderOf(document.url).slice(1)}UI-ids.json`;

/**
 * URL of a page, with base → ids that stand on it: of every page but the document's own and the
 * whole.
 */
export function idMap(site: {
  base: string;
  documents: ReferenceDocument[];
  places: LinkIndex;
}): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of site.documents) {
    if (document.pages.length < 2) continue;
    const ids = new Map<string, string[]>();
    for (const [id, { url }] of site.places.idsOf(document)) {
      if (url !== document.url) ids.get(url)?.push(id) ?? ids.set(url, [id]);
    }
    files.set(
      idMapFile(document),
      JSON.stringify(Object.fromEntries([...ids].map(([url, own]) => [href(site, url), own]))),
    );
  }
  return files;
}
