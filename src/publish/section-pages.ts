/** The page on which a section of a document stands. */
import { walk, type Page, type ReferenceDocument } from '../reference/model/page.ts';
import type { Section } from '../reference/model/section.ts';

/**
 * @returns a function from a section to its page; text before the first heading stands on the
 * document's own
 */
export function sectionPages(document: ReferenceDocument): (section: Section) => Page {
  const own = document.pages.find(({ kind }) => kind === 'document')!;
  const pages = new Map<string, Page>();
  for (const page of document.pages)
    if (page.kind !== 'all')
      for (const { id } of walk(page.sections)) if (id && !pages.has(id)) pages.set(id, page);
  return (section) => pages.get(section.id) ?? own;
}
