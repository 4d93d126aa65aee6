/** The folders, files and addresses that a call names. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { project, urlMarks } from '../build/project.ts';
import type { SiteOptions } from '../build/content.ts';
import { CallError, type Arguments, type CallFolders } from './arguments.ts';

/**
 * npm runs a script in the folder of package.json, and says where its caller stood: what they name
 * is meant from there.
 */
export function callFolders(): CallFolders {
  const own = process.cwd();
  const { INIT_CWD: caller, npm_package_json: file } = process.env;
  const isMoved = caller && file && path.dirname(file) === own;
  return { own, caller: isMoved ? caller : own };
}

/** @throws {CallError} where Phyllite itself lies in a folder that Vite cannot work in */
export function checkOwnFolder(): void {
  const cache = process.env['PHYLLITE_CACHE'] ?? '';
  for (const place of [project, cache]) {
    const [mark] = urlMarks.exec(place) ?? [];
    if (mark)
      throw new CallError(
        `Phyllite cannot work in ${place}: its path holds “${mark}”; ` +
          `${place === cache ? 'name another PHYLLITE_CACHE' : 'move it elsewhere'} ` +
          '(the content and the output may lie there)',
      );
  }
}

export interface ContentPlace {
  /** The content folder's real path (Vite knows files by theirs). */
  root: string;
  /** The file in it that is the whole content: a description. */
  description?: string;
}

/**
 * @param given absolute path of a content folder, or of a description
 * @throws {CallError} where it is neither
 */
export function contentPlace(given: string): ContentPlace {
  if (!isFile(given, '; name another, or make one with phyllite init'))
    return { root: contentFolder(given) };
  if (/\.(?:ya?ml|json)$/i.test(given))
    return {
      root: realpathSync.native(path.dirname(given)),
      description: path.basename(given),
    };
  throw new CallError(
    `${given} is a file; name a description in OpenAPI, or the folder that it lies in: ` +
      path.dirname(given),
  );
}

/** What a call says of the site that is made of its content. */
export const siteOptions = (
  { base, site, cache, config, untrusted }: Arguments,
  content: ContentPlace,
): SiteOptions => ({
  ...content,
  ...{ base, origin: site, cache, config, untrusted },
  owner: process.cwd(),
});

function contentFolder(root: string): string {
  const names = readdirSync(root);
  // A Slate project: its README and licence are no pages of the reference.
  if (names.includes('config.rb') && names.includes('source')) {
    const source = path.join(root, 'source');
    throw new CallError(
      `${root} is a Slate project; its content lies in ${source}: name that folder`,
    );
  }
  return realpathSync.native(root);
}

/**
 * @param mend what to do where there is no such folder
 * @throws {CallError} where there is no folder that can be read
 */
export function isFile(folder: string, mend = ''): boolean {
  try {
    if (!statSync(folder).isDirectory()) return true;
    readdirSync(folder);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CallError(
      code === 'ENOENT'
        ? /\.(?:ya?ml|json)$/i.test(folder)
          ? `there is no file ${folder}`
          : `there is no folder ${folder}${mend}`
        : `the folder ${folder} cannot be read (${code}); check its permissions`,
    );
  }
}

/** @returns an address as it stands in a URL: the loopback as `localhost` */
export const shownHost = (host: string): string =>
  /^127\.|^::1?$|^0\.0\.0\.0$/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
