/** What a built site weighs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface HtmlFigures {
  bytes: number;
  gzipped: number;
  /** Start tags. */
  elements: number;
}

export interface SiteFigures {
  /** All files. */
  bytes: number;
  files: number;
  /** The pages, without the parts that all share. */
  html: HtmlFigures;
  /** Pagefind's files and the table of symbols. */
  index: number;
}

/** Gzipped as published pages were for the targets: at the highest level. */
export function htmlFigures(html: Buffer): HtmlFigures {
  let elements = 0;
  for (let at = html.indexOf(0x3c); at !== -1; at = html.indexOf(0x3c, at + 1)) {
    const next = (html[at + 1] ?? 0) | 0x20;
    if (next >= 0x61 && next <= 0x7a) elements++;
  }
  return { bytes: html.length, gzipped: gzipSync(html, { level: 9 }).byteLength, elements };
}

const add = (sum: HtmlFigures, more: HtmlFigures): HtmlFigures => ({
  bytes: sum.bytes + more.bytes,
  gzipped: sum.gzipped + more.gzipped,
  elements: sum.elements + more.elements,
});

export function siteFigures(dir: string): SiteFigures {
  const figures: SiteFigures = {
    bytes: 0,
    files: 0,
    html: { bytes: 0, gzipped: 0, elements: 0 },
    index: 0,
  };
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    figures.files++;
    figures.bytes += content.length;
    if (path.relative(dir, file).split(path.sep)[0] === 'pagefind') figures.index += content.length;
    // The page for what is not there is none of the source's.
    else if (file.endsWith('.html') && entry.name !== '404.html')
      figures.html = add(figures.html, htmlFigures(content));
  }
  return figures;
}

/** The page of most bytes that is not the whole of a paged document, relative. */
export function largestPage(dir: string): string {
  let largest = { file: 'index.html', bytes: -1 };
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html') || entry.name === 'all.html') continue;
    const file = path.join(entry.parentPath, entry.name);
    const { length: bytes } = readFileSync(file);
    if (bytes > largest.bytes)
      largest = { file: path.relative(dir, file).replaceAll(path.sep, '/'), bytes };
  }
  return largest.file;
}
