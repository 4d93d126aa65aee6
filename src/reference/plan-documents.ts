/** The ids, contents and pages of each document, from the outlines of its files. */
import { pageHref } from '../shared/page-href.ts';
import type { OutlineHeading } from '../markup/fragment.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import { nearest } from '../shared/nearest.ts';
import {
  descriptionPages,
  fitsOnePage,
  isTooLarge,
  type DescriptionPage,
} from './description-pages.ts';
import { byGroup, contentsOf, grouped, type ListedHeading } from './nav/contents.ts';
import { headingIds, Ids } from './ids/ids.ts';
import { checkOwnIds, tellRenamed } from './ids/own-ids.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import { chaptersOf, type Routes } from './routes.ts';

/** A document whose ids and pages are known. */
export interface DocumentPlan {
  source: SourceDocument;
  /** Without its sections: neither it nor its pages have any yet. */
  document: ReferenceDocument;
  /** Final ids of its headings, file by file. */
  headings: string[][];
  /** Those and all that they took. */
  ids: Ids;
  /** `file:heading` (indexes) → index of the page that begins with it. */
  begins: Map<string, number>;
  /** The same of headings at which the text goes on to a page that does not begin with them. */
  goesOn: Map<string, number>;
}

export interface PlanOptions {
  /** `/` or `/docs/`. */
  base: string;
  routes: Routes;
  report: Report;
  placeOf: PlaceOf;
}

export function planDocument(
  source: SourceDocument,
  outlines: OutlineHeading[][],
  { base, routes, report, placeOf }: PlanOptions,
): DocumentPlan {
  const { frontMatter, files, file, url, listed } = source;
  checkOwnIds(outlines, files, report);
  const ids = new Ids();
  const headings = headingIds(outlines, frontMatter.ids, ids);
  if (frontMatter.ids === 'slate') tellRenamed(outlines, headings, files, report);
  const document: ReferenceDocument = {
    file,
    url,
    listed,
    frontMatter,
    contents: [],
    sections: [],
    pages: [],
  };
  const plan: DocumentPlan = {
    source,
    document,
    headings,
    ids,
    begins: new Map(),
    goesOn: new Map(),
  };
  addPages(plan, outlines, { base, routes, report, placeOf });
  linkNeighbours(document, base);
  const listedHeadings: ListedHeading[] = [];
  eachHeading(plan, (at, index, page, begins) => {
    const id = headings[at]![index]!;
    const href = pageHref(base, page.url);
    listedHeadings.push({
      heading: outlines[at]![index]!,
      id,
      href: begins ? href : `${href}#${id}`,
      ...(page.part && { part: { id: page.id!, title: page.part, href } }),
    });
  });
  const contents = contentsOf(listedHeadings, frontMatter.toc_depth);
  document.contents = grouped(
    frontMatter.toc.length ? contents : byGroup(contents, listedHeadings),
    frontMatter.toc,
    listedHeadings,
    (item, group) => {
      const near = nearest(item, headings.flat());
      report({
        kind: 'toc-unknown',
        ...placeOf(file, 'toc', item),
        message: `\`toc\` lists “${item}” under “${group.title}”, and no heading has that id`,
        hint: near ? `did you mean ${near}?` : 'name a heading’s id, as it stands in its link',
      });
    },
  );
  return plan;
}

/**
 * Each heading with its page, in order. @param pages those of the plan, or their copies
 */
export function eachHeading(
  { document, headings, begins, goesOn }: DocumentPlan,
  visit: (file: number, index: number, page: Page, begins: boolean) => void,
  pages = document.pages,
): void {
  let page = pages[0]!;
  headings.forEach((ids, file) =>
    ids.forEach((_, index) => {
      const begun = begins.get(`${file}:${index}`);
      page = pages[begun ?? goesOn.get(`${file}:${index}`) ?? -1] ?? page;
      visit(file, index, page, begun !== undefined);
    }),
  );
}

function addPages(
  plan: DocumentPlan,
  outlines: OutlineHeading[][],
  { routes, report, placeOf }: PlanOptions,
): void {
  const { source, document, headings, begins } = plan;
  const { frontMatter, url, file, pages } = document;
  const add = (page: Omit<Page, 'document' | 'sections'>) =>
    pages.push({ ...page, document, sections: [] });
  add({ kind: 'document', url, title: frontMatter.title });
  const isLarge = frontMatter.data.paged === undefined && isTooLarge(outlines);
  if (!frontMatter.paged && !isLarge) return;
  const described = descriptionPages(outlines, headings);
  if (described.length > 1) {
    const whole = fitsOnePage(outlines) ? routes.beside(url, 'all') : undefined;
    if (!whole)
      report({
        kind: 'whole-too-large',
        file,
        message: `the whole of ${url} on one page would have more than 20 MB, and is left out`,
        hint: 'every chapter is a page of its own',
      });
    ownText(plan, outlines);
    addDescribed(plan, described, ({ id, title, part }) =>
      add({ kind: 'section', url: routes.beside(url, id).url, id, title, ...(part && { part }) }),
    );
    if (whole) add({ kind: 'all', url: whole.url, title: frontMatter.title });
    return;
  }
  const found = chaptersOf(outlines, headings);
  if (found.length < 2) {
    if (frontMatter.data.paged === undefined) return;
    report({
      kind: 'paged-single',
      ...placeOf(file, 'paged'),
      message:
        '`paged: true` has no effect, because there is only one heading of the highest level',
      hint: 'start each part that should be a page with a heading of the same level, such as `# Orders`',
    });
    return;
  }
  const whole = routes.beside(url, 'all');
  for (const { id, title, heading } of found) {
    const { url: own, renamed } = routes.beside(url, id);
    const [at, index] = heading;
    const { line, file = source.files[at]!.file } = outlines[at]![index]!;
    if (renamed)
      report({
        kind: 'url-renamed',
        file,
        line,
        message: `the page of “${title}” is ${own}, because its own URL is used by another page`,
        hint: 'give the heading an id of its own: [#my-id]',
      });
    begins.set(heading.join(':'), pages.length);
    add({ kind: 'section', url: own, id, title });
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

/** The author's chapters, and what a description says of the whole, stand on the document's page. */
function ownText({ source, goesOn }: DocumentPlan, outlines: OutlineHeading[][]): void {
  outlines.forEach((outline, file) => {
    if (source.files[file]!.dialect === 'openapi') goesOn.set(`${file}:-1`, 0);
    outline.forEach(({ level, top, described }, index) => {
      if (level === 1 && top && !described) goesOn.set(`${file}:${index}`, 0);
    });
  });
}

/** Of a description only its chapters are pages: what stands before them is the document's own. */
function addDescribed(
  { begins, goesOn, document: { pages } }: DocumentPlan,
  described: DescriptionPage[],
  add: (page: DescriptionPage) => void,
): void {
  for (const page of described) {
    const [first, ...others] = page.headings;
    if (first) (page.part === undefined ? begins : goesOn).set(first.join(':'), pages.length);
    for (const heading of others) goesOn.set(heading.join(':'), pages.length);
    add(page);
  }
}

/** Previous and next of a paged document's pages, in reading order. */
function linkNeighbours(document: ReferenceDocument, base: string): void {
  const order = document.pages.filter((page) => page.kind !== 'all');
  const link = (page: Page | undefined) =>
    page && { title: page.title, href: pageHref(base, page.url) };
  order.forEach((page, index) => {
    const previous = link(order[index - 1]),
      next = link(order[index + 1]);
    if (previous) page.previous = previous;
    if (next) page.next = next;
  });
}
