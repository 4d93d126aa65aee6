/** The owner's `styles.css`: whatever it names lies in the content folder, or on the web. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Folder } from './scan-folder.ts';

const comment = /\/\*[^]*?\*\//;
/** Every string, and every URL without quotes: whatever rule they stand in, and however they are escaped. */
const token = new RegExp(
  `${comment.source}|"((?:[^"\\\\\\n]|\\\\[^])*)"|'((?:[^'\\\\\\n]|\\\\[^])*)'|(?<=url\\(\\s*)(?!["'\\s])((?:[^"'()\\\\]|\\\\[^])+)(?=\\))`,
  'gi',
);

/**
 * Its text, with what leads out of the folder taken out: through `..`, an absolute path or a link, and in the
 * stylesheets that it imports.
 * @returns undefined where there is no such file in the folder
 */
export function readStyles(folder: Folder, report: Report): string | undefined {
  return folder.all.has('styles.css')
    ? readSheet(folder, path.join(folder.root, 'styles.css'), report, new Set()).text
    : undefined;
}

/** @returns whether nothing had to be taken out */
function readSheet(
  folder: Folder,
  file: string,
  report: Report,
  open: Set<string>,
): { text: string; clean: boolean } {
  const written = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let clean = true;
  open.add(file);
  const text = written.replace(
    token,
    (whole: string, double?: string, single?: string, bare?: string, at = 0) => {
      const named = unescape(double ?? single ?? bare ?? '')
        .trim()
        .replace(/[?#].*$/s, '');
      const target =
        named && !/^[a-z][a-z0-9+.-]+:|^\/\//i.test(named)
          ? path.resolve(path.dirname(file), named)
          : undefined;
      if (target === undefined || !existsSync(target)) return whole;
      const place = realpathSync(target);
      const inside = place.startsWith(folder.root + path.sep);
      // Vite reads an imported sheet by itself: one that leads out goes as a whole.
      if (
        inside &&
        (!/\.css$/i.test(place) || open.has(place) || readSheet(folder, place, report, open).clean)
      )
        return whole;
      clean = false;
      const before = written.slice(0, at).split('\n');
      if (!inside)
        report({
          kind: 'theme-file',
          file: path.relative(folder.root, file).replaceAll('\\', '/'),
          line: before.length,
          column: before.at(-1)!.length + 1,
          message: `${named} lies outside the content folder, and is left out`,
          hint: 'copy what it names into the folder',
        });
      return whole.replace(double ?? single ?? bare!, 'data:,');
    },
  );
  return { text, clean };
}

const unescape = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\r?\n)|([^]))/gi,
    (_, code?: string, line?: string, character?: string) =>
      code ? String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)) : line ? '' : character!,
  );
