/** One file's text, as every later step may rely on it. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { placeAt } from '../diagnostics/locate.ts';
import type { Finding, Report } from '../diagnostics/diagnostic.ts';

/** Larger files are left out: a tree of one takes a hundred times its size. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads a file: UTF-8, without byte order mark, line ends as `\n`.
 * Characters that Phyllite uses for itself or that HTML forbids become U+FFFD.
 * @returns undefined (and a finding) where it is too large or cannot be read
 */
export function readText(root: string, file: string, report: Report): string | undefined {
  const tell = (finding: Omit<Finding, 'file'>): undefined =>
    report({ ...finding, file }) as undefined;
  const full = path.join(root, file);
  try {
    const { size } = statSync(full);
    const [has, most] = [size, MAX_BYTES].map((bytes) => `${Math.round(bytes / 1048576)} MB`);
    if (size > MAX_BYTES)
      return tell({
        kind: 'file-too-large',
        message: `this file is ${has}; a source file may be ${most} at most, so it is left out`,
        hint: 'split it into includes',
      });
    const bytes = readFileSync(full);
    const text = clean(bytes.toString('utf8'));
    if (!isUtf8(bytes))
      tell({
        kind: 'file-encoding',
        ...placeAt(text, text.indexOf('\uFFFD')),
        message: 'this file is not UTF-8, so some of its characters are lost',
        hint: 'save it as UTF-8',
      });
    return text;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `this file cannot be read (${code})`;
    return tell({ kind: 'file-unreadable', message, hint: 'check its permissions' });
  }
}

/** The same for text that is at hand. */
export const clean = (text: string): string =>
  withoutNoncharacters(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));

/** For text that came to these characters by an escape (`"\uFDD0"` in YAML). */
export const withoutNoncharacters = (text: string): string =>
  text.replace(/[\0\uFDD0-\uFDEF]/g, '\uFFFD');
