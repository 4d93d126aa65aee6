/**
 * Joins the outlines of all documents: ids, contents, pages. Everything here is known before a page is rendered,
 * since it needs the outlines only, not the text.
 */
import type { OutlineHeading } from '../markup/fragment.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Report } from '../source/diagnostic.ts';
import { contentsOf, grouped, type ListedHeading } from './contents.ts';
import { headingIds, Ids } from './ids.ts';
import { checkOwnIds } from './own-ids.ts';
import type { Page, ReferenceDocument } from './page.ts';
import type { Places } from './place.ts';
import { chaptersOf, folderOf, Routes, type Chapter } from './routes.ts';

/** A document whose ids and pages are known. */
export interface Arranged {
  source: SourceDocument;
  document: ReferenceDocument;
  outlines: OutlineHeading[][];
  /** Final ids of its headings, file by file. */
  headings: string[][];
  ids: Ids;
  /** The page each top-level row stands on: by file, the chapters that begin in it. */
  chapters: { chapter: Chapter; page: Page }[];
}

export interface ArrangeOptions {
  /** `/` or `/docs/`. */
  base: string;
  report: Report;
}

export function arrange(sources: SourceDocument[], outlinesOf: (source: SourceDocument) => OutlineHeading[][], places: Places, { base, report }: ArrangeOptions): Arranged[] {
  const routes = new Routes();
  for (const reserved of ['/404.html']) routes.take(reserved);
  for (const source of sources) routes.take(source.url);
  if (!sources.some(({ url }) => url === '/')) routes.take('/');
  routes.take('/index.html');
  return sources.map((source) => {
    const { frontMatter, files } = source;
    const outlines = outlinesOf(source);
    checkOwnIds(outlines, files, report);
    const ids = new Ids();
    const headings = headingIds(outlines, frontMatter.ids, ids);
    const document: ReferenceDocument = { file: source.file, url: source.url, listed: source.listed, frontMatter, contents: [], sections: [], pages: [] };
    const arranged: Arranged = { source, document, outlines, headings, ids, chapters: [] };
    layPages(arranged, routes, report);
    places.add(document);

    const href = (page: Page, id: string) => `${base}${page.url.slice(1)}#${id}`;
    const listed: ListedHeading[] = [];
    let page = document.pages[0]!;
    const begins = new Map(arranged.chapters.map(({ chapter, page }) => [chapter.heading.join(':'), page]));
    outlines.forEach((outline, file) => outline.forEach((heading, index) => {
      page = begins.get(`${file}:${index}`) ?? page;
      const id = headings[file]![index]!;
      places.put(document, id, page);
      listed.push({ heading, id, href: href(page, id) });
    }));
    document.contents = grouped(contentsOf(listed, frontMatter.toc_depth), frontMatter.toc, (item, group) =>
      report({ kind: 'toc-unknown', file: files[0]!.file, line: 1, message: `\`toc\` lists “${item}” under “${group.title}”, and no heading has that id`, mend: 'name a heading’s id, as it stands in its link, within toc_depth' }));
    return arranged;
  });
}

function layPages({ document, outlines, headings, chapters }: Arranged, routes: Routes, report: Report): void {
  const { frontMatter, url, file } = document;
  const add = (page: Omit<Page, 'document' | 'sections'>): Page => {
    const whole: Page = { ...page, document, sections: [] };
    document.pages.push(whole);
    return whole;
  };
  add({ kind: 'document', url, title: frontMatter.title });
  const found = frontMatter.paged ? chaptersOf(outlines, headings) : [];
  if (found.length < 2) return;
  for (const chapter of found) {
    const { url: own, renamed } = routes.beside(url, chapter.id);
    if (renamed) report({ kind: 'url-renamed', file, message: `the page of “${chapter.title}” is ${own}, since its own URL is taken`, mend: 'give the heading an id of its own: [#my-id]' });
    chapters.push({ chapter, page: add({ kind: 'section', url: own, title: chapter.title }) });
  }
  add({ kind: 'all', url: allUrl(url, routes), title: frontMatter.title });
}

/** `all.html` beside the document's pages. */
function allUrl(document: string, routes: Routes): string {
  const url = `${folderOf(document)}all.html`;
  return routes.take(url) ? url : routes.beside(document, 'all').url;
}

/** Previous and next of a paged document's pages, in reading order. */
export function linkNeighbours(document: ReferenceDocument, base: string): void {
  const order = document.pages.filter((page) => page.kind !== 'all');
  const link = (page: Page | undefined) => page && { title: page.title, href: base + page.url.slice(1) };
  order.forEach((page, index) => {
    const previous = link(order[index - 1]), next = link(order[index + 1]);
    if (previous) page.previous = previous;
    if (next) page.next = next;
  });
}
