/**
 * Results as they are shown: the best ones, best first, with the title of their page above those of one
 * page that follow each other.
 */
import { pageHref } from '../../shared/page-href.ts';
import type { Catalogue } from './catalogue.ts';
import type { Hit } from './hit.ts';

export interface Result extends Hit {
  /** URL without base: `page#id`. */
  href: string;
  title: string;
  /** Titles above it on its page, outermost first. */
  crumbs: string[];
  method: string;
  path: string;
}

export interface Group {
  /** Title of the page, after its document's where the site has several. */
  title: string;
  results: Result[];
}

/** @param most results in all */
export function group(catalogue: Catalogue, hits: Hit[], most = 20): Group[] {
  const groups: Group[] = [];
  let last = -1;
  for (const hit of hits.slice(0, most)) {
    const item = catalogue.items[hit.section]!;
    const page = catalogue.pages[item.page]!;
    const crumbs: string[] = [];
    for (let up = item.up; up >= 0; up = catalogue.items[up]!.up)
      crumbs.unshift(catalogue.items[up]!.title);
    const document = catalogue.documents[page.document]!;
    const several = catalogue.documents.length > 1 && document.title !== page.title;
    if (item.page !== last)
      groups.push({
        title: several ? `${document.title} › ${page.title}` : page.title,
        results: [],
      });
    last = item.page;
    const id = hit.row ?? item.id;
    groups.at(-1)!.results.push({
      ...hit,
      href: pageHref('/', page.url) + (id && `#${id}`),
      title: item.title,
      crumbs,
      method: item.method,
      path: item.path,
    });
  }
  return groups;
}
