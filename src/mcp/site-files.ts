/** The files of a published site, from a folder or over HTTP. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decode } from '../shared/decode.ts';

export interface SiteFiles {
  /** The site as it was named, for messages. */
  name: string;
  /**
   * Bytes of a file.
   * @param file path below the site's root, percent-encoded as in a URL
   * @throws SiteError if there is none, or the site cannot be reached
   */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

const TIMEOUT_MS = 15_000;

/**
 * @param location URL of the site's root, or absolute path of a folder
 * @throws SiteError where the location is neither
 */
export async function siteFiles(location: string): Promise<SiteFiles> {
  return /^https?:\/\//i.test(location) ? overHttp(location) : inFolder(location);
}

async function inFolder(folder: string): Promise<SiteFiles> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new SiteError(`there is no folder ${folder}`);
  return {
    name: folder,
    async read(file) {
      const target = path.join(folder, path.normalize(`/${decode(file)}`));
      try {
        return new Uint8Array(await readFile(target));
      } catch {
        throw new SiteError(`${folder} has no file ${file}`);
      }
    },
  };
}

/**
 * The root is the folder that the address names: of `https://x.org/docs/index.html` it is
 * `https://x.org/docs/`.
 */
function overHttp(location: string): SiteFiles {
  if (!URL.canParse(location)) throw new SiteError(`${location} is not a URL`);
  const root = new URL(location);
  root.search = root.hash = '';
  if (!/\.html?$/i.test(root.pathname)) root.pathname = root.pathname.replace(/\/*$/, '/');
  return {
    name: location,
    async read(file) {
      const url = new URL(`./${file}`, root);
      // The contents of a site are not trusted to name other places.
      if (!url.href.startsWith(new URL('.', root).href))
        throw new SiteError(`${location} names a file outside itself: ${file}`);
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
        (error: unknown) => {
          throw new SiteError(`${location} cannot be reached: ${reasonOf(error)}`);
        },
      );
      if (!answer.ok) throw new SiteError(`${location} has no ${file} (HTTP ${answer.status})`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** `fetch` says "fetch failed"; why, its cause knows. */
function reasonOf(error: unknown): string {
  const { message, name, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  return cause?.code ?? cause?.message ?? message;
}

/** What is wrong with the site that an MCP server was to read: a sentence for the person who named it. */
export class SiteError extends Error {}
