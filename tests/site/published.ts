/** Builds a content folder as an author would, and serves it from memory's neighbour, the disk, for a browser to open. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtSample } from '../sample.ts';
import { callPhyllite } from '../warm/calls.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/plain',
  '.wasm': 'application/wasm',
};

export interface Published {
  /** `http://127.0.0.1:…/`, with the site's base. */
  url: string;
  dir: string;
  close(): void;
}

/** @param folder of content, absolute; @param base where the site lies on its server */
export async function publish(folder: string, base = '/'): Promise<Published> {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-site-'));
  const run = await callPhyllite(['build', folder, '--out', path.join(dir, 'out'), '--base', base]);
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
  const site = await published(path.join(dir, 'out'), base);
  const close = () => {
    site.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...site, close };
}

/** Serves the sample of `content/`, which other test files look at, too. */
export const publishSample = async (): Promise<Published> => published(await builtSample(), '/');

async function published(dir: string, base: string): Promise<Published> {
  const server = serve(dir, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    dir,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function serve(root: string, base: string): Server {
  const page = path.join(root, '404.html');
  const missing = existsSync(page) ? readFileSync(page) : '';
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let file = path.join(root, decodeURIComponent(pathname.slice(base.length - 1)));
    if (pathname.endsWith('/')) file = path.join(file, 'index.html');
    if (!pathname.startsWith(base) || !existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404, { 'content-type': 'text/html' }).end(missing);
    response
      .writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
}
