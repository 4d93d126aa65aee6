/** Slate sources of one URL: `x.html.md`, `x.html.md.erb`, `x.md`. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { dialectOf } from '../document.ts';
import { pageUrl } from '../scan-folder.ts';

/**
 * Middleman makes one page of them: the plain one, with the most of its URL in its name.
 * @param pages of both dialects
 * @returns them without the others, which are told
 */
export function withoutLeftOvers(pages: string[], report: Report): string[] {
  const chosen = new Map<string, string>();
  for (const file of pages) {
    if (dialectOf(file) !== 'slate') continue;
    const other = chosen.get(pageUrl(file));
    if (!other || isBetter(file, other)) chosen.set(pageUrl(file), file);
  }
  return pages.filter((file) => {
    const other = chosen.get(pageUrl(file));
    if (!other || other === file || dialectOf(file) !== 'slate') return true;
    report({
      kind: 'page-left-over',
      file,
      line: 1,
      message: `${other} beside this file is the page, and this file is left out`,
      hint: 'remove one of the two',
    });
    return false;
  });
}

const isErb = (file: string): boolean => /\.erb$/i.test(file);

const isBetter = (file: string, other: string): boolean =>
  isErb(file) === isErb(other) ? file.length > other.length : isErb(other);
