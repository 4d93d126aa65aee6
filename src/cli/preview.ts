/** `phyllite preview`: serves a built site as a static host would. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { recover } from '../publish/output/staging.ts';
import type { Arguments } from './arguments.ts';
import { project } from '../build/project.ts';
import { contentType } from '../shared/content-type.ts';

/** The file a request is answered with: the path, its `index.html`, or the path with `.html`; nothing outside the folder. */
export function fileFor(out: string, url: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
  const target = path.join(out, path.normalize(`/${name}`));
  if (
    name.includes('\0') ||
    (target !== out && !target.startsWith(out.endsWith(path.sep) ? out : out + path.sep))
  )
    return undefined;
  return [target, path.join(target, 'index.html'), `${target.replace(/[/\\]$/, '')}.html`].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

/**
 * Serves the folder at `http://localhost:PORT` under the base, until it is stopped.
 * @returns exit status; 1 where there is no site or the port is taken
 */
export async function preview({ out, port, base }: Arguments): Promise<number> {
  await recover(out);
  if (!existsSync(path.join(out, 'index.html'))) {
    process.stderr.write(`phyllite: there is no site in ${out}; build one first: npm run build\n`);
    return 1;
  }
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const below = url.startsWith(base)
      ? url.slice(base.length)
      : url === base.slice(0, -1)
        ? ''
        : undefined;
    if (below === undefined) return answer(response, undefined, out);
    answer(response, fileFor(out, below), out);
  });
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      process.stderr.write(
        error.code === 'EADDRINUSE'
          ? `phyllite: port ${port} is taken; choose another with --port\n`
          : `phyllite: ${error.message}\n`,
      );
      resolve(1);
    });
    server.listen(port, () => {
      const address = server.address();
      process.stdout.write(
        `Serving ${out} at http://localhost:${typeof address === 'object' && address ? address.port : port}${base}\n`,
      );
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        server.close();
        server.closeAllConnections();
        resolve(0);
      });
  });
}

function answer(response: ServerResponse, file: string | undefined, out: string): void {
  if (!file) {
    const missing = path.join(out, '404.html');
    response.writeHead(404, { 'content-type': contentType('404.html') });
    response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    return;
  }
  response.writeHead(200, { 'content-type': contentType(file), 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
}
