/** One file's text, as every later step may rely on it. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';

/** Larger files are left out: a tree of one takes a hundred times its size. */
export const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads a file: UTF-8, without byte order mark, line ends as `\n`.
 * Characters that Phyllite uses for itself or that HTML forbids become U+FFFD.
 * @returns undefined (and a finding) where it is too large or cannot be read
 */
export function readText(root: string, file: string, report: Report): string | undefined {
  const full = path.join(root, file);
  try {
    const { size } = statSync(full);
    if (size > MAX_BYTES) {
      report({
        kind: 'file-too-large',
        file,
        message: `this file has ${Math.round(size / 1048576)} MB, more than the ${MAX_BYTES / 1048576} MB that one source may have, and is left out`,
        hint: 'split it into includes',
      });
      return undefined;
    }
    const bytes = readFileSync(full);
    const text = clean(bytes.toString('utf8'));
    if (!isUtf8(bytes)) {
      const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
      report({
        kind: 'file-encoding',
        file,
        line: before.length,
        column: before.at(-1)!.length + 1,
        message: 'this file is not UTF-8, and characters of it are lost',
        hint: 'save it as UTF-8',
      });
    }
    return text;
  } catch (error) {
    report({
      kind: 'file-unreadable',
      file,
      message: `this file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      hint: 'check its permissions',
    });
    return undefined;
  }
}

/** The same for text that is at hand. */
export const clean = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\uFDD0-\uFDEF]/g, '\uFFFD');
