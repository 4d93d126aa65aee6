/** A static host for tests, on a free port of this machine. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { contentType } from '../src/shared/content-type.ts';
import { fileFor } from '../src/cli/preview.ts';

export interface Served {
  /** `http://127.0.0.1:PORT`, without a slash. */
  origin: string;
  close(): Promise<void>;
}

/** @param base path that the folder lies under, with both slashes */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const file = url.startsWith(base) ? fileFor(folder, url.slice(base.length)) : undefined;
    response.writeHead(file ? 200 : 404, { 'content-type': contentType(file ?? '.html') });
    if (file) createReadStream(file).pipe(response);
    else response.end('not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
