/** The owner's `styles.css`: whatever it names lies in the content folder, or on the web. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { placeAt } from '../diagnostics/locate.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Folder } from './scan-folder.ts';
import { relativePath } from '../shared/files/paths.ts';

/**
 * Comments, every string, and every URL without quotes: whatever rule they stand in, and however
 * they are escaped.
 */
const token = new RegExp(
  [
    /\/\*[^]*?\*\//,
    /"((?:[^"\\\n]|\\[^])*)"/,
    /'((?:[^'\\\n]|\\[^])*)'/,
    /(?<=url\(\s*)(?!["'\s])((?:[^"'()\\]|\\[^])+)(?=\))/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/**
 * Its text, with what leads out of the folder taken out: through `..`, an absolute path or a link, and
 * in the stylesheets that it imports.
 * @returns undefined where there is no such file in the folder
 */
export function readStyles(folder: Folder, report: Report): string | undefined {
  return folder.all.has('styles.css')
    ? readSheet(folder, path.join(folder.root, 'styles.css'), report, new Set()).text
    : undefined;
}

/** @returns its text, and whether nothing had to be taken out */
function readSheet(
  folder: Folder,
  file: string,
  report: Report,
  open: Set<string>,
): { text: string; isClean: boolean } {
  const written = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let isClean = true;
  open.add(file);
  /** Vite reads an imported sheet by itself: one that leads out goes as a whole. */
  const isCleanImport = (place: string): boolean =>
    !/\.css$/i.test(place) || open.has(place) || readSheet(folder, place, report, open).isClean;
  const text = written.replace(
    token,
    (whole: string, double?: string, single?: string, bare?: string, at = 0) => {
      const value = double ?? single ?? bare;
      const named = unescape(value ?? '')
        .trim()
        .replace(/[?#].*$/s, '');
      if (!value || !named || /^[a-z][a-z0-9+.-]+:|^\/\//i.test(named)) return whole;
      const target = path.resolve(path.dirname(file), named);
      if (!existsSync(target)) return whole;
      const place = realpathSync(target);
      const isInside = place.startsWith(folder.root + path.sep);
      if (isInside && isCleanImport(place)) return whole;
      isClean = false;
      if (!isInside)
        report({
          kind: 'theme-file',
          file: relativePath(folder.root, file),
          ...placeAt(written, at),
          message: `${named} is outside the content folder, so it is left out`,
          hint: 'copy that file into the content folder',
        });
      return whole.replace(value, 'data:,');
    },
  );
  return { text, isClean };
}

const unescape = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\r?\n)|([^]))/gi,
    (_, code?: string, line?: string, character?: string) =>
      code ? String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)) : line ? '' : character!,
  );
