/** Makes fragments of files, each once: kept in memory and on disk. */
import path from 'node:path';
import { FragmentWorker, claimJob } from './fragment-worker.ts';
import type { FragmentMaker, FragmentJob } from './make-fragment.ts';
import { FragmentCache } from './fragment-cache.ts';
import { noCodeSettings, type CodeSettings } from '../highlight/code-settings.ts';
import {
  describeFragment,
  linesOf,
  placeFragment,
  type DescribedPart,
} from '../description-part.ts';
import { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Fragment, OutlineHeading } from '../fragment.ts';
import type { PieceOf, PlacedPiece } from '../placed.ts';
import type { AttributeWords } from '../../shared/attribute-table.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';

export interface FragmentBuilderOptions {
  /** Folder of the caches; null: nothing is kept on disk. */
  dir: string | null;
  /** Of the code that makes fragments. */
  version: string;
  code?: CodeSettings;
}

interface MdxPart {
  outline: OutlineHeading[];
  words: AttributeWords;
  placed?: ReadonlyMap<string, PlacedPiece> | undefined;
}

/** Characters below which the second thread is sooner done alone than with this one's help. */
const MIN_TO_JOIN = 600_000;

/** Characters below which this thread is sooner done than a second one has started. */
const MIN_FOR_THREAD = 120_000;

export class FragmentBuilder {
  readonly #cache: FragmentCache;
  readonly #code: CodeSettings;
  #maker: Promise<FragmentMaker> | undefined;

  constructor({ dir, version, code = noCodeSettings }: FragmentBuilderOptions) {
    this.#code = code;
    const settings = code === noCodeSettings ? '' : JSON.stringify(code);
    this.#cache = new FragmentCache(dir && path.join(dir, 'fragments'), version + settings);
  }

