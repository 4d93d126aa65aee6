/**
 * For documents that have versions or translations: their headings and where they stand, so that a
 * switch keeps the reader's place.
 */
import { folderOf } from '../../reference/routes.ts';
import { walk, type ReferenceDocument } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { sectionPages } from '../section-pages.ts';
import { href } from '../url.ts';

/**
 * A heading: level, id, URL of its page with base, and `GET /x` where it describes an operation.
 */
export type OutlineEntry = [level: number, id: string, page: string, endpoint?: string];

/** Path below the site root. */
export const outlineFile = (document: Pick<ReferenceDocument, 'url'>): string =>
  `${folderOf(document.url).slice(1)}UI-outline.json`;

export function outlines(site: Pick<Site, 'base' | 'documents'>): Map<string, string> {
  const files = new Map<string, string>();
  const families = Map.groupBy(
    site.documents.filter(
      ({ listed, borrowed, frontMatter }) => (listed || borrowed) && frontMatter.reference,
    ),
    ({ frontMatter }) => frontMatter.reference,
  );
  for (const members of families.values()) {
    if (members.length < 2) continue;
    for (const document of members) {
      const pageOf = sectionPages(document);
      const entries: OutlineEntry[] = [];
      for (const section of walk(document.sections)) {
        if (!section.level) continue;
        const { level, id, endpoint } = section;
        const page = href(site, pageOf(section).url);
        entries.push(
          endpoint
            ? [level, id, page, `${endpoint.method.toUpperCase()} ${endpoint.path}`]
            : [level, id, page],
        );
      }
      files.set(outlineFile(document), JSON.stringify(entries));
    }
  }
  return files;
}
