/** Files of the content folder that fences show: ```` ```python file="samples/create.py" ````. */
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from './document.ts';
import { readText } from './read-text.ts';
import type { Folder } from './scan-folder.ts';

export type CodeFile =
  /** `file`: path relative to the content folder, with `/`. */
  { file: string; text: string } | { problem: 'missing' | 'outside' };

const named = /\bfile=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))/g;

/**
 * Reads what a source's fences may name. Text that only looks so is looked up in vain, and no more.
 * @returns by the name as written: looked for from the folder of the page, then from the content
 *   folder
 */
export function readCodeFiles(
  folder: Folder,
  { file, text }: Pick<SourceFile, 'file' | 'text'>,
  report: Report,
): [name: string, file: CodeFile][] {
  const names = [...text.matchAll(named)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').trim(),
  );
  return [...new Set(names)].map((name) => [name, read(folder, file, name, report)]);
}

function read(folder: Folder, from: string, name: string, report: Report): CodeFile {
  const wanted = name.replaceAll('\\', '/');
  const isRooted = wanted.startsWith('/');
  const places = isRooted ? [''] : [path.posix.dirname(from), ''];
  const paths = places.map((place) =>
    path.posix.normalize(path.posix.join(place, wanted.replace(/^\/+/, ''))),
  );
  const found = paths.find((file) => folder.all.has(file));
  if (found === undefined)
    return { problem: paths.every((file) => /^\.\.(\/|$)/.test(file)) ? 'outside' : 'missing' };
  const text = readText(folder.root, found, report);
  return text === undefined ? { problem: 'missing' } : { file: found, text };
}
