/** What `dev` adds to Vite's server: content is watched, and everything a static host would serve is served. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Plugin, ViteDevServer } from 'vite';
import { contentType } from '../../shared/content-type.ts';
import { DevFiles } from './files.ts';
import { DevWatcher } from './watcher.ts';
import { errorPage } from './error-page.ts';
import { readLine } from '../../diagnostics/source-lines.ts';
import type { Session } from '../session.ts';

export function devServer(session: Session): Plugin {
  return {
    name: 'phyllite-dev',
    apply: 'serve',
    configureServer: {
      order: 'post',
      handler(server) {
        const pages = new DevPages(session, server);
        // Before all that Vite and Astro have: a page may be called as a file of theirs.
        return () => void server.middlewares.stack.unshift({ route: '', handle: pages.answer });
      },
    },
  };
}

class DevPages {
  readonly #session: Session;
  readonly #server: ViteDevServer;
  readonly #files: DevFiles;
  readonly #watch: DevWatcher;
  /** Tells our own requests, which are answered by Astro, from others'. */
  readonly #token = randomUUID();

  constructor(session: Session, server: ViteDevServer) {
    this.#session = session;
    this.#server = server;
    this.#files = new DevFiles(session);
    this.#watch = new DevWatcher(session, server, () => this.#files.clear());
    session.renderPage = (url) => this.#render(url);
    server.httpServer?.once('listening', () => this.#watch.start());
  }

  readonly answer = (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const { base } = this.#session.options;
    const [pathname = '/', query] = (request.url ?? '/').split('?', 2) as [string, string?];
    if (!pathname.startsWith(base)) {
      if (`${pathname}/` === base) return void response.writeHead(302, { location: base }).end();
      return void this.#missing(request, response, next);
    }
    const below = safeDecode(pathname.slice(base.length));
    if (request.headers['x-phyllite'] === this.#token) {
      request.url = base + encodeURI(slugOf(below));
      return next();
    }
    // Vite's own: scripts, styles, its client.
    if (/^(@|node_modules\/|src\/)/.test(below) || query?.includes('html-proxy')) return next();
    void this.#serve(below, request, response, next).catch(next);
  };

  async #serve(
    below: string,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    await this.#watch.current;
    const { reference } = this.#session;
    const asset = reference.assets.get(below);
    if (asset) {
      response.writeHead(200, headers(below));
      return void createReadStream(asset)
        .on('error', () => response.destroy())
        .pipe(response);
    }
    const made = await this.#files.get(below);
    if (made !== undefined) return void response.writeHead(200, headers(below)).end(made);
    const url = [
      `/${below}`,
      `/${below}.html`,
      below === 'index.html' ? '/' : below.replace(/^(.*\/)?index\.html$/, '/$1'),
    ].find((one) => reference.page(one));
    if (url) return this.#page(url, response);
    // A relative link of the page needs the folder's slash.
    if (reference.page(`/${below}/`))
      return void response
        .writeHead(302, { location: `${this.#session.options.base}${encodeURI(below)}/` })
        .end();
    return this.#missing(request, response, next);
  }

  async #page(url: string, response: ServerResponse, status = 200): Promise<void> {
    const { document } = this.#session.reference.page(url) ?? {};
    let errors = this.#watch.errorsOf(document);
    if (!errors.length) {
      const rendered = await this.#render(url);
      errors = this.#watch.errorsOf(document);
      if (!errors.length && rendered.status >= 500) {
        const reason = /<title>([^<]*)/.exec(rendered.html)?.[1] ?? '';
        errors = [
          {
            kind: 'internal',
            severity: 'error',
            file: document?.file ?? '',
            line: 0,
            column: 0,
            message: `this page could not be rendered${reason && ` (${reason})`}`,
            hint: 'check your own components; if you have none, please report it',
          },
        ];
      }
      if (!errors.length)
        return void response.writeHead(status, headers('page.html')).end(rendered.html);
    }
    this.#watch.tell();
    const { root, base } = this.#session.options;
    response
      .writeHead(500, headers('page.html'))
      .end(errorPage(errors, { readLine: readLine(root), base }));
  }

  /** Where no page is: the page that hosts answer; what only a program asks for is Vite's to answer. */
  async #missing(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    const isPage =
      /\btext\/html\b|^\*\/\*$|^$/.test(request.headers.accept ?? '') &&
      request.headers['sec-fetch-dest'] !== 'script';
    if (!isPage) return next();
    await this.#watch.current;
    await this.#page('/404.html', response, 404);
  }

  #render(url: string): Promise<{ status: number; html: string }> {
    const page = this.#ask(url);
    this.#watch.render(page);
    return page;
  }

  async #ask(url: string): Promise<{ status: number; html: string }> {
    const address = this.#server.httpServer?.address() as AddressInfo;
    const host =
      address.family === 'IPv6'
        ? `[${address.address === '::' ? '::1' : address.address}]`
        : address.address;
    const response = await fetch(
      `http://${host}:${address.port}${this.#session.options.base}${encodeURI(url.slice(1))}`,
      { headers: { 'x-phyllite': this.#token } },
    );
    return { status: response.status, html: await response.text() };
  }
}

/** Astro knows a page by its slug; hosts know it by the file. */
function slugOf(below: string): string {
  if (below.endsWith('.html')) return below.slice(0, -'.html'.length);
  return below.endsWith('/') ? `${below}~index` : below;
}

const headers = (file: string) => ({
  'content-type': contentType(file),
  'cache-control': 'no-store',
});

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
