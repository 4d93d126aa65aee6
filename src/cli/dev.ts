/**
 * `phyllite dev`: the same pages, rendered when asked for, and the browser reloaded when a source
 * is saved.
 */
import { createServer } from 'node:net';
import type { Arguments } from './arguments.ts';
import { contentPlace, shownHost } from './paths.ts';
import { project } from '../build/project.ts';
import { startDev } from '../build/dev/server.ts';

/**
 * Serves until it is stopped. Where the port is taken, the next free one serves.
 * @returns exit status
 */
export async function dev(args: Arguments): Promise<number> {
  const { root, base, port, host, allowedHosts, untrusted } = args;
  const content = contentPlace(root);
  process.chdir(project);
  const free = await freePort(port);
  if (free !== port && port)
    process.stderr.write(`phyllite: port ${port} is in use; using ${free}\n`);
  const options = { ...content, base, origin: '', cache: true, untrusted };
  const server = await startDev(options, { port: free, host, allowedHosts });
  process.stdout.write(`Serving ${root} at http://${shownHost(host)}:${server.port}${base}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => void server.stop().then(resolve));
  });
  return 0;
}

/**
 * The port, or the first above it that nothing listens on, be it on one of localhost's two
 * addresses only.
 */
async function freePort(port: number): Promise<number> {
  for (let next = port; next < Math.min(port + 100, 65536); next++)
    if ((await Promise.all(['127.0.0.1', '::1'].map((host) => isFree(next, host)))).every(Boolean))
      return next;
  return port;
}

const isFree = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    // A machine without IPv6 has nobody listening there.
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
