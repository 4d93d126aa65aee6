/** Makes fragments of files, each once: kept in memory while `dev` runs, and on disk from build to build. */
import path from 'node:path';
import { FragmentWorker, claimJob } from './fragment-worker.ts';
import type { FragmentMaker, FragmentJob } from './make-fragment.ts';
import { FragmentCache } from './fragment-cache.ts';
import type { Fragment, OutlineHeading } from '../fragment.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';

export interface FragmentBuilderOptions {
  /** Folder of the caches; null: nothing is kept on disk. */
  dir: string | null;
  /** Of the code that makes fragments. */
  version: string;
}

/** Less text than this (characters) is sooner done by the second thread alone than by this one too, which would have to load every grammar again. */
const worthJoining = 600_000;

/** Less text than this (characters) is sooner done here than a second thread is started. */
const worthAThread = 120_000;

export class FragmentBuilder {
  readonly #cache: FragmentCache;
  #bench: Promise<FragmentMaker> | undefined;

  constructor({ dir, version }: FragmentBuilderOptions) {
    this.#cache = new FragmentCache(dir && path.join(dir, 'fragments'), version);
  }

  /** Loaded when there is something to make: parsers and grammars are a third of a second that a warm build can do without. */
  #open(): Promise<FragmentMaker> {
    return (this.#bench ??= import('./make-fragment.ts').then(
      ({ FragmentMaker }) => new FragmentMaker(),
    ));
  }

  /**
   * Fragments of Slate sources, in the order given. What no cache has is made in a second thread while this one does
   * other work (Astro starts meanwhile), and in this one too as soon as it comes to wait.
   * @param waiting settles when this thread has nothing else to do
   */
  async slate(
    files: { file: SourceFile; document: SourceDocument }[],
    waiting: Promise<void>,
  ): Promise<Fragment[]> {
    const wanted = files.map(({ file, document }) => {
      const job = jobOf(file, document);
      const key = this.#cache.key(
        'slate',
        job.file,
        String(job.lineOffset),
        JSON.stringify(job.origins ?? ''),
        JSON.stringify([job.tabs, job.frontMatter]),
        job.text,
      );
      return { job, key };
    });
    const made = new Map<string, Fragment>();
    const missing = new Map<string, FragmentJob>();
    for (const { job, key } of wanted) {
      const kept = this.#cache.get(key);
      if (kept) made.set(key, kept);
      else missing.set(key, job);
    }
    // The largest first: who comes last takes a small one.
    const queue = [...missing].sort(([, a], [, b]) => b.text.length - a.text.length);
    const keep = (index: number, fragment: Fragment) => {
      const [key] = queue[index]!;
      made.set(key, fragment);
      this.#cache.set(key, fragment);
    };
    const size = queue.reduce((sum, [, { text }]) => sum + text.length, 0);
    const apprentice =
      queue.length > 1 && size > worthAThread
        ? new FragmentWorker(
            queue.map(([, job]) => job),
            keep,
          )
        : undefined;
    if (apprentice) {
      await Promise.race([apprentice.done, waiting]);
      const left = queue.reduce(
        (sum, [, { text }], index) => sum + (apprentice.marks[index] ? 0 : text.length),
        0,
      );
      if (left < worthJoining) await apprentice.done;
    }
    for (let index = queue.length - 1; index >= 0; index--) {
      if (apprentice && !claimJob(apprentice.marks, index)) continue;
      keep(index, (await this.#open()).make(queue[index]![1]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await apprentice?.done;
    // What a thread that failed had taken.
    for (const [index, [key, job]] of queue.entries())
      if (!made.has(key)) keep(index, (await this.#open()).make(job));
    return wanted.map(({ key }) => made.get(key)!);
  }

  /** @param html as Astro rendered the file */
  async mdx(
    file: SourceFile,
    document: SourceDocument,
    html: string,
    outline: OutlineHeading[],
  ): Promise<Fragment> {
    const job = { ...jobOf(file, document), outline };
    const key = this.#cache.key(
      'mdx',
      job.file,
      JSON.stringify([job.tabs, job.frontMatter, outline]),
      html,
    );
    const kept = this.#cache.get(key);
    if (kept) return kept;
    const [bench, { fromHtml }] = await Promise.all([this.#open(), import('hast-util-from-html')]);
    const fragment = bench.make(job, () => fromHtml(html, { fragment: true }));
    this.#cache.set(key, fragment);
    return fragment;
  }

  /** Lets go of what the last reading did not use. */
  async finish(): Promise<void> {
    this.#cache.sweep();
  }
}

/** What of a file and its document the fragment depends on: plain data, so that another thread can have it. */
function jobOf(
  { file, text, lineOffset, origins }: SourceFile,
  { frontMatter: { language_tabs: tabs, columns, center, raw_html } }: SourceDocument,
): FragmentJob {
  return {
    file,
    text,
    lineOffset,
    ...(origins && { origins }),
    tabs,
    frontMatter: { columns, center, raw_html },
  };
}
