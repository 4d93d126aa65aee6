/** The reference as a whole: all documents of a content folder joined, and the site that pages, search and publish read. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Fragment, OutlineHeading } from '../markup/fragment.ts';
import type { Content } from '../source/read-content.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceDocument, SourceFile } from '../source/document.ts';
import { lineOfKeys } from '../source/front-matter/positions.ts';
import { namesOf, navName, pagesIn } from '../source/nav-name.ts';
import { plan, linkNeighbours, type Plan } from './plan.ts';
import { checkLinks, fillSections, type FillOptions } from './fill-sections.ts';
import { brokenLink } from './links/broken-link.ts';
import { listPage, listPages } from './generated-pages.ts';
import { familiesOf, type Relatives } from './versions.ts';
import { navigationOf } from './nav/navigation.ts';
import { MAX_ENTRIES, sidebarOf, type Sidebar } from './nav/sidebar.ts';
import { footersOf } from './nav/footers.ts';
import { treesOf, type Trees } from './nav/trees.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import { LinkIndex } from './links/link-index.ts';
import { Resolver } from './links/resolver.ts';
import type { Site } from './model/site.ts';

export class Reference implements Site {
  readonly root: string;
  readonly base: string;
  readonly origin: string;
  readonly frontMatter;
  readonly documents: ReferenceDocument[];
  readonly navigation;
  readonly #families: Map<ReferenceDocument, Relatives>;
  readonly diagnostics = [];
  readonly assets: Map<string, string>;
  /** Undefined where every page holds its whole sidebar. */
  readonly trees: Trees | undefined;
  readonly places = new LinkIndex();
  readonly #arranged: Map<SourceDocument, Plan>;
  readonly #fragments = new Map<SourceDocument, Fragment[]>();
  readonly #options: FillOptions;
  readonly #pages = new Map<string, Page>();
  /** URL of the page that lists all documents. */
  #list = '/';

  constructor(
    content: Content,
    options: { base: string; origin: string },
    report: Report,
    outlineOf: (file: SourceFile) => OutlineHeading[],
  ) {
    this.root = content.folder.root;
    this.base = options.base;
    this.origin = options.origin;
    this.frontMatter = content.frontMatter;
    this.assets = new Map(content.folder.assets.map((file) => [file, path.join(this.root, file)]));
    const lineOf = lineOfKeys(content);
    const arranged = plan(content.documents, ({ files }) => files.map(outlineOf), this.places, {
      base: this.base,
      assets: this.assets.keys(),
      report,
      lineOf,
    });
    this.#arranged = new Map(arranged.map((one) => [one.source, one]));
    this.documents = arranged.map(({ document }) => document);
    for (const document of this.documents) linkNeighbours(document, this.base);
    this.navigation = navigationOf(this.documents, this.frontMatter, { report, lineOf });
    const ordered = this.navigation.flatMap(({ documents }) => documents);
    const named = new Set(pagesIn(this.frontMatter.nav).map(navName));
    const inNav = new Set(
      ordered.filter((document) => namesOf(document).some((name) => named.has(name))),
    );
    this.#families = familiesOf(ordered, { inNav, report, lineOf });
    for (const [document, { newest }] of this.#families) if (newest) document.older = true;
    this.trees = treesOf(this, this.#families);
    for (const document of this.documents)
      for (const page of document.pages) this.#pages.set(page.url, page);
    // Where a page cannot hold the list of all documents, a page of its own does, for readers without script.
    if (!this.#pages.has('/')) this.#addList('/');
    else if (ordered.length > MAX_ENTRIES) this.#list = this.#addList('/contents.html');
    this.#options = {
      places: this.places,
      resolver: new Resolver(this.places, this.assets, this.base),
      sizeOf: (asset) => this.#sizeOf(asset),
      broken: (link, file, resolved) =>
        report({
          file,
          line: link.line,
          ...brokenLink(link, resolved, this.places, this.assets.keys()),
        }),
      report,
    };
  }

  #addList(url: string): string {
    const free = (name: string): boolean =>
      !this.#pages.has(name) && !this.assets.has(name.slice(1));
    let own = url;
    while (!free(own)) own = own.replace('.html', '-section.html');
    const document = listPage(own, this.navigation, this.base, this.frontMatter);
    this.documents.push(document);
    this.#pages.set(own, document.pages[0]!);
    return own;
  }

  pages(): Page[] {
    return [...this.#pages.values()];
  }

  page(url: string): Page | undefined {
    return this.#pages.get(url);
  }

  /** What stands below the contents of a page. */
  footersOf(page: Page): string[] {
    return footersOf(page, this.#options.resolver);
  }

  sidebarOf(page: Page): Sidebar {
    return sidebarOf(this, page, {
      families: this.#families,
      list: this.base + this.#list.slice(1),
    });
  }

  /** Versions and translations of a document. */
  relativesOf(document: ReferenceDocument): Relatives {
    return this.#families.get(document) ?? { versions: [], translations: [] };
  }

  /** The source of the document that a page is of; none for a page that we made. */
  sourceAt(url: string): SourceDocument | undefined {
    const document = this.#pages.get(url)?.document;
    return [...this.#arranged.values()].find((one) => one.document === document)?.source;
  }

  /** Gives a document its sections. */
  complete(source: SourceDocument, fragments: Fragment[]): void {
    this.#fragments.set(source, fragments);
    const arranged = this.#arranged.get(source)!;
    fillSections(arranged, fragments, this.#options);
    listPages(arranged.document, this.base);
  }

  /** Reports links that lead nowhere, when every document is complete. */
  checkLinks(): void {
    for (const [source, fragments] of this.#fragments)
      checkLinks(this.#arranged.get(source)!, fragments, this.#options);
  }

  /** Links to other sites: URL → where it stands. */
  externalLinks(): Map<string, { file: string; line: number }[]> {
    const found = new Map<string, { file: string; line: number }[]>();
    for (const fragment of [...this.#fragments.values()].flat())
      for (const { url, line } of fragment.links)
        if (/^(https?:)?\/\//i.test(url))
          found.set(url, [...(found.get(url) ?? []), { file: fragment.file, line }]);
    return found;
  }

  readonly #sizes = new Map<string, { width: number; height: number } | undefined>();

  #sizeOf(asset: string): { width: number; height: number } | undefined {
    if (!this.#sizes.has(asset)) {
      try {
        const { width, height, orientation } = imageSize(readFileSync(this.assets.get(asset)!));
        const turned = (orientation ?? 1) > 4;
        this.#sizes.set(asset, turned ? { width: height, height: width } : { width, height });
      } catch {
        this.#sizes.set(asset, undefined);
      }
    }
    return this.#sizes.get(asset);
  }
}
