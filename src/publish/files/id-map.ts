/**
 * For a document that is cut into pages: where each of its ids stands now, so that old links to the
 * single page land.
 */
import { folderOf } from '../../reference/routes.ts';
import type { Page, ReferenceDocument } from '../../reference/model/page.ts';
import type { LinkIndex } from '../../reference/links/link-index.ts';
import { href } from '../url.ts';

/** Path below the site root. */
export const idMapFile = (document: ReferenceDocument): string =>
  `${folderOf(document.url).slice(1)}UI-ids.json`;

/**
 * URL of a page, with base → ids that stand on it: of every page but the document's own and the
 * whole. Of an id that is longer by `-…` than one on the same page only the shorter is listed: rows
 * of tables are most of all ids.
 */
export function idMap(site: {
  base: string;
  documents: ReferenceDocument[];
  places: LinkIndex;
}): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of site.documents) {
    if (document.pages.length < 2) continue;
    const all = site.places.idsOf(document);
    const listed = [...all].filter(
      ([id, { url }]) => url !== document.url && stemPage(id, all)?.url !== url,
    );
    const ids = [...Map.groupBy(listed, ([, page]) => page.url)].map(([url, own]) => [
      href(site, url),
      own.map(([id]) => id),
    ]);
    files.set(idMapFile(document), JSON.stringify(Object.fromEntries(ids)));
  }
  return files;
}

/** Page of the longest id that another one begins with. */
function stemPage(id: string, all: ReadonlyMap<string, Page>): Page | undefined {
  for (let end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
    const page = all.get(id.slice(0, end));
    if (page) return page;
  }
  return undefined;
}
