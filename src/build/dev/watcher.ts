/** In `dev`: reads the content again when it changes, and says what is wrong. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { readLine } from '../../diagnostics/source-lines.ts';
import { FragmentBuilder } from '../../markup/worker/fragment-builder.ts';
import { themingFiles, type SiteContent, type SiteOptions } from '../content.ts';
import { fragmentOptions } from '../fragments.ts';
import { Descriptions } from '../openapi/descriptions.ts';
import { Reading } from './reading.ts';
import type { DevRenderer } from './renderer.ts';
import { DevReporter } from './reporter.ts';
import { writtenAt } from '../../shared/files/written-at.ts';

/** Editors write a file in several steps; one reading serves them all. */
const SETTLING_MS = 15;
/** Chokidar drops a second change within 50 ms: so much later a file is looked at again. */
const SECOND_LOOK_MS = 80;
/** So often it is looked whether the content folder itself is there. */
const ROOT_LOOK_MS = 300;
/** After so much quiet, what only the whole site can tell is found out. */
const QUIET_MS = 1_500;

export class DevWatcher {
  readonly #options: SiteOptions;
  readonly #renderer: DevRenderer;
  readonly #read: () => Promise<Reading>;
  readonly #reporter: DevReporter;
  /** Loads the page again in every browser. */
  #reload: () => void = () => {};
  /** The last reading, or the one that is being made. */
  #reading: Reading;
  /** Has the watcher look at what is read. */
  #follow: () => void = () => {};
  #waiting = false;
  #isReading = false;
  #quiet: NodeJS.Timeout | undefined;
  readonly #looks = new Map<string, NodeJS.Timeout>();
  /** Settles when the last change has been read. */
  current: Promise<Reading>;
  /** To be called once, when the server is up. */
  start: () => void = () => {};

  static async open(options: SiteOptions, renderer: DevRenderer): Promise<DevWatcher> {
    const builder = new FragmentBuilder(fragmentOptions(options));
    const descriptions = new Descriptions();
    const read = () => Reading.read(options, renderer, builder, descriptions);
    return new DevWatcher(options, renderer, read, await read());
  }

  private constructor(
    options: SiteOptions,
    renderer: DevRenderer,
    read: () => Promise<Reading>,
    first: Reading,
  ) {
    this.#options = options;
    this.#renderer = renderer;
    this.#read = read;
    this.#reporter = new DevReporter({
      readLine: readLine(options.root),
      colour: process.stderr.isTTY === true,
      write: (text) => process.stderr.write(text),
    });
    this.#reading = first;
    this.current = new Promise<void>((resolve) => (this.start = resolve)).then(() =>
      this.#open(this.#reading),
    );
  }

  /** As it was last read. */
  get content(): SiteContent {
    return this.#reading.content;
  }

  /** The content has changed since it was read. */
  isStale(reading: Reading): boolean {
    return this.#waiting || this.#isReading || reading !== this.#reading;
  }

  watch({ watcher, httpServer, environments }: ViteDevServer): void {
    this.#reload = () => environments.client?.hot.send({ type: 'full-reload', path: '*' });
    const { root, description } = this.#options;
    // The folder of a description alone may hold anything: only what is read of it is followed.
    this.#follow = () => void watcher.add(description ? [...this.content.read] : root);
    this.#follow();
    // What watches a folder that is moved away does not come back with it.
    let isThere = true;
    const look = setInterval(() => {
      if (existsSync(root) === isThere) return;
      isThere = !isThere;
      if (isThere) {
        watcher.unwatch(root);
        this.#follow();
      }
      this.#again();
    }, ROOT_LOOK_MS).unref();
    httpServer?.once('close', () => clearInterval(look));
    watcher.on('all', (event, file) => {
      const changed = path.resolve(file);
      if (event === 'unlinkDir' && changed === root) isThere = false;
      if (description ? !this.content.read.has(changed) : !changed.startsWith(root + path.sep))
        return;
      this.#again();
      this.#lookAgain(file, watcher);
    });
    httpServer?.once('close', () => clearTimeout(this.#quiet));
  }

  #again(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.current = this.current
      .then(() => new Promise((resolve) => setTimeout(resolve, SETTLING_MS)))
      .then(async () => {
        this.#waiting = false;
        const { content: before } = this.#reading;
        this.#isReading = true;
        this.#reading = await this.#read().finally(() => (this.#isReading = false));
        const [old, now] = [before, this.content].map(({ folder }) => themingFiles(folder).join());
        if (old !== now) this.#renderer.forgetAll();
        this.#renderer.forget(this.content, staleFiles(before, this.content));
        // A folder that is added again is read again, and what is new in it then is not told.
        if (this.#options.description) this.#follow();
        const reading = await this.#open(this.#reading);
        this.#reload();
        return reading;
      });
  }

  #lookAgain(file: string, watcher: ViteDevServer['watcher']): void {
    const seen = writtenAt(file);
    clearTimeout(this.#looks.get(file));
    const look = () => {
      this.#looks.delete(file);
      if (!seen || writtenAt(file) === seen) return;
      watcher.emit('change', file);
      watcher.emit('all', 'change', file);
    };
    this.#looks.set(file, setTimeout(look, SECOND_LOOK_MS).unref());
  }

  async #open(reading: Reading): Promise<Reading> {
    await reading.open(this.#options);
    this.tell(reading);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#check(reading).catch(() => {}), QUIET_MS).unref();
    return reading;
  }

  async #check(reading: Reading): Promise<void> {
    if (reading.hasFailed) return;
    await reading.check();
    if (!this.isStale(reading) && !reading.hasFailed) this.#reporter.tell(reading.list(), true);
  }

  tell(reading: Reading): void {
    this.#reporter.tell(reading.list(), false);
  }
}

/**
 * MDX files, absolute, that show front matter, or have components, which are others than before.
 */
function staleFiles(before: SiteContent, after: SiteContent): string[] {
  const around = ({ documents, components }: SiteContent) =>
    new Map(
      documents.map(({ file, frontMatter }) => [
        file,
        JSON.stringify([frontMatter.data, [...components]]),
      ]),
    );
  const [old, now] = [around(before), around(after)];
  return after.documents
    .filter(({ file }) => old.has(file) && old.get(file) !== now.get(file))
    .flatMap(({ files }) => files)
    .filter(({ dialect }) => dialect === 'mdx')
    .map((file) => file.path);
}
