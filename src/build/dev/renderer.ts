/** The renderer of `dev`: Vite compiles what has changed, and runs it in this process. */
import type { RunnableDevEnvironment, ViteDevServer } from 'vite';
import type { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { View } from '../../layouts/head.ts';
import { serverEntry } from '../astro/config.ts';
import { quotedAddresses } from '../astro/quoted-paths.ts';
import type { RenderedMdx } from '../astro/server-entry.ts';
import { moduleFiles, virtualIds } from '../astro/virtual-modules.ts';
import { partsOfId } from '../../mdx/imports/module-id.ts';
import { allMdxFiles, placedIn, type SiteContent } from '../content.ts';
import { compileErrors } from '../mdx/compile-errors.ts';
import type { MdxListener } from '../mdx/context.ts';
import { MdxOutlines } from '../mdx/outlines.ts';
import { project } from '../project.ts';
import type { Renderer } from '../renderer.ts';
import { relativePath } from '../../shared/files/paths.ts';
import { writtenAt } from '../../shared/files/written-at.ts';

export class DevRenderer implements Renderer {
  /** By the newest text of a file that could be compiled. */
  readonly outlines: MdxOutlines;
  /** What the last compilation of each module has found: Vite compiles only what has changed. */
  readonly #findings = new Map<string, Finding[]>();
  /** When each file that Vite compiles was written, as it was last compiled. */
  readonly #written = new Map<string, string>();
  #server: ViteDevServer | undefined;
  readonly #root: string;

  /** @param root absolute path of the content folder */
  constructor(root: string) {
    this.#root = root;
    this.outlines = new MdxOutlines(root);
  }

  serve(server: ViteDevServer): void {
    this.#server = server;
  }

  /** Takes what is found out about a module that is being compiled. @param id relative */
  readonly compiling = (id: string): MdxListener => {
    const findings: Finding[] = [];
    this.#findings.set(id, findings);
    return {
      report: (finding) => void findings.push(finding),
      outline: (pieces) => this.outlines.set(id, pieces),
    };
  };

  /** Compiles what has changed. What is wrong is reported. */
  async compile(content: SiteContent, diagnostics: DiagnosticCollector): Promise<void> {
    const { root } = content.folder;
    this.outlines.placed = placedIn(content);
    const sources = new Set(allMdxFiles(content));
    const modules = new Set(
      // A component that is MDX is a module of each page that shows it.
      moduleFiles(content).filter(
        (file) => !file.endsWith('.mdx') || sources.has(relativePath(root, file)),
      ),
    );
    for (const module of modules) {
      this.#forgetWritten(partsOfId(module).file);
      try {
        await this.#environment.transformRequest(module);
      } catch (error) {
        compileErrors(error, root, diagnostics, module).forEach(diagnostics.report);
      }
      const id = relativePath(root, module);
      this.#findings.get(id)?.forEach(diagnostics.report);
      for (const shown of this.outlines.shownBy(id)) modules.add(shown);
    }
  }

  /**
   * Vite hears of a save when all plugins have been told of it, which takes a while where one is
   * slow: what was written since is forgotten before it is asked for.
   */
  #forgetWritten(file: string): void {
    const written = writtenAt(file);
    if (this.#written.has(file) && this.#written.get(file) !== written)
      for (const { moduleGraph } of Object.values(this.#server?.environments ?? {}))
        moduleGraph.onFileChange(file.replaceAll('\\', '/'));
    this.#written.set(file, written);
  }

  /**
   * Makes Vite load again what depends on more than its own text. @param files absolute
   */
  forget(content: SiteContent, files: string[]): void {
    for (const environment of Object.values(this.#server?.environments ?? {})) {
      const known = [...environment.moduleGraph.idToModuleMap.keys()];
      const imported = known.filter((id) => partsOfId(id).page !== undefined);
      for (const id of [...virtualIds, ...files, ...(files.length ? imported : [])]) {
        const module = environment.moduleGraph.getModuleById(id);
        if (module) environment.moduleGraph.invalidateModule(module);
      }
      if (!isRunnable(environment)) continue;
      // What was run once is run again: a module that is compiled counts as known to the runner,
      // which holds the one before.
      const { evaluatedModules } = environment.runner;
      for (const file of moduleFiles(content))
        for (const module of evaluatedModules.getModulesByFile(file) ?? [])
          evaluatedModules.invalidateModule(module);
    }
  }

  /** Makes Vite load all again: what pages are made of has come or gone. */
  forgetAll(): void {
    for (const environment of Object.values(this.#server?.environments ?? {})) {
      environment.moduleGraph.invalidateAll();
      if (isRunnable(environment)) environment.runner.clearCache();
    }
  }

  readonly renderMdx = async (url: string, files: string[]): Promise<RenderedMdx> =>
    (await this.#entry()).renderMdx(url, files);

  readonly renderPage = async (view: View): Promise<string> =>
    quotedAddresses(await (await this.#entry()).renderPage(view), [project, this.#root]);

  #entry(): Promise<Pick<Renderer, 'renderMdx' | 'renderPage'>> {
    return this.#environment.runner.import(serverEntry);
  }

  get #environment(): RunnableDevEnvironment {
    return this.#server!.environments['ssr'] as RunnableDevEnvironment;
  }
}

/** By its shape: Vite's own test would need Vite itself, of which there may be several. */
const isRunnable = (environment: object): environment is RunnableDevEnvironment =>
  'runner' in environment;
