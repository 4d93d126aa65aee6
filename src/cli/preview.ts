/** `phyllite preview`: serves a built site as a static host would. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { recover } from '../publish/output/staging.ts';
import type { Arguments } from './arguments.ts';
import { isAllowedHost } from '../build/dev/host-check.ts';
import { shownHost } from './paths.ts';
import { staticHost } from './static-host.ts';

/**
 * Serves the folder at `http://localhost:PORT` under the base, until it is stopped.
 * @returns exit status; 1 where there is no site or the port is taken
 */
export async function preview(args: Arguments): Promise<number> {
  const { out, port, base, host, allowedHosts } = args;
  await recover(out);
  if (!existsSync(path.join(out, 'index.html'))) {
    process.stderr.write(`phyllite: there is no site in ${out}; build one first: npm run build\n`);
    return 1;
  }
  const answer = staticHost(out, base);
  const allowed = [host, ...allowedHosts];
  const server = createServer((request, response) => {
    if (isAllowedHost(request.headers.host, allowed)) answer(request, response);
    else response.writeHead(403).end('This name is not allowed: --allowed-host NAME\n');
  });
  return new Promise((resolve) => {
    server.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      const problem =
        code === 'EADDRINUSE' ? `port ${port} is in use; choose another with --port` : message;
      process.stderr.write(`phyllite: ${problem}\n`);
      resolve(1);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      process.stdout.write(`Serving ${out} at http://${shownHost(host)}:${address.port}${base}\n`);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        server.close();
        server.closeAllConnections();
        resolve(0);
      });
  });
}
