/** The renderer of `dev`: Vite compiles what has changed, and runs it in this process. */
import { isRunnableDevEnvironment, type RunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { View } from '../../layouts/head.ts';
import { serverEntry } from '../astro/config.ts';
import type { RenderedMdx } from '../astro/server-entry.ts';
import { moduleFiles, virtualIds } from '../astro/virtual-modules.ts';
import { allMdxFiles, type SiteContent } from '../content.ts';
import { compileErrors } from '../mdx/compile-errors.ts';
import type { MdxListener } from '../mdx/context.ts';
import type { Renderer } from '../renderer.ts';

export class DevRenderer implements Renderer {
  /** By the newest text of a file that could be compiled. */
  readonly outlines = new Map<string, OutlineHeading[]>();
  /** What the last compilation of each file has found: Vite compiles only what has changed. */
  readonly #findings = new Map<string, Finding[]>();
  #server: ViteDevServer | undefined;

  serve(server: ViteDevServer): void {
    this.#server = server;
  }

  /** Takes what is found out about a file that is being compiled. */
  readonly compiling = (file: string): MdxListener => {
    const findings: Finding[] = [];
    this.#findings.set(file, findings);
    return {
      report: (finding) => void findings.push(finding),
      outline: (headings) => this.outlines.set(file, headings),
    };
  };

  /** Compiles what has changed. What is wrong is reported. */
  async compile(content: SiteContent, diagnostics: DiagnosticCollector): Promise<void> {
    for (const file of moduleFiles(content)) {
      try {
        await this.#environment.transformRequest(file);
      } catch (error) {
        compileErrors(error, content.folder.root, diagnostics, file).forEach(diagnostics.report);
      }
    }
    for (const file of allMdxFiles(content)) this.#findings.get(file)?.forEach(diagnostics.report);
  }

  /**
   * Makes Vite load again what depends on more than its own text. @param files absolute
   */
  forget(content: SiteContent, files: string[]): void {
    for (const environment of Object.values(this.#server?.environments ?? {})) {
      for (const id of [...virtualIds, ...files]) {
        const module = environment.moduleGraph.getModuleById(id);
        if (module) environment.moduleGraph.invalidateModule(module);
      }
      if (!isRunnableDevEnvironment(environment)) continue;
      // What was run once is run again: a module that is compiled counts as known to the runner,
      // which holds the one before.
      const { evaluatedModules } = environment.runner;
      for (const file of moduleFiles(content))
        for (const module of evaluatedModules.getModulesByFile(file) ?? [])
          evaluatedModules.invalidateModule(module);
    }
  }

  readonly renderMdx = async (url: string, files: string[]): Promise<RenderedMdx> =>
    (await this.#entry()).renderMdx(url, files);

  readonly renderPage = async (view: View): Promise<string> =>
    (await this.#entry()).renderPage(view);

  #entry(): Promise<Pick<Renderer, 'renderMdx' | 'renderPage'>> {
    return this.#environment.runner.import(serverEntry);
  }

  get #environment(): RunnableDevEnvironment {
    return this.#server!.environments['ssr'] as RunnableDevEnvironment;
  }
}
