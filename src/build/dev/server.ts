/** `dev`: Astro's server, in which all is served that a static host would serve. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readLine } from '../../diagnostics/source-lines.ts';
import { tryItServers } from '../../reference/try-it.ts';
import { carriedFile } from '../../publish/files/carry.ts';
import { markdownPageUrl } from '../../publish/url.ts';
import { acceptsMarkdown } from '../../shared/agents/accepts-markdown.ts';
import { contentType } from '../../shared/files/content-type.ts';
import { decode } from '../../shared/decode.ts';
import { isAllowedHost } from './host-check.ts';
import { astroConfig } from '../astro/config.ts';
import { isUntrusted, type SiteOptions } from '../content.ts';
import { lastChanges } from '../last-changed.ts';
import { mdxContextOf } from '../mdx/context.ts';
import { viewOf } from '../page-view.ts';
import { errorPage } from './error-page.ts';
import { devPolicy } from './policy.ts';
import type { Reading } from './reading.ts';
import { DevRenderer } from './renderer.ts';
import { DevWatcher } from './watcher.ts';

/** So long a page whose sources change while it is rendered is rendered again. */
const PATIENCE_MS = 3_000;

export interface DevServer {
  /** The port that it listens on. */
  port: number;
  stop(): Promise<void>;
}

export interface ListenOptions {
  /** 0: any that is free. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** Names, beside this machine's own, under which it may be asked. */
  allowedHosts: string[];
}

export async function startDev(options: SiteOptions, listen: ListenOptions): Promise<DevServer> {
  const { port, host, allowedHosts } = listen;
  const allowed = [host, ...allowedHosts];
  const renderer = new DevRenderer(options.root);
  const watcher = await DevWatcher.open(options, renderer);
  const config = await astroConfig({
    ...options,
    content: () => watcher.content,
    mdx: true,
    mdxContext: (id) => mdxContextOf(watcher.content, id, renderer.compiling),
  });
  const pages = new DevPages(options, renderer, watcher);
  const plugin: Plugin = {
    name: 'phyllite-dev',
    configureServer: {
      order: 'post',
      handler(server) {
        renderer.serve(server);
        watcher.watch(server);
        server.httpServer?.once('listening', () => watcher.start());
        // Before all that Vite and Astro have: a page may be called as a file of theirs.
        const answer: typeof pages.answer = (request, response, next) => {
          if (isAllowedHost(request.headers.host, allowed)) pages.answer(request, response, next);
          else response.writeHead(403).end('This name is not allowed: --allowed-host NAME\n');
        };
        return () => void server.middlewares.stack.unshift({ route: '', handle: answer });
      },
    },
  };
  config.vite!.plugins!.push(plugin);
  const { dev } = await import('astro');
  const server = await dev({ ...config, server: { port, host, allowedHosts } });
  return { port: server.address.port, stop: () => server.stop() };
}

class DevPages {
  readonly #options: SiteOptions;
  readonly #renderer: DevRenderer;
  readonly #watcher: DevWatcher;
  /** When files last changed; undefined until a page is to say it. */
  #changed: Map<string, Date> | undefined;

  constructor(options: SiteOptions, renderer: DevRenderer, watcher: DevWatcher) {
    this.#options = options;
    this.#renderer = renderer;
    this.#watcher = watcher;
  }

  readonly answer = (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const { base } = this.#options;
    const [pathname = '/', query] = (request.url ?? '/').split('?', 2) as [string, string?];
    const isBelow = pathname.startsWith(base);
    const below = decode(pathname.slice(isBelow ? base.length : 1));
    // Vite's own: scripts, styles, its client. What a style sheet loads has no base before it.
    if (/^(@|node_modules\/|src\/)/.test(below) || query?.includes('html-proxy')) return next();
    if (!isBelow) {
      if (`${pathname}/` === base) return void response.writeHead(302, { location: base }).end();
      return void this.#missing(request, response, next).catch(next);
    }
    void this.#serve(below, request, response, next).catch(next);
  };

