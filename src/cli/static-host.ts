/**
 * Serves a folder as static hosts do: `/a` is the file `a`, the folder `a` (with a slash put at its
 * end), `a.html` or `a.md`; all else is `404.html`. Who asks for Markdown gets that of the page.
 * Files are opened for each request, so that a build may replace the folder, or a file may be one
 * that cannot be read, and the server goes on.
 */
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { acceptsMarkdown } from '../shared/agents/accepts-markdown.ts';
import { contentType } from '../shared/files/content-type.ts';

/** @param base path that the folder lies under, with a slash at both ends */
export function staticHost(folder: string, base: string): RequestListener {
  return (request, response) => {
    answer(folder, base, request, response).catch(() => response.destroy());
  };
}

async function answer(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [url = '/', query = ''] = (request.url ?? '/').split(/(?=\?)/);
  const name = url.startsWith(base) ? decoded(url.slice(base.length)) : undefined;
  const isBase = `${url}/` === base;
  if (isBase) return redirect(response, base + query);
  if (name !== undefined) {
    const plain = path.join(folder, path.posix.normalize(`/${name}`));
    const sendPage = async (page: FileHandle, file: string) => {
      response.setHeader('vary', 'accept');
      const markdown = acceptsMarkdown(request.headers.accept)
        ? await openFile(file.replace(/\.html$/, '.md'))
        : undefined;
      if (!markdown) return send(response, page, file);
      await page.close();
      return send(response, markdown, '.md');
    };
    const whole = url.endsWith('/') ? undefined : await openFile(plain);
    if (whole && /\.html$/.test(plain)) return sendPage(whole, plain);
    if (whole) return send(response, whole, plain);
    const index = await openFile(path.join(plain, 'index.html'));
    if (index && !url.endsWith('/')) {
      await index.close();
      return redirect(response, `${url}/${query}`);
    }
    if (index) return sendPage(index, path.join(plain, 'index.html'));
    const bare = plain.replace(/[/\\]$/, '');
    const page = await openFile(`${bare}.html`);
    if (page) return sendPage(page, `${bare}.html`);
    const markdown = await openFile(`${bare}.md`);
    if (markdown) return send(response, markdown, '.md');
  }
  const missing = await openFile(path.join(folder, '404.html'));
  if (missing) return send(response, missing, '404.html', 404);
  response.writeHead(404, { 'content-type': contentType('.txt') }).end('Not found');
}

/** @returns undefined where the text is no valid encoding, or names a file that cannot be */
function decoded(text: string): string | undefined {
  try {
    const name = decodeURIComponent(text);
    return /[\0\\]/.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

/** @returns undefined where there is no file, or none that may be read */
async function openFile(file: string): Promise<FileHandle | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return undefined;
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}

/** A path of our own only: `//host/` would lead elsewhere. */
function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to.replace(/^\/+/, '/') }).end();
}

async function send(
  response: ServerResponse,
  file: FileHandle,
  name: string,
  status = 200,
): Promise<void> {
  try {
    response.writeHead(status, { 'content-type': contentType(name), 'cache-control': 'no-cache' });
    await pipeline(file.createReadStream(), response);
  } finally {
    // Whichever of the two ended first.
    await file.close().catch(() => {});
  }
}
