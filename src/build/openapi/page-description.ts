/** A description as one page shows it: what its parts are rendered with, and what was found. */
import type { ElementContent } from 'hast';
import { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
  Fingerprints,
  renderContext,
  samplesOf,
  tryItOperation,
  type Api,
  type Finding,
  type Labels,
  type NamedSchema,
  type Operation,
  type ReadDescription,
  type RenderContext,
} from '../../openapi/index.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import { labelsFor } from './labels.ts';
import { descriptionMarkdown } from './markdown.ts';
import type { Notes } from './notes.ts';
import type { DescriptionOptions } from './options.ts';
import { digest } from '../../shared/files/digest.ts';
import { relativePath } from '../../shared/files/paths.ts';

/** Of more operations, attributes of named schemas are only linked to: they are most of a site. */
const MAX_IN_LINE = 500;
/** Rows of an operation of these, from which on even what lies at the top is only linked to. */
const ROWS_OF_LARGE = 20;

export interface PageOptions {
  root: string;
  notes: Notes;
  /** The owner's own words for the whole site. */
  words: Readonly<Record<string, string>>;
  /** Id of the page's section about authentication. */
  authentication?: string | undefined;
  /** The page shows no more of the description than what it places itself. */
  isPartial: boolean;
}

export class PageDescription {
  readonly api: Api;
  readonly read: ReadDescription;
  /** The description's path, relative to the content folder. */
  readonly file: string;
  readonly fingerprints: Fingerprints;
  readonly #document: SourceDocument;
  readonly #options: DescriptionOptions;
  readonly #page: PageOptions;
  /** What alone is shown on the page; undefined: all that it does not hide. */
  only: Set<Operation | NamedSchema> | undefined;
  #context: RenderContext | undefined;
  #removed = new DiagnosticCollector();
  readonly #told = new Set<string>();

  /** @param read of which there is an `api` */
  constructor(
    document: SourceDocument,
    read: ReadDescription,
    options: DescriptionOptions,
    page: PageOptions,
  ) {
    this.api = read.api!;
    this.read = read;
    this.file = relativePath(page.root, options.file);
    this.fingerprints = new Fingerprints(this.api, read.uses!, (text) => digest(text, 32));
    this.#document = document;
    this.#options = options;
    this.#page = page;
    if (page.isPartial) this.only = new Set();
  }

  /** Of all that is the same for every part. The page's own keys are complete by now. */
  get key(): string {
    const { linksBase, server } = this.#options;
    const { authentication } = this.#page;
    const { depth, languages, only } = this;
    const shown = only && [...only].map(({ id }) => id);
    const { labels } = this;
    const given = [depth, linksBase, server, languages, authentication, shown, labels];
    return JSON.stringify([...given, this.#document.frontMatter.try_it]);
  }

  get depth(): number | undefined {
    return this.#options.depth ?? (this.#isLarge ? 0 : undefined);
  }

  get #isLarge(): boolean {
    return this.api.operations.length + this.api.webhooks.length > MAX_IN_LINE;
  }

  get labels(): Labels {
    const { lang, words } = this.#document.frontMatter;
    return labelsFor(lang, { ...this.#page.words, ...words });
  }

  get languages(): string[] {
    const { samples } = this.#options;
    const tabs = this.#document.frontMatter.language_tabs.map(({ name }) => name);
    return samples ? tabs.filter((tab) => samples.includes(tab)) : tabs;
  }

  get context(): RenderContext {
    const { depth, languages, api, only } = this;
    const { linksBase } = this.#options;
    const { authentication } = this.#page;
    const sentTo = this.#sentTo;
    return (this.#context ??= renderContext(api, {
      markdown: descriptionMarkdown((finding) =>
        this.#removed.add({ ...finding, file: this.file }),
      ),
      ...(depth !== undefined && { depth }),
      ...(this.#isLarge && { rows: ROWS_OF_LARGE }),
      ...(linksBase && { linksBase }),
      ...(authentication !== undefined && { authentication }),
      only,
      labels: this.labels,
      samples: (operation) =>
        samplesOf(operation, api, {
          ...{ languages, described: this.#tryIt(operation) },
          ...(sentTo && { server: sentTo }),
        }),
      tryIt: (operation) => this.#tryIt(operation),
      notes: (operation) => this.#note(operation),
    }));
  }

  get #sentTo(): string | undefined {
    const { try_it: option } = this.#document.frontMatter;
    return (typeof option === 'object' ? option.server : undefined) ?? this.#options.server;
  }

  #tryIt(operation: Operation) {
    const { try_it: option } = this.#document.frontMatter;
    if (option === false || operation.kind !== 'operation') return undefined;
    const server = this.#sentTo;
    const auth = typeof option === 'object' ? option.auth : undefined;
    return tryItOperation(operation, this.api, {
      ...(server && { server }),
      ...(auth && { auth }),
    });
  }

  #note(operation: Operation): ElementContent[] {
    const note = this.noteOf(operation);
    return note
      ? this.#page.notes.content(note, this.#document, (finding) => this.#removed.add(finding))
      : [];
  }

  /** The owner's words about an operation. */
  noteOf = (operation: Operation): SourceFile | undefined =>
    this.#page.notes.of(operation, this.#document);

  /** Of what notes say, as far as it is known by now. */
  keyOfNotes(notes: SourceFile[]): string {
    if (!notes.length) return '';
    const { rendered } = this.#page.notes;
    const { raw_html } = this.#document.frontMatter;
    const said = notes.map(({ file, text, lineOffset }) => [
      ...[file, rendered.get(file) ?? text, lineOffset],
    ]);
    return digest(JSON.stringify([raw_html, said]), 32);
  }

  /** What reading and rendering have found since the last call. */
  takeFound(): Diagnostic[] {
    const removed = this.#removed.list();
    this.#removed = new DiagnosticCollector();
    const fresh = this.read.findings.filter((finding) => {
      const key = keyOf(finding);
      return !this.#told.has(key) && this.#told.add(key);
    });
    return [...fresh, ...removed] as Diagnostic[];
  }
}

const keyOf = ({ kind, file, line, column }: Finding): string =>
  [kind, file, line, column].join('\0');
