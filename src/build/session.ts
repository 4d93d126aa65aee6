/** What one run of the command line knows: the content, its fragments, the site made of them. Build and dev go the same way. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdxContext } from '../mdx/index.ts';
import type { Fragment } from '../markup/fragment.ts';
import { sanitizeFrontMatter } from '../markup/sanitize/sanitize-front-matter.ts';
import { rollUpEndpoints } from '../markup/endpoints/roll-up.ts';
import { FragmentBuilder } from '../markup/worker/fragment-builder.ts';
import { Reference } from '../reference/reference.ts';
import { checkSamples } from '../reference/check-samples.ts';
import { outsideFences } from '../diagnostics/locate.ts';
import { readContent, type Content } from '../source/read-content.ts';
import type { SourceDocument, SourceFile } from '../source/document.ts';
import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import { DiagnosticCollector } from '../diagnostics/collector.ts';
import { lineOfKeys } from '../source/front-matter/positions.ts';
import { readStyles } from '../source/styles.ts';
import type { View } from '../layouts/head.ts';
import { renderFinding } from './mdx/compile-errors.ts';
import { MdxFindings } from './mdx/findings.ts';
import { viewOf } from './page-view.ts';
import { cacheFolder, digestOf, project } from './project.ts';

export interface SessionOptions {
  /** The content folder: absolute path or file URL. */
  root: string | URL;
  /** `/` or `/docs/`. */
  base: string;
  /** Of the published site; empty if not known. */
  origin: string;
  /** Keep fragments and highlighting on disk. */
  cache: boolean;
}

/** Opens the content folder and makes it the session that Astro's pages see. */
export function openSession(options: SessionOptions): Session {
  const root = path.resolve(
    options.root instanceof URL ? fileURLToPath(options.root) : options.root,
  );
  const session = new Session({ ...options, root });
  (globalThis as Record<symbol, unknown>)[Symbol.for('phyllite')] = session;
  session.read();
  return session;
}

export class Session {
  readonly options: SessionOptions & { root: string };
  diagnostics = new DiagnosticCollector();
  readonly #mdx: MdxFindings;
  readonly workshop: FragmentBuilder;
  content!: Content;
  /** The owner's `head.html`, as it is; empty if there is none. */
  headHtml = '';
  reference!: Reference;
  /** As of the last reading: every document and every compilation asks. */
  #components: [name: string, file: string][] = [];
  #fragments = new Map<SourceFile, Fragment>();
  #arranged = false;

  constructor(options: SessionOptions & { root: string }) {
    this.options = options;
    this.#mdx = new MdxFindings((finding) => this.report(finding));
    this.workshop = new FragmentBuilder({
      dir: options.cache ? cacheFolder(options.root) : null,
      version: digestOf(['src/shared', 'src/diagnostics', 'src/source', 'src/slate', 'src/markup']),
    });
  }

  readonly report: Report = (finding) => this.diagnostics.add(finding);

