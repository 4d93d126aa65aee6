/** The nearest known name to one that is nowhere: `coupns` → `coupons`. */
import { slips } from '../nearest.ts';
import type { Catalogue } from './catalogue.ts';
import { normalize, isUnspaced, stem, words as wordsOf } from './normalize.ts';
import { kinOf } from './words/kin.ts';

/** Letters that may differ in a word of that length: too many, and anything is near anything. */
const allowance = (length: number): number =>
  length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;

/** Letters at the beginning that are as typed: who slips twice is seldom wrong from the first on. */
const kept = (length: number, far: number): number =>
  far < 2 ? (length < 6 ? 1 : 0) : length < 10 ? 3 : 1;

/**
 * What may have been meant, best first: `typed` with each unknown word put right to the nearest
 * word of titles or name of a symbol (and without those that are near nothing), then its known
 * words alone. Empty if all words are known.
 *
 * @param inTexts words that some text has
 */
export function nearest(
  { words, symbols }: Catalogue,
  typed: string,
  inTexts: ReadonlySet<string> = new Set(),
): string[] {
  const asked = typed
    .replace(/["“”„«»]/g, ' ')
    .trim()
    .split(/\s+/);
  const known: string[] = [];
  const parts = new Set(symbols.flatMap(({ name }) => wordsOf(name)));
  const right = asked.map((part) => {
    const word = normalize(part).replace(/^[^\p{L}\p{N}$/]+|[^\p{L}\p{N}]+$/gu, '');
    if (!word || isUnspaced(word)) {
      known.push(part);
      return part;
    }
    const kin = kinOf(word);
    const isKnown =
      inTexts.has(word) ||
      words.some(
        (entry) =>
          entry.word.startsWith(word) || entry.stem === stem(word) || kin.includes(entry.stem),
      ) ||
      symbols.some(({ lower }) => lower.includes(word));
    if (isKnown) {
      known.push(part);
      return part;
    }
    let best: string | undefined;
    let least = allowance(word.length) + 0.5;
    const consider = (name: string, shown: string, handicap: number): void => {
      if (Math.abs(name.length - word.length) >= least) return;
      const far = slips(word, name);
      const distance = far + handicap + (name[0] === word[0] ? 0 : 0.3);
      if (distance < least && name.startsWith(word.slice(0, kept(word.length, far)))) {
        least = distance;
        best = shown;
      }
    };
    for (const { word: own, singular } of words)
      for (const form of new Set([own, singular])) if (form.length > 2) consider(form, form, 0);
    for (const symbol of symbols)
      if (symbol.lower.length > 2)
        consider(symbol.lower, symbol.path || symbol.name, 0.1 + (symbol.spread > 1 ? 0 : 0.05));
    for (const part of parts) if (part.length > 2) consider(part, part, 0.2);
    return best ?? '';
  });
  if (known.length === asked.length) return [];
  return [...new Set([right.filter(Boolean).join(' '), known.join(' ')])].filter(Boolean);
}
