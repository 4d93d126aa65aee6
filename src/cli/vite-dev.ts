/** What `dev` adds to Vite's server: content is watched, and everything a static host would serve is served. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { DevFiles } from './dev-files.ts';
import type { Session } from './session.ts';
import { contentType } from './content-type.ts';
import { virtualIds } from './vite-content.ts';

export function devServer(session: Session): Plugin {
  return {
    name: 'phyllite-dev',
    apply: 'serve',
    configureServer(server) {
      const { root, base } = session.options;
      const files = new DevFiles(session);
      let reading: Promise<void> = session.ready();
      let waiting = false;

      server.watcher.add(root);
      server.watcher.on('all', (_event, file) => {
        if (!path.resolve(file).startsWith(root + path.sep) || waiting) return;
        waiting = true;
        // Editors write a file in several steps; one reading serves them all.
        reading = reading.then(() => new Promise((resolve) => setTimeout(resolve, 15))).then(async () => {
          waiting = false;
          session.read();
          await session.ready();
          files.clear();
          reload(server, session);
        });
      });

      server.middlewares.use((request, response, next) => {
        void reading.then(async () => {
          const [pathname = '/', query] = (request.url ?? '/').split('?', 2) as [string, string?];
          const below = pathname.startsWith(base) ? safeDecode(pathname.slice(base.length)) : undefined;
          if (below === undefined) return next();
          const asset = session.reference?.assets.get(below);
          if (asset) {
            response.writeHead(200, { 'content-type': contentType(below), 'cache-control': 'no-store' });
            return void createReadStream(asset).pipe(response);
          }
          const made = await files.get(below);
          if (made !== undefined) {
            response.writeHead(200, { 'content-type': contentType(below), 'cache-control': 'no-store' });
            return void response.end(made);
          }
          // Astro knows a page by its slug; hosts know it by the file.
          const slug = below.endsWith('.html') ? below.slice(0, -'.html'.length) : below.endsWith('/') ? `${below}~index` : below;
          request.url = base + encodeURI(slug === 'index' ? '' : slug) + (query === undefined ? '' : `?${query}`);
          next();
        }).catch(next);
      });
    },
  };
}

function reload(server: ViteDevServer, session: Session): void {
  const stale = [...virtualIds, ...session.takeStale()];
  for (const environment of Object.values(server.environments)) {
    for (const id of stale) {
      const module = environment.moduleGraph.getModuleById(id);
      if (module) environment.moduleGraph.invalidateModule(module);
    }
  }
  server.environments.client?.hot.send({ type: 'full-reload', path: '*' });
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
