/** Titles by their initials. */
import type { Item } from '../catalogue.ts';
import type { Query } from '../query.ts';

/** Three letters or more that no title has as a word may be the initials of one. */
export const acronym = ({ words, text }: Query, [worth]: Float32Array[]): string =>
  words.length === 1 && /^[a-z]{3,6}$/.test(text) && !worth!.some((own) => own > 0.9) ? text : '';

/** `DCR` is “Dynamic client registration”. */
export function initialsScore({ content, words }: Item, letters: string): number {
  const are = (own: string[]): boolean =>
    own
      .map(([first]) => first)
      .join('')
      .startsWith(letters);
  // `TIF` is “Time in force”.
  return are(content) || are(words) ? 720 + 80 * (letters.length / words.length) : 0;
}