  async #serve(
    below: string,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    const reading = await this.#watcher.current;
    const { site } = reading;
    if (!site) return this.#errors(reading, reading.errorsOf(undefined), response);
    const asset = site.assets.get(below);
    if (asset) {
      const carried = await carriedFile(below, asset, isUntrusted(this.#options), () => {});
      if (carried === undefined) return void response.writeHead(404).end();
      return void response.writeHead(200, headers(below)).end(carried);
    }
    const font = reading.content.fonts.files.get(below);
    if (font) return void response.writeHead(200, headers(below)).end(font);
    // Agents leave out the ending.
    const file = /^md\/.*(?<!\.md)$/.test(below) ? `${below}.md` : below;
    const made = await reading.file(file);
    if (made !== undefined) return void response.writeHead(200, headers(file)).end(made);
    const url = [
      `/${below}`,
      `/${below}.html`,
      below === 'index.html' ? '/' : below.replace(/^(.*\/)?index\.html$/, '/$1'),
    ].find((one) => site.pages.has(one));
    if (url) {
      const markdown = acceptsMarkdown(request.headers.accept)
        ? await reading.file(markdownPageUrl(url).slice(1))
        : undefined;
      response.setHeader('vary', 'accept');
      return markdown === undefined
        ? this.#page(url, response)
        : void response.writeHead(200, headers('.md')).end(markdown);
    }
    // A relative link of the page needs the folder's slash.
    if (site.pages.has(`/${below}/`))
      return void response
        .writeHead(302, { location: `${this.#options.base}${encodeURI(below)}/` })
        .end();
    return this.#missing(request, response, next);
  }

  async #page(url: string, response: ServerResponse, status = 200): Promise<void> {
    const started = performance.now();
    for (;;) {
      const reading = await this.#watcher.current;
      const rendered = await this.#render(reading, url);
      // What was rendered while the sources changed may be of neither text.
      if (this.#watcher.isStale(reading) && performance.now() - started < PATIENCE_MS) continue;
      if (typeof rendered !== 'string') return this.#errors(reading, rendered, response);
      return void response.writeHead(status, headers('page.html')).end(rendered);
    }
  }

  /** @returns the page's HTML, or what is wrong with it */
  async #render(reading: Reading, url: string): Promise<string | Diagnostic[]> {
    const document = reading.documentAt(url);
    const before = reading.errorsOf(document);
    if (before.length) return before;
    try {
      const site = await reading.render(document ? [document] : []);
      const errors = reading.errorsOf(document);
      if (errors.length) return errors;
      const { headHtml, fonts } = reading.content;
      const page = site.pages.get(url);
      // As at the start: a commit is no change of the text.
      if (site.frontMatter.last_changed)
        this.#changed ??= lastChanges(this.#options.root, reading.diagnostics.report);
      const policy = devPolicy(site.frontMatter.csp, page ? tryItServers(page) : []);
      const view = viewOf(site, url, {
        headHtml,
        fonts,
        ...policy,
        ...(this.#changed && { changed: this.#changed }),
      });
      return policy.finish(await this.#renderer.renderPage(view));
    } catch (error) {
      const reason = String((error as Error)?.message ?? error).split('\n')[0];
      return [
        {
          kind: 'internal',
          severity: 'error',
          file: document?.file ?? '',
          line: 0,
          column: 0,
          message: `this page could not be laid out (${reason})`,
          hint: 'check your own components; if you have none, please report it',
        },
      ];
    }
  }

  #errors(reading: Reading, errors: Diagnostic[], response: ServerResponse): void {
    this.#watcher.tell(reading);
    const { root, base } = this.#options;
    const page = errorPage(errors, { readLine: readLine(root), base });
    response.writeHead(500, headers('page.html')).end(page);
  }

  /**
   * Where no page is: the page that hosts answer; what only a program asks for is Vite's to answer.
   */
  async #missing(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    const isPage =
      /\btext\/html\b|^\*\/\*$|^$/.test(request.headers.accept ?? '') &&
      request.headers['sec-fetch-dest'] !== 'script';
    if (!isPage) return next();
    await this.#page('/404.html', response, 404);
  }
}

const headers = (file: string) => ({
  'content-type': contentType(file),
  'cache-control': 'no-store',
});