  /** Reads the folder anew: sources and front matter at once; fragments of Slate sources are being made when it returns. */
  read(): void {
    this.diagnostics = new DiagnosticCollector();
    this.content = readContent(this.options.root, this.report);
    const { folder } = this.content;
    this.#components = this.#listComponents();
    // What the folder lists lies in it: a link that leads out is told, and not followed.
    this.headHtml = folder.all.has('head.html')
      ? readFileSync(path.join(folder.root, 'head.html'), 'utf8')
      : '';
    readStyles(folder, this.report);
    for (const document of this.content.documents)
      if (!document.frontMatter.raw_html) sanitizeFrontMatter(document, this.report);
    this.#mdx.read();
    for (const document of this.content.documents)
      for (const { file, text, dialect } of document.files)
        if (dialect === 'mdx') this.#mdx.has(file, text, this.#around(document));
    this.#fragments.clear();
    this.#arranged = false;
    const slate = this.content.documents.flatMap((document) =>
      document.files
        .filter(({ dialect }) => dialect === 'slate')
        .map((file) => ({ file, document })),
    );
    const { promise: waiting, resolve } = Promise.withResolvers<void>();
    this.#wait = resolve;
    this.#made = this.workshop
      .slate(slate, waiting)
      .then((fragments) =>
        fragments.forEach((fragment, index) => this.#keep(slate[index]!.file, fragment)),
      );
    // Told where it is waited for.
    this.#made.catch(() => {});
  }
  #made: Promise<void> = Promise.resolve();
  #wait = (): void => {};

  /** Settles when the fragments of Slate sources are made; this thread takes no part for that. */
  get made(): Promise<void> {
    return this.#made;
  }

  /** Waits for the fragments of Slate sources. */
  ready(): Promise<void> {
    this.#wait();
    return this.#made;
  }

  /** Ids, contents and pages; possible once Vite has loaded every `.mdx`, which leaves its outline here. */
  arrange(): Reference {
    if (!this.#arranged) {
      this.reference = new Reference(
        this.content,
        this.options,
        this.report,
        (file) => this.#mdx.outlineOf(file.file) ?? this.#fragments.get(file)?.outline ?? [],
      );
      this.#arranged = true;
      for (const document of this.content.documents) this.#complete(document);
    }
    return this.reference;
  }

  /** What Astro's `getStaticPaths` wants. */
  async paths(): Promise<{ params: { slug: string | undefined }; props: { url: string } }[]> {
    await this.ready();
    return this.arrange()
      .pages()
      .map(({ url }) => ({ params: { slug: slugOf(url) }, props: { url } }));
  }

  /** The `.mdx` files, relative, that a page has to render before it can be shown; none once that is done. */
  mdxFilesOf(url: string): string[] {
    const document = this.arrange().sourceAt(url);
    if (!document || document.files.every((file) => this.#fragments.has(file))) return [];
    return document.files.filter((file) => file.dialect === 'mdx').map(({ file }) => file);
  }

  /** Takes the HTML of a document's MDX files, each behind the mark that the page put before it. */
  async rendered(url: string, html: string): Promise<void> {
    const document = this.arrange().sourceAt(url)!;
    const parts = html.split(/<template data-phyllite-file="([^"]*)"><\/template>/);
    let next = 1;
    for (const file of document.files) {
      if (file.dialect !== 'mdx') continue;
      this.#keep(
        file,
        await this.workshop.mdx(
          file,
          document,
          parts[next + 1] ?? '',
          this.#mdx.outlineOf(file.file) ?? [],
        ),
      );
      next += 2;
    }
    this.#complete(document);
  }

  /** Takes what an expression or a component of a file threw. */
  renderFailed(file: string, error: unknown): void {
    this.report(renderFinding(file, error));
  }

  /** Asks the dev server for a page, so that its MDX is rendered; set by `dev`. */
  renderPage: (url: string) => Promise<unknown> = async () => {};

  /** Files that pages share, path below the site root → content; undefined where each page holds them itself (`dev`). */
  shared: Map<string, string> | undefined;

  get isArranged(): boolean {
    return this.#arranged;
  }

  /** Told of each page that is laid out; set by `build`. */
  onPage: (count: number, of: number) => void = () => {};
  #shown = 0;

  /** Renders every document that is not complete yet. */
  async renderMdx(): Promise<void> {
    for (const { url } of this.content.documents)
      if (this.mdxFilesOf(url).length) await this.renderPage(url);
  }

  /** Checks what only the whole site can tell, and lets go of what no page uses any more. */
  async finish(): Promise<void> {
    this.reference.checkLinks();
    for (const document of this.reference.documents)
      checkSamples(document, this.report, lineOfKeys(this.content));
    await this.workshop.finish();
  }

  /** Which of a document's files holds what a finding quotes, for findings that know the document only. */
  inFile(finding: Finding): Finding {
    const { file, quote } = finding;
    const files = quote
      ? this.content.documents.find((document) => document.file === file)?.files
      : undefined;
    const holder = files?.find(({ text }) => outsideFences(text.split('\n'), quote!));
    return holder ? { ...finding, file: holder.file } : finding;
  }

  /** What findings of an MDX file depend on besides its text. */
  #around({ frontMatter }: SourceDocument): string {
    return JSON.stringify([frontMatter.data, this.authorComponents()]);
  }

