/** For a document that is cut into pages: where each of its ids stands now, so that old links to the single page land. */
import { folderOf } from '../reference/routes.ts';
import type { ReferenceDocument } from '../reference/page.ts';
import type { Places } from '../reference/place.ts';
import { href } from './url.ts';

/** Path below the site root. */
export const movedFile = (document: ReferenceDocument): string => `${folderOf(document.url).slice(1)}UI-ids.json`;

/** id → URL with base and hash, of every id that is not on the document's own page. */
export function moved(site: { base: string; documents: ReferenceDocument[]; places: Places }): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of site.documents) {
    if (document.pages.length < 2) continue;
    const away = [...site.places.idsOf(document)].filter(([, page]) => page.url !== document.url);
    files.set(movedFile(document), JSON.stringify(Object.fromEntries(away.map(([id, page]) => [id, `${href(site, page.url)}#${encodeURIComponent(id)}`]))));
  }
  return files;
}
