/** The content as it was read once, and the site that comes of it. */
import { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { linesOf } from '../../diagnostics/source-lines.ts';
import type { Fragment } from '../../markup/fragment.ts';
import type { FragmentBuilder } from '../../markup/worker/fragment-builder.ts';
import { checkSite } from '../../reference/check-site.ts';
import { publish } from '../../publish/publish.ts';
import { joinSite, type JoinedSite } from '../../reference/join-site.ts';
import { planSite, type Plan } from '../../reference/plan-site.ts';
import { buildIndex } from '../../search/build-index.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import {
  moduleOf,
  noPage,
  readSiteContent,
  type SiteContent,
  type SiteOptions,
} from '../content.ts';
import { describedFragments, mdxFragments } from '../fragments.ts';
import { internalFinding } from '../mdx/compile-errors.ts';
import type { Descriptions } from '../openapi/descriptions.ts';
import type { DevRenderer } from './renderer.ts';

export class Reading {
  readonly diagnostics: DiagnosticCollector;
  readonly content: SiteContent;
  /** Of the documents that have been rendered so far; undefined where even the plan failed. */
  site: JoinedSite | undefined;
  /** `site` holds every fragment. */
  #isJoined = false;
  #plan: Plan | undefined;
  readonly #fragments = new Map<SourceFile, Fragment>();
  readonly #rendered = new Map<SourceDocument, Promise<void>>();
  readonly #renderer: DevRenderer;
  readonly #builder: FragmentBuilder;

  /** Reads the folder; the rest is to come (`open`). */
  static async read(
    options: SiteOptions,
    renderer: DevRenderer,
    builder: FragmentBuilder,
    descriptions: Descriptions,
  ): Promise<Reading> {
    const diagnostics = new DiagnosticCollector();
    const content = await readSiteContent(options, diagnostics.report, descriptions);
    return new Reading(content, diagnostics, renderer, builder);
  }

  private constructor(
    content: SiteContent,
    diagnostics: DiagnosticCollector,
    renderer: DevRenderer,
    builder: FragmentBuilder,
  ) {
    this.content = content;
    this.diagnostics = diagnostics;
    this.#renderer = renderer;
    this.#builder = builder;
  }

  /** Compiles what has changed, and plans the site. Never fails: what does is a finding. */
  async open(options: SiteOptions): Promise<this> {
    const { content, diagnostics } = this;
    if (!content.documents.length) diagnostics.report(noPage(content));
    try {
      const slate = await this.#builder.slate(content.documents);
      const described = await describedFragments(content, this.#builder, diagnostics);
      for (const [file, fragment] of [...slate, ...described]) this.#keep(file, fragment);
      await this.#renderer.compile(content, diagnostics);
      const noted = await describedFragments(content, this.#builder, diagnostics, this.#renderer);
      for (const [file, fragment] of noted) this.#keep(file, fragment);
      const { outlines } = this.#renderer;
      this.#plan = planSite(
        content,
        (file) => outlines.get(moduleOf(file)) ?? this.#fragments.get(file)?.outline ?? [],
        { ...options, report: diagnostics.report },
      );
      this.#join();
    } catch (error) {
      diagnostics.report(internalFinding(error));
    }
    return this;
  }

  /** Renders documents, as far as they are not yet. @returns the site with their text */
  async render(documents: SourceDocument[]): Promise<JoinedSite> {
    for (const document of documents) {
      if (document.files.every((file) => this.#fragments.has(file))) continue;
      const rendering = this.#rendered.get(document) ?? this.#render(document);
      this.#rendered.set(document, rendering);
      await rendering;
    }
    if (!this.#isJoined) this.#join();
    return this.site!;
  }

  async #render(document: SourceDocument): Promise<void> {
    const made = await mdxFragments(
      { ...this.content, documents: [document] },
      this.#renderer,
      this.#builder,
      this.diagnostics,
    );
    for (const [file, fragment] of made) this.#keep(file, fragment);
  }

  /** The site with the text of all documents. */
  whole(): Promise<JoinedSite> {
    return this.render(this.content.documents);
  }

  /**
   * A file beside the pages (search index, Markdown, nav.json …): all are made when the first is
   * asked for.
   * @param file path below the site root
   */
  async file(file: string): Promise<string | Uint8Array | undefined> {
    if (file.startsWith('pagefind/'))
      return (await (this.#index ??= this.whole().then(buildIndex))).get(file);
    if (!/\.(md|txt|json|xml|ya?ml)$/.test(file)) return undefined;
    return (await (this.#published ??= this.whole().then((site) => publish(site)))).get(file);
  }
  #index: ReturnType<typeof buildIndex> | undefined;
  #published: Promise<Map<string, string>> | undefined;

  /** Finds what only the whole site can tell. */
  async check(): Promise<void> {
    const site = await this.whole();
    if (this.hasFailed) return;
    checkSite(site, this.diagnostics.report);
    await this.#builder.sweep();
  }

  get hasFailed(): boolean {
    return this.diagnostics.failed(false);
  }

  list(): Diagnostic[] {
    return this.diagnostics.list(linesOf(this.content.folder.root));
  }

  /** The document that a page is of; none for a page that we made. */
  documentAt(url: string): SourceDocument | undefined {
    const file = this.site?.pages.get(url)?.document.file;
    return this.content.documents.find((document) => document.file === file);
  }

  /**
   * What keeps a document from being shown: errors of its files, and those that are of no document.
   */
  errorsOf(document: SourceDocument | undefined): Diagnostic[] {
    const own = new Set(document?.files.map(({ file }) => file));
    const known = new Set(
      this.content.documents.flatMap(({ files }) => files.map(({ file }) => file)),
    );
    return this.list().filter(
      ({ severity, file }) => severity === 'error' && (own.has(file) || !known.has(file)),
    );
  }

  #keep(file: SourceFile, fragment: Fragment): void {
    this.#fragments.set(file, fragment);
    this.#isJoined = false;
    this.diagnostics.addAll(fragment.diagnostics);
  }

  #join(): void {
    this.site = joinSite(this.#plan!, (file) => this.#fragments.get(file));
    this.#isJoined = true;
  }
}