  /** Modules that Vite must load again because front matter they show, or the components they have, are others than at the last call. */
  takeStale(): string[] {
    const stale: string[] = [];
    for (const document of this.content.documents) {
      const now = this.#around(document);
      const before = this.#frontMatter.get(document.file);
      this.#frontMatter.set(document.file, now);
      if (before !== undefined && before !== now)
        stale.push(
          ...document.files.filter(({ dialect }) => dialect === 'mdx').map((file) => file.path),
        );
    }
    return stale;
  }
  readonly #frontMatter = new Map<string, string>();

  /** Everything that the layout of a page needs. */
  view(url: string): View {
    this.onPage(++this.#shown, this.arrange().pages().length);
    return viewOf(this.arrange(), url, this);
  }

  #keep(file: SourceFile, fragment: Fragment): void {
    this.#fragments.set(file, fragment);
    this.diagnostics.addAll(fragment.diagnostics);
  }

  #complete(document: SourceDocument): void {
    const fragments = document.files.map((file) => this.#fragments.get(file));
    if (fragments.every((fragment) => fragment !== undefined))
      this.reference.complete(document, fragments);
  }

  /** Every `.mdx` source in use, relative. */
  mdxFiles(): string[] {
    return [
      ...new Set(
        this.content.documents
          .flatMap((document) => document.files)
          .filter(({ dialect }) => dialect === 'mdx')
          .map(({ file }) => file),
      ),
    ];
  }

  /** Components an author has in MDX without an import: ours, and `components/` of the content folder over them. */
  authorComponents(): [name: string, file: string][] {
    return this.#components;
  }

  #listComponents(): [name: string, file: string][] {
    const found = new Map<string, string>();
    const add = (name: string, file: string) => {
      const component = /^([A-Z]\w*)\.(astro|mdx)$/.exec(name)?.[1];
      if (component) found.set(component, file);
    };
    const ours = path.join(project, 'src/components/author');
    for (const name of readdirSync(ours)) add(name, path.join(ours, name));
    for (const file of this.content.folder.all)
      if (file.startsWith('components/'))
        add(file.slice('components/'.length), path.join(this.options.root, file));
    return [...found];
  }

  /**
   * What the MDX plugins need to know of a file; undefined where it is not of this content.
   * @param file absolute path
   * @param text as the compiler has it
   */
  mdxContext(file: string, text: string): MdxContext | undefined {
    const relative = path.relative(this.options.root, file).replaceAll('\\', '/');
    const document = this.content.documents.find(({ files }) =>
      files.some((source) => source.file === relative),
    );
    const source = document?.files.find((source) => source.file === relative);
    if (!document || !source) return undefined;
    const { report, setOutline } = this.#mdx.begin(
      relative,
      text,
      source.text,
      this.#around(document),
    );
    return {
      file: relative,
      report,
      components: new Set(this.authorComponents().map(([name]) => name)),
      frontMatter: document.frontMatter.data,
      source: source.text,
      setOutline: (outline) => setOutline(rollUpEndpoints(outline)),
    };
  }
}

/** Astro's param for a URL: `/` → undefined, `/harvest.html` → `harvest`, `/a/` → `a/~index` (renamed after the build). */
const slugOf = (url: string): string | undefined =>
  url === '/'
    ? undefined
    : url.endsWith('/')
      ? `${url.slice(1)}~index`
      : url.slice(1, -'.html'.length);
