/**
 * Joins the outlines of all documents: ids, contents, pages. Everything here is known before a page is rendered,
 * since it needs the outlines only, not the text.
 */
import type { OutlineHeading } from '../markup/fragment.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LineOf } from '../source/front-matter/positions.ts';
import { nearest } from '../shared/nearest.ts';
import { contentsOf, grouped, type ListedHeading } from './nav/contents.ts';
import { headingIds, Ids } from './ids/ids.ts';
import { checkOwnIds, tellRenamed } from './ids/own-ids.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import type { LinkIndex } from './links/link-index.ts';
import { chaptersOf, Routes, type Chapter } from './routes.ts';

/** A document whose ids and pages are known. */
export interface Plan {
  source: SourceDocument;
  document: ReferenceDocument;
  outlines: OutlineHeading[][];
  /** Final ids of its headings, file by file. */
  headings: string[][];
  ids: Ids;
  /** The page each top-level row stands on: by file, the chapters that begin in it. */
  chapters: { chapter: Chapter; page: Page }[];
}

export interface PlanOptions {
  /** `/` or `/docs/`. */
  base: string;
  /** Files carried to the site: no page may take their place. */
  assets: Iterable<string>;
  report: Report;
  lineOf: LineOf;
}

export function plan(
  sources: SourceDocument[],
  outlinesOf: (source: SourceDocument) => OutlineHeading[][],
  places: LinkIndex,
  { base, assets, report, lineOf }: PlanOptions,
): Plan[] {
  const routes = new Routes();
  for (const asset of assets) routes.take(`/${asset}`);
  for (const taken of ['/', '/404.html', ...sources.map(({ url }) => url)]) routes.take(taken);
  return sources.map((source) => {
    const { frontMatter, files } = source;
    const outlines = outlinesOf(source);
    checkOwnIds(outlines, files, report);
    const ids = new Ids();
    const headings = headingIds(outlines, frontMatter.ids, ids);
    if (frontMatter.ids === 'slate') tellRenamed(outlines, headings, files, report);
    const document: ReferenceDocument = {
      file: source.file,
      url: source.url,
      listed: source.listed,
      frontMatter,
      contents: [],
      sections: [],
      pages: [],
    };
    const arranged: Plan = { source, document, outlines, headings, ids, chapters: [] };
    layPages(arranged, routes, { report, lineOf });
    places.add(document);

    const href = (page: Page, id: string) => `${base}${page.url.slice(1)}#${id}`;
    const listed: ListedHeading[] = [];
    let page = document.pages[0]!;
    const begins = new Map(
      arranged.chapters.map(({ chapter, page }) => [chapter.heading.join(':'), page]),
    );
    outlines.forEach((outline, file) =>
      outline.forEach((heading, index) => {
        const begun = begins.get(`${file}:${index}`);
        page = begun ?? page;
        const id = headings[file]![index]!;
        places.put(document, id, page);
        listed.push({ heading, id, href: begun ? base + begun.url.slice(1) : href(page, id) });
      }),
    );
    document.contents = grouped(
      contentsOf(listed, frontMatter.toc_depth),
      frontMatter.toc,
      listed,
      (item, group) => {
        const near = nearest(item, headings.flat());
        report({
          kind: 'toc-unknown',
          file: source.file,
          line: lineOf(source.file, 'toc', item),
          message: `\`toc\` lists “${item}” under “${group.title}”, and no heading has that id`,
          hint: near ? `did you mean ${near}?` : 'name a heading’s id, as it stands in its link',
        });
      },
    );
    return arranged;
  });
}

function layPages(
  { source, document, outlines, headings, chapters }: Plan,
  routes: Routes,
  { report, lineOf }: Pick<PlanOptions, 'report' | 'lineOf'>,
): void {
  const { frontMatter, url, file } = document;
  const add = (page: Omit<Page, 'document' | 'sections'>): Page => {
    const added: Page = { ...page, document, sections: [] };
    document.pages.push(added);
    return added;
  };
  add({ kind: 'document', url, title: frontMatter.title });
  if (!frontMatter.paged) return;
  const found = chaptersOf(outlines, headings);
  if (found.length < 2) {
    report({
      kind: 'paged-single',
      file,
      line: lineOf(file, 'paged'),
      message:
        '`paged: true` has no effect, because there is only one heading of the highest level',
      hint: 'start each part that should be a page with a heading of the same level, such as `# Orders`',
    });
    return;
  }
  const whole = routes.beside(url, 'all');
  for (const chapter of found) {
    const { url: own, renamed } = routes.beside(url, chapter.id);
    const [at, index] = chapter.heading;
    const { line, file = source.files[at]!.file } = outlines[at]![index]!;
    if (renamed)
      report({
        kind: 'url-renamed',
        file,
        line,
        message: `the page of “${chapter.title}” is ${own}, because its own URL is used by another page`,
        hint: 'give the heading an id of its own: [#my-id]',
      });
    chapters.push({
      chapter,
      page: add({ kind: 'section', url: own, id: chapter.id, title: chapter.title }),
    });
  }
  if (whole.renamed)
    report({
      kind: 'url-renamed',
      file,
      message: `the whole of ${url} on one page is ${whole.url}, because its own URL is used by another page`,
      hint: 'rename the other page, if this matters',
    });
  add({ kind: 'all', url: whole.url, title: frontMatter.title });
}

/** Previous and next of a paged document's pages, in reading order. */
export function linkNeighbours(document: ReferenceDocument, base: string): void {
  const order = document.pages.filter((page) => page.kind !== 'all');
  const link = (page: Page | undefined) =>
    page && { title: page.title, href: base + page.url.slice(1) };
  order.forEach((page, index) => {
    const previous = link(order[index - 1]),
      next = link(order[index + 1]);
    if (previous) page.previous = previous;
    if (next) page.next = next;
  });
}
