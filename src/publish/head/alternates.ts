/** Translations of a page: documents of one `reference` and `version` that differ in `lang`. */
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';

export interface Alternate {
  /** BCP 47. */
  lang: string;
  /** Without base. */
  url: string;
}

/**
 * @returns every language of the page, its own among them, as hreflang wants it; none where there
 * is only one
 */
export function alternatesOf(site: Site, page: Page): Alternate[] {
  const { document } = page;
  const { reference, version } = document.frontMatter;
  if (!reference || !document.listed) return [];
  const found = new Map<string, string>();
  for (const other of site.documents) {
    if (
      !other.listed ||
      other.frontMatter.reference !== reference ||
      other.frontMatter.version !== version
    )
      continue;
    const same = other === document ? page : counterpart(other.pages, page);
    if (same && !found.has(other.frontMatter.lang)) found.set(other.frontMatter.lang, same.url);
  }
  return found.size > 1 ? [...found].map(([lang, url]) => ({ lang, url })) : [];
}

/**
 * A page of a paged document matches the page that begins with the same section: the same id, or in
 * a translation, whose ids are of another language, the same place among as many. A whole matches a
 * whole.
 */
export function counterpart(pages: Page[], page: Page): Page | undefined {
  if (page.kind !== 'section') return pages.find(({ kind }) => kind === page.kind);
  const others = sectionsOf(pages),
    own = sectionsOf(page.document.pages);
  const same = others.find(({ id }) => id === page.id);
  const translated = page.document.frontMatter.lang !== others[0]?.document.frontMatter.lang;
  return translated && others.length === own.length ? others[own.indexOf(page)] : same;
}

const sectionsOf = (pages: Page[]): Page[] => pages.filter(({ kind }) => kind === 'section');
