/** A host that compresses, as those of published sites do, and counts nothing twice. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Served } from '../../serve.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** @param folder holds the site; a URL without an ending is a folder's or a page's */
export async function serveGzipped(folder: string): Promise<Served> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = ['', 'index.html', '/index.html', '.html']
      .map((end) => path.join(folder, name + end))
      .find((one) => existsSync(one) && statSync(one).isFile());
    if (!file) return void response.writeHead(404).end();
    const type = types[path.extname(file)];
    if (!type) return void createReadStream(file).pipe(response);
    if (!kept.has(file)) kept.set(file, gzipSync(readFileSync(file)));
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-encoding': 'gzip',
    });
    response.end(kept.get(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
