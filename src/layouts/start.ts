/** What a page's scripts begin with: the interface's words, and what must be set before the first paint. */
import { prepaint } from '../browser/prepaint.ts';
import { wordKeys } from '../shared/word-keys.ts';

/**
 * @param words of the interface, by key. @returns a classic script, safe inside `<script>`; the
 * same for all pages of one language
 */
export function startScript(words: Readonly<Record<string, string>>): string {
  const used = Object.fromEntries(wordKeys.map((key) => [key, words[key]]));
  return `var phyllite=${JSON.stringify(used).replaceAll('<', '\\u003c')};${prepaint}`;
}
