/** Gives a planned document its sections, once the fragments of its files are there. */
import type { Fragment } from '../markup/fragment.ts';
import type { DocumentPlan } from './plan-documents.ts';
import { escapeAttribute as escape } from '../shared/html.ts';
import { ResolvedSection, type PlaceholderFiller } from './model/resolved-section.ts';
import { elementIds } from './ids/ids.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import type { LinkIndex } from './links/link-index.ts';
import type { Resolved, Resolver } from './links/resolver.ts';
import type { Section } from './model/section.ts';

export interface JoinOptions {
  /** Told of every id. */
  places: LinkIndex;
  resolver: Resolver;
  /** Width and height of an image of the content folder, in pixels. */
  sizeOf(asset: string): { width: number; height: number } | undefined;
}

/** @param document the plan's, or a copy of it: its sections and those of its pages are added to */
export function joinDocument(
  { headings, ids: planned, begins, goesOn }: DocumentPlan,
  document: ReferenceDocument,
  fragments: Fragment[],
  options: JoinOptions,
): void {
  const ids = planned.copy();
  const all = document.pages.find(({ kind }) => kind === 'all');
  const trees = new Map(document.pages.map((page) => [page, new Tree(page.sections)]));
  const whole = new Tree(document.sections);
  let page = document.pages[0]!,
    last = '';
  fragments.forEach((fragment, file) => {
    const own = elementIds(fragment, headings[file]!, ids);
    const fillers = new Map<Page, PlaceholderFiller>();
    const fillerOf = (on: Page) =>
      fillers.get(on) ?? fillers.set(on, filler(fragment, own, on, options)).get(on)!;
    const pageOf: Page[] = [];
    for (const row of fragment.rows) {
      const place = `${file}:${row.heading}`;
      page = document.pages[begins.get(place) ?? goesOn.get(place) ?? -1] ?? page;
      pageOf[row.heading] = page;
      const id = row.heading < 0 ? last : headings[file]![row.heading]!;
      last = id;
      const sectionOn = (on: Page) => new ResolvedSection(fragment, row, id, fillerOf(on));
      trees.get(page)!.add(sectionOn(page));
      whole.add(sectionOn(page));
      if (all) trees.get(all)!.add(sectionOn(all));
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

  add(section: Section): void {
    if (section.level === 0) {
      // Text before a file's first heading goes on from what came before it.
      this.#open.at(-1)!.children.push(section);
      return;
    }
    while (this.#open.at(-1)!.level >= section.level) this.#open.pop();
    this.#open.at(-1)!.children.push(section);
    this.#open.push(section);
  }
}

function filler(
  fragment: Fragment,
  ids: (string | undefined)[],
  page: Page,
  { resolver, sizeOf }: JoinOptions,
): PlaceholderFiller {
  // The page asks for each, and so does every file of Markdown that the section is in.
  const resolved: Resolved[] = [];
  const resolve = (index: number) =>
    (resolved[index] ??= resolver.resolve(
      fragment.links[index]!,
      page.document,
      page,
      fragment.file,
    ));
  return {
    id: (index) => ids[index],
    url: (index) => resolve(index).url,
    link(kind, index) {
      const resolved = resolve(index);
      const size = kind === 'm' && resolved.asset ? sizeOf(resolved.asset) : undefined;
      return escape(resolved.url) + (size ? `" width="${size.width}" height="${size.height}` : '');
    },
  };
}
