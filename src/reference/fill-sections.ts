/** Gives an arranged document its sections, once the fragments of its files are there. */
import type { Fragment, WrittenLink } from '../markup/fragment.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { footerLinks } from './nav/footers.ts';
import type { Plan } from './plan.ts';
import { escape, ResolvedSection, type PlaceholderFiller } from './model/resolved-section.ts';
import { elementIds } from './ids/ids.ts';
import type { Page } from './model/page.ts';
import type { LinkIndex } from './links/link-index.ts';
import type { Resolved, Resolver } from './links/resolver.ts';
import type { Section } from './model/section.ts';

/** Width and height of an image of the content folder, in pixels. */
export type SizeOf = (asset: string) => { width: number; height: number } | undefined;

export interface FillOptions {
  places: LinkIndex;
  resolver: Resolver;
  sizeOf: SizeOf;
  /** Told of every link that leads nowhere. */
  broken(link: WrittenLink, file: string, resolved: Resolved): void;
  report: Report;
}

export function fillSections(arranged: Plan, fragments: Fragment[], options: FillOptions): void {
  const { document, headings, ids, chapters } = arranged;
  const [first] = document.pages;
  const all = document.pages.find((page) => page.kind === 'all');
  const begins = new Map(chapters.map(({ chapter, page }) => [chapter.heading.join(':'), page]));
  for (const page of document.pages) page.sections = [];
  document.sections = [];

  const trees = new Map<Page, Tree>();
  const treeOf = (page: Page) =>
    trees.get(page) ?? trees.set(page, new Tree(page.sections)).get(page)!;
  const whole = new Tree(document.sections);
  let page = first!,
    last = '';
  fragments.forEach((fragment, file) => {
    const own = elementIds(fragment, headings[file]!, ids);
    const fillers = new Map<Page, PlaceholderFiller>();
    const fillerOf = (on: Page) =>
      fillers.get(on) ?? fillers.set(on, filler(fragment, own, arranged, on, options)).get(on)!;
    const pageOf: Page[] = [];
    for (const row of fragment.rows) {
      page = begins.get(`${file}:${row.heading}`) ?? page;
      pageOf[row.heading] = page;
      const id = row.heading < 0 ? last : headings[file]![row.heading]!;
      last = id;
      const section = new ResolvedSection(fragment, row, id, fillerOf(page));
      treeOf(page).add(section);
      whole.add(section, new ResolvedSection(fragment, row, id, fillerOf(page)));
      if (all) treeOf(all).add(new ResolvedSection(fragment, row, id, fillerOf(all)));
    }
    fragment.ids.forEach(({ heading }, index) => {
      const id = own[index];
      if (id !== undefined)
        options.places.put(document, id, pageOf[heading] ?? nearest(pageOf, heading) ?? page);
    });
  });
}

/** The page of the last row at or before a heading: one inside a quote has no row of its own. */
const nearest = (pages: Page[], heading: number): Page | undefined =>
  pages.slice(0, heading + 1).findLast(Boolean);

/** Sections nested by level as they come. */
class Tree {
  readonly #open: { level: number; children: Section[] }[];

  constructor(top: Section[]) {
    this.#open = [{ level: 0, children: top }];
  }

  add(section: Section, as: Section = section): void {
    if (section.level === 0) {
      // Text before a file's first heading goes on from what came before it.
      this.#open.at(-1)!.children.push(as);
      return;
    }
    while (this.#open.at(-1)!.level >= section.level) this.#open.pop();
    this.#open.at(-1)!.children.push(as);
    this.#open.push({ level: section.level, children: as.children });
  }
}

function filler(
  fragment: Fragment,
  ids: (string | undefined)[],
  { document }: Plan,
  page: Page,
  { resolver, sizeOf }: FillOptions,
): PlaceholderFiller {
  return {
    id: (index) => ids[index],
    url: (index) => resolver.resolve(fragment.links[index]!, document, page).url,
    link(kind, index) {
      const resolved = resolver.resolve(fragment.links[index]!, document, page);
      const size = kind === 'm' && resolved.asset ? sizeOf(resolved.asset) : undefined;
      return escape(resolved.url) + (size ? `" width="${size.width}" height="${size.height}` : '');
    },
  };
}

/** Reports every link of the document that leads nowhere. Needs all documents completed. */
export function checkLinks(
  arranged: Plan,
  fragments: Fragment[],
  { resolver, broken }: FillOptions,
): void {
  const { document } = arranged;
  const page = document.pages.find(({ kind }) => kind === 'all') ?? document.pages[0]!;
  for (const fragment of fragments) {
    for (const link of fragment.links) {
      const resolved = resolver.resolve(link, document, page);
      if (resolved.problem) broken(link, link.file ?? fragment.file, resolved);
    }
  }
  for (const link of footerLinks(document)) {
    const resolved = resolver.resolve(link, document, page);
    if (resolved.problem) broken(link, document.file, resolved);
  }
}
