/**
 * `phyllite dev`: the same pages, rendered when asked for, and the browser reloaded when a source
 * is saved.
 */
import { unwatchFile, watchFile } from 'node:fs';
import { createServer } from 'node:net';
import type { SiteConfig } from '../config/site-config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Arguments } from './arguments.ts';
import { tellConfig } from './config.ts';
import { contentPlace, shownHost, siteOptions } from './paths.ts';
import { startDev } from '../build/dev/server.ts';

/**
 * Serves until it is stopped. Where the port is taken, the next free one serves.
 * @returns exit status
 */
export async function dev(args: Arguments): Promise<number> {
  const { root, base, port, host, allowedHosts } = args;
  const content = contentPlace(root);
  const free = await freePort(port);
  if (free !== port && port)
    process.stderr.write(`phyllite: port ${port} is in use; using ${free}\n`);
  // Now: Astro makes us change the folder.
  const called = { ...siteOptions(args, content), origin: '' };
  const options = (config: SiteConfig) => ({ ...called, config });
  let server = await startDev(options(args.config), { port: free, host, allowedHosts });
  process.stdout.write(`Serving ${root} at http://${shownHost(host)}:${server.port}${base}\n`);
  const again = async (config: SiteConfig) => {
    const { port: same } = server;
    await server.stop();
    server = await startDev(options(config), { port: same, host, allowedHosts });
  };
  const stopWatching = watchConfig(args.configFiles, again);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        // A server that is just starting again would outlive the one that is stopped.
        void stopWatching()
          .then(() => server.stop())
          .then(resolve);
      });
  });
  return 0;
}

/**
 * Starts again when the config changes. One that is broken is told, and the last good one holds.
 * @param files the config file, and what it imports
 * @returns what ends it; resolves when nothing starts any more
 */
function watchConfig(
  files: string[],
  again: (config: SiteConfig) => Promise<void>,
): () => Promise<void> {
  const [file] = files;
  if (!file) return async () => {};
  let running = Promise.resolve();
  let isEnded = false;
  const read = async () => {
    const { loadConfig } = await import('../build/load-config.ts');
    try {
      const { config } = await loadConfig(file);
      if (isEnded) return;
      await again(config);
      process.stdout.write('The config file has changed: started again\n');
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      tellConfig(error, 'text');
    }
  };
  const changed = () =>
    (running = running.then(read).catch((error: Error) => {
      process.stderr.write(`phyllite: failed: ${error.message}\n`);
    }));
  // By their times: some editors replace a file instead of writing it.
  for (const each of files) watchFile(each, { interval: 300 }, () => void changed());
  return () => {
    isEnded = true;
    for (const each of files) unwatchFile(each);
    return running;
  };
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
