/** `phyllite dev`: the same pages, rendered when asked for, and the browser reloaded when a source is saved. */
import { existsSync } from 'node:fs';
import { dev as astroDev } from 'astro';
import type { Arguments } from './arguments.ts';
import { astroConfig } from './astro-config.ts';
import { project } from './project.ts';
import { openSession } from './session.ts';

/** Serves until it is stopped. @returns exit status */
export async function dev({ root, base, port }: Arguments): Promise<number> {
  if (!existsSync(root)) {
    process.stderr.write(`phyllite: there is no folder ${root}\n`);
    return 2;
  }
  process.chdir(project);
  const session = openSession({ root, base, origin: '', cache: true });
  const server = await astroDev(await astroConfig(session, { port }));
  const origin = `http://localhost:${server.address.port}`;
  session.renderPage = (url) => fetch(`${origin}${base}${encodeURI(url.slice(1))}`).then((response) => response.text());
  process.stdout.write(`Serving ${root} at ${origin}${base}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop().then(resolve));
  });
  return 0;
}
