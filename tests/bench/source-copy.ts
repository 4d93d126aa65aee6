/** Copies of a source that a bench may change: nothing is written into the one given. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readContent, type Content } from '../../src/source/read-content.ts';

/** Its documents, without a word about what is wrong with it: a build tells. */
export const contentOf = (dir: string): Content => readContent(dir, () => {});

/** The whole source, with the search on. */
export function copySource(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const { file: page } of contentOf(to).documents) {
    const file = path.join(to, page);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n(---|\.\.\.)/, (front) =>
      front.replace(/^search:.*$/m, 'search: true'),
    );
    if (changed !== text) writeFileSync(file, changed);
  }
}

/** The source with one of its pages alone. @param page relative; @throws where it is none */
export function copyPage(from: string, to: string, page: string): void {
  copySource(from, to);
  const { documents } = contentOf(to);
  if (!documents.some(({ file }) => file === page))
    throw new Error(
      `${page} is no page of ${from}; it has ${documents.map(({ file }) => file).join(', ')}`,
    );
  for (const { file } of documents) if (file !== page) rmSync(path.join(to, file));
}

/** The include in the middle of a document (the document itself, where it has none), absolute. */
export function middleInclude(dir: string, page?: string): string {
  const { documents } = contentOf(dir);
  const document =
    documents.find(({ file }) => file === page) ??
    documents.toSorted((a, b) => b.files.length - a.files.length)[0]!;
  return document.files[document.files.length >> 1]!.path;
}

/** Adds a sentence with a word to a file. @param text what the file holds without it */
export function change(file: string, word: string, text = readFileSync(file, 'utf8')): void {
  writeFileSync(file, `${text.trimEnd()}\n\nThe bench was here: ${word}.\n`);
}
