/**
 * Loaded before the command line (`node --import`), so that a test can see what an author is told:
 * `FAULT=src/mdx/syntax/alerts.ts:alerts` puts a fault into one function of ours,
 * `UNREADABLE=closed.html.md` makes a file one that may not be read (who is root may read all).
 */
import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const [file = '', name = ''] = (process.env['FAULT'] ?? '').split(':');
const thrown = `throw new TypeError('a fault put in by a test');`;
const isIt = (url: string) => file !== '' && url.replace(/[?#].*$/, '').endsWith(`/${file}`);

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    return isIt(url)
      ? {
          ...loaded,
          source: String(loaded.source).replace(
            new RegExp(`(export (?:async )?function ${name}\\b[^{]*\\{)`),
            `$1 ${thrown}`,
          ),
        }
      : loaded;
  },
});

const closed = process.env['UNREADABLE'];
if (closed) {
  const { readFileSync } = fs;
  fs.readFileSync = ((file: fs.PathOrFileDescriptor, ...options: [never]) => {
    if (path.basename(String(file)) === closed)
      throw Object.assign(new Error(`EACCES: permission denied, open '${String(file)}'`), {
        code: 'EACCES',
        syscall: 'open',
      });
    return readFileSync(file, ...options);
  }) as typeof readFileSync;
  syncBuiltinESMExports();
}
