/** In `dev`: reads the content again when it changes, and finds out what is wrong with it before a page is asked for. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { linesOf, readLine } from '../../diagnostics/source-lines.ts';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { ReferenceDocument } from '../../reference/model/page.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { DevReporter } from './reporter.ts';
import { compileErrors, internalFinding } from '../mdx/compile-errors.ts';
import type { Session } from '../session.ts';
import { moduleFiles, virtualIds } from '../astro/virtual-modules.ts';

/** Editors write a file in several steps; one reading serves them all. In milliseconds. */
const settling = 15;
/** The watcher drops a second change of a file within 50 ms of the first: so much later each file is looked at again. */
const secondLook = 80;
/** A page that takes longer than this to render is not waited for. */
const patience = 3_000;
/** After so much quiet, what only the whole site can tell is found out. */
const quiet = 1_500;

export class DevWatcher {
  readonly #session: Session;
  readonly #server: ViteDevServer;
  readonly #voice: DevReporter;
  readonly #changed: () => void;
  #waiting = false;
  #reading = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #rendering = new Set<Promise<unknown>>();
  /** Done when the last change has been read. */
  current: Promise<void>;

  /** @param changed is called when the content has been read again */
  constructor(session: Session, server: ViteDevServer, changed: () => void) {
    this.#session = session;
    this.#server = server;
    this.#changed = changed;
    this.#voice = new DevReporter({
      readLine: readLine(session.options.root),
      colour: process.stderr.isTTY === true,
      write: (text) => process.stderr.write(text),
    });
    this.current = new Promise((resolve) => (this.start = () => resolve(this.#find())));
    session.takeStale();
    const { root } = session.options;
    server.watcher.add(root);
    server.watcher.on('all', (_event, file) => {
      if (!path.resolve(file).startsWith(root + path.sep)) return;
      this.#again();
      this.#lookAgain(file);
    });
    server.httpServer?.once('close', () => clearTimeout(this.#timer));
  }

  /** Called once, when the server is up. */
  start: () => void = () => {};

  /**
   * Told of each page that is being rendered: the content is not read again under it, unless it takes very long. Then what it
   * leaves behind is of the texts before, and they are read once more.
   */
  render(page: Promise<unknown>): void {
    const reading = this.#reading;
    const ended = page.then(
      () => {},
      () => {},
    );
    const settled: Promise<unknown> = Promise.race([
      ended,
      new Promise((resolve) => setTimeout(resolve, patience).unref()),
    ]).then(() => this.#rendering.delete(settled));
    this.#rendering.add(settled);
    void ended.then(() => {
      if (reading !== this.#reading) this.#again();
    });
  }

  #again(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.current = this.current
      .then(() => new Promise((resolve) => setTimeout(resolve, settling)))
      .then(async () => {
        // HTML of the texts before would be taken for that of the texts after.
        while (this.#rendering.size) await Promise.race([...this.#rendering]);
        this.#waiting = false;
        this.#session.read();
        this.#forget();
        await this.#find();
        this.#changed();
        this.#server.environments.client?.hot.send({ type: 'full-reload', path: '*' });
      });
  }

  #lookAgain(file: string): void {
    const seen = writtenAt(file);
    clearTimeout(this.#looks.get(file));
    this.#looks.set(
      file,
      setTimeout(() => {
        this.#looks.delete(file);
        if (seen === undefined || writtenAt(file) === seen) return;
        const { watcher } = this.#server;
        watcher.emit('change', file);
        watcher.emit('all', 'change', file);
      }, secondLook).unref(),
    );
  }
  readonly #looks = new Map<string, NodeJS.Timeout>();

  /** Vite loads again what has changed without a file of its own having changed. */
  #forget(): void {
    const stale = [...virtualIds, ...this.#session.takeStale()];
    for (const environment of Object.values(this.#server.environments)) {
      for (const id of stale) {
        const module = environment.moduleGraph.getModuleById(id);
        if (module) environment.moduleGraph.invalidateModule(module);
      }
      // What was run once is run again: compiled anew (`#find`), a module counts as known to the runner that holds the one before.
      if (!isRunnableDevEnvironment(environment)) continue;
      const { evaluatedModules } = environment.runner;
      for (const file of moduleFiles(this.#session))
        for (const module of evaluatedModules.getModulesByFile(file) ?? [])
          evaluatedModules.invalidateModule(module);
    }
  }

  /** Compiles what has changed. Never fails: what does is a finding. */
  async #find(): Promise<void> {
    const session = this.#session;
    this.#reading += 1;
    try {
      await session.ready();
      for (const file of moduleFiles(session)) {
        try {
          await this.#server.environments['ssr']!.transformRequest(file);
        } catch (error) {
          compileErrors(error, session, file).forEach(session.report);
        }
      }
      session.arrange();
    } catch (error) {
      session.report(internalFinding(error));
    }
    this.tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#findAll(this.#reading).catch(() => {}),
      quiet,
    ).unref();
  }

  async #findAll(reading: number): Promise<void> {
    const session = this.#session;
    if (session.diagnostics.failed(false)) return;
    await session.renderMdx();
    if (reading !== this.#reading || session.diagnostics.failed(false)) return;
    await session.finish();
    this.#voice.tell(session.diagnostics.list(linesOf(session.options.root)), true);
  }

  tell(): void {
    this.#voice.tell(this.#session.diagnostics.list(linesOf(this.#session.options.root)), false);
  }

  /** What keeps a document from being shown: errors of its files, and those that are of no document. */
  errorsOf(document: ReferenceDocument | undefined): Diagnostic[] {
    const documents = this.#session.content.documents;
    const own = new Set(
      documents.find(({ file }) => file === document?.file)?.files.map(({ file }) => file),
    );
    const known = new Set(documents.flatMap(({ files }) => files.map(({ file }) => file)));
    return this.#session.diagnostics
      .list(linesOf(this.#session.options.root))
      .filter(({ severity, file }) => severity === 'error' && (own.has(file) || !known.has(file)));
  }
}

const writtenAt = (file: string): string | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs} ${stat.size}`;
};
