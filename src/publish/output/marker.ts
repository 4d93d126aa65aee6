/**
 * The mark of a site of ours: `.phyllite`, which names by their digests the paths of all files that
 * the build wrote. No content can replace it, since it is written last; and a file that it does not
 * name is not ours to remove, whatever else lies in the folder. Digests, since some pages are
 * listed nowhere on purpose.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileAt } from '../compare/published-page.ts';
import { listFiles } from '../list-files.ts';
import { digest } from '../../shared/files/digest.ts';

const MARKER = '.phyllite';

/** Files that systems leave, or that stand in for an empty folder. */
const ignored = ['.gitkeep', '.keep', '.gitignore', '.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Copies that hosts' tools put beside our files. */
const compressed = /\.(?:gz|br|zst)$/;

/** @param site the finished site, before anybody else can write to it */
export function writeMarker(site: string): void {
  const files = filesOf(site).map(markOf).sort();
  fs.writeFileSync(
    path.join(site, MARKER),
    `${JSON.stringify({ generator: 'phyllite', files })}\n`,
  );
}

/**
 * @returns path of a file that no build wrote; undefined: the folder is empty, or a site of ours
 */
export function foreignFile(folder: string): string | undefined {
  const files = filesOf(folder);
  const own = readMarker(folder);
  if (!own) return files.length && !isOlderSite(folder) ? files[0] : undefined;
  return files.find(
    (file) =>
      file !== MARKER && !own.has(markOf(file)) && !own.has(markOf(file.replace(compressed, ''))),
  );
}

function readMarker(folder: string): Set<unknown> | undefined {
  const marker = readJson(path.join(folder, MARKER)) as { generator?: unknown; files?: unknown };
  return marker?.generator === 'phyllite' && Array.isArray(marker.files)
    ? new Set(marker.files)
    : undefined;
}

/** Version 0.1.0 left no mark. Its `reference.json` lists pages, which all have to be there. */
function isOlderSite(folder: string): boolean {
  const reference = readJson(path.join(folder, 'reference.json')) as {
    generator?: unknown;
    base?: string;
    documents?: { url?: string; pages?: { url?: string }[] }[];
  };
  try {
    if (reference.generator !== 'phyllite') return false;
    const { base = '/' } = reference;
    const urls = reference.documents!.flatMap(({ url, pages = [{ url: url! }] }) =>
      pages.map((page) => page.url!),
    );
    return urls.length > 0 && urls.every((url) => hasPage(folder, url, base));
  } catch {
    return false;
  }
}

function hasPage(folder: string, url: string, base: string): boolean {
  const { pathname } = new URL(url, 'https://phyllite.invalid');
  const isFile = (file: string): boolean =>
    fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile() ?? false;
  return fileAt(pathname.slice(base.length - 1), '', isFile) !== undefined;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) ?? {};
  } catch {
    return {};
  }
}

const markOf = (file: string): string => digest(file, 16);

const filesOf = (folder: string): string[] =>
  listFiles(folder).filter((file) => !ignored.includes(path.basename(file)));