  /** Loaded when needed: a warm build saves the third of a second that parsers take. */
  #open(): Promise<FragmentMaker> {
    return (this.#maker ??= import('./make-fragment.ts').then(
      ({ FragmentMaker }) => new FragmentMaker(this.#code),
    ));
  }

  /**
   * Fragments of the documents' Slate sources. What no cache has is made in a second thread while
   * this one does other work (Astro starts meanwhile), and in this one too as soon as it comes to
   * wait.
   * @param waiting settles when this thread has nothing else to do
   */
  async slate(
    documents: SourceDocument[],
    waiting: Promise<void> = Promise.resolve(),
  ): Promise<Map<SourceFile, Fragment>> {
    const wanted = documents.flatMap((document) =>
      document.files
        .filter(({ dialect }) => dialect === 'slate')
        .map((file) => ({ file, job: jobOf(file, document) })),
    );
    const keys = new Map(wanted.map(({ file, job }) => [file, this.#slateKey(job)]));
    const made = new Map<string, Fragment>();
    const missing = new Map<string, FragmentJob>();
    for (const { file, job } of wanted) {
      const key = keys.get(file)!;
      const kept = this.#cache.get(key);
      if (kept) made.set(key, kept);
      else missing.set(key, job);
    }
    await this.#make(missing, waiting, (key, fragment) => {
      made.set(key, fragment);
      this.#cache.set(key, fragment);
    });
    return new Map([...keys].map(([file, key]) => [file, made.get(key)!]));
  }

  #slateKey({
    file,
    lineOffset,
    origins,
    tabs,
    frontMatter,
    codeFiles,
    words,
    appended,
    text,
  }: FragmentJob): string {
    const rest = [
      String(lineOffset),
      JSON.stringify(origins ?? ''),
      JSON.stringify([tabs, frontMatter, codeFiles, words, appended]),
    ];
    return this.#cache.key('slate', file, ...rest, text);
  }

  /** @param keep told of each fragment that is made, by its key */
  async #make(
    jobs: Map<string, FragmentJob>,
    waiting: Promise<void>,
    keep: (key: string, fragment: Fragment) => void,
  ): Promise<void> {
    // The largest first: who comes last takes a small one.
    const queue = [...jobs].sort(([, a], [, b]) => b.text.length - a.text.length);
    const done = new Set<string>();
    const take = (index: number, fragment: Fragment) => {
      const [key] = queue[index]!;
      done.add(key);
      keep(key, fragment);
    };
    const sizeOf = (isFree: (index: number) => boolean) =>
      queue.reduce((sum, [, { text }], index) => sum + (isFree(index) ? text.length : 0), 0);
    const worker =
      queue.length > 1 && sizeOf(() => true) > MIN_FOR_THREAD
        ? new FragmentWorker({ jobs: queue.map(([, job]) => job), code: this.#code }, take)
        : undefined;
    if (worker) {
      await Promise.race([worker.done, waiting]);
      if (sizeOf((index) => !worker.claims[index]) < MIN_TO_JOIN) await worker.done;
    }
    for (let index = queue.length - 1; index >= 0; index--) {
      if (worker && !claimJob(worker.claims, index)) continue;
      take(index, (await this.#open()).make(queue[index]![1]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await worker?.done;
    // What a thread that failed had claimed.
    for (const [index, [key, job]] of queue.entries())
      if (!done.has(key)) take(index, (await this.#open()).make(job));
  }

  /**
   * @param html as rendered
   * @param placed of descriptions, by `kind`, `name` and `of`, a line each
   */
  async mdx(
    file: SourceFile,
    document: SourceDocument,
    html: string,
    { outline, words, placed }: MdxPart,
  ): Promise<Fragment> {
    const job = { ...jobOf(file, document), outline, words };
    const hasPlaced = html.includes(' data-placed="');
    const rest = JSON.stringify([
      ...[job.tabs, job.frontMatter, job.codeFiles, job.appended],
      ...[words, outline],
      hasPlaced && [...(placed ?? [])].map(([name, piece]) => [name, piece.key()]),
    ]);
    const key = this.#cache.key('mdx', job.file, rest, html);
    const kept = this.#cache.get(key);
    if (kept) return kept;
    const [maker, { fromHtml }, { adoptImported }, { adoptPlaced }] = await Promise.all([
      this.#open(),
      import('hast-util-from-html'),
      import('../imported.ts'),
      import('../placed.ts'),
    ]);
    const tree = fromHtml(html, { fragment: true });
    const found = new DiagnosticCollector();
    if (hasPlaced) {
      const pieceOf: PieceOf = (...parts) => placed?.get(parts.join('\n'));
      const report: Report = (finding) => found.report({ file: job.file, ...finding });
      found.addAll(adoptPlaced(tree, outline, pieceOf, report));
    }
    const fragment = maker.make(job, { tree, placed: adoptImported(tree, outline) });
    fragment.diagnostics.push(...found.list());
    this.#cache.set(key, fragment);
    return fragment;
  }

  /**
   * @param part what a description gave the document: its key, which takes a while, is asked for
   *   where there is a cache on disk, and it is made where that does not have it; other work of this
   *   thread goes on in between
   */
  async described(
    file: SourceFile,
    document: SourceDocument,
    { key, places, make }: DescribedPart,
  ): Promise<Fragment> {
    const job = jobOf(file, document);
    // Their texts are safe already, and the generated notes are no author's.
    job.frontMatter = { ...job.frontMatter, raw_html: true };
    const rest = JSON.stringify([job.tabs, job.frontMatter]);
    const whole = this.#cache.isKept
      ? this.#cache.key('openapi', job.file, rest, key())
      : undefined;
    const kept = whole && this.#cache.get(whole);
    const at = places();
    if (kept && (!kept.diagnostics.length || kept.lines === linesOf(at)))
      return placeFragment(kept, at);
    const maker = await this.#open();
    const { tree, ...part } = make();
    const { adoptImported } = await import('../imported.ts');
    const fragment = maker.make(job, { tree, placed: adoptImported(tree, []) });
    describeFragment(fragment, part);
    if (fragment.diagnostics.length) fragment.lines = linesOf(at);
    if (whole) this.#cache.set(whole, fragment);
    await new Promise((resolve) => setImmediate(resolve));
    return placeFragment(fragment, at);
  }

  /** Lets go of what was not asked for since the last call. */
  sweep(): void {
    this.#cache.sweep();
  }
}

/** What the fragment depends on: plain data, which another thread can have. */
function jobOf(
  { file, text, lineOffset, origins, codeFiles, appended }: SourceFile,
  {
    frontMatter: { language_tabs: tabs, columns, center, dir, raw_html, attributes_open, try_it },
  }: SourceDocument,
): FragmentJob {
  return {
    file,
    text,
    lineOffset,
    ...(origins && { origins }),
    ...(codeFiles && { codeFiles }),
    ...(appended && { appended }),
    tabs,
    frontMatter: { columns, center, dir, raw_html, attributes_open, try_it },
  };
}
