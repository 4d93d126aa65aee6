/** “Did you mean”: the known word that a misspelt one is nearest to. */
import { distance } from 'fastest-levenshtein';

/** Case and word joints aside: `languageTabs`, `Language-Tabs` and `language_tabs` are one word. */
const folded = (word: string): string => word.replace(/[\s_-]/g, '').toLowerCase();

/**
 * @param word as the author wrote it
 * @param known the words it may have been meant for
 * @returns the nearest known word, or undefined where none is near: a quarter of its letters may
 * differ, three at most.
 *   Words of three letters or fewer must agree but for case and joints, since any two of them are near.
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined =>
  nearestAmong(known)(word);

const MOST = 3;

/** The same of many words among the same ones, which are made ready once. */
export function nearestAmong(known: Iterable<string>): (word: string) => string | undefined {
  const byLength = new Map<
    number,
    { word: string; text: string; letters: number; index: number }[]
  >();
  let count = 0;
  for (const word of known) {
    const text = folded(word);
    const one = { word, text, letters: lettersOf(text), index: count++ };
    const others = byLength.get(text.length);
    if (others) others.push(one);
    else byLength.set(text.length, [one]);
  }
  return (word) => {
    const wanted = folded(word);
    const letters = lettersOf(wanted);
    let best: { word: string; far: number; index: number } | undefined;
    for (let length = wanted.length - MOST; length <= wanted.length + MOST; length++) {
      const bound = length <= 3 ? 0 : Math.min(MOST, Math.max(1, Math.floor(length / 4)));
      if (Math.abs(length - wanted.length) > bound) continue;
      for (const { word, text, letters: own, index } of byLength.get(length) ?? []) {
        // A slip takes one letter away and brings one in, at most.
        if (bits(letters ^ own) > 2 * bound) continue;
        const far = slips(wanted, text);
        if (far > bound || (best && (best.far - far || best.index - index) < 0)) continue;
        best = { word, far, index };
      }
    }
    return best?.word;
  };
}

/** Which letters a word has, a bit each; some share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bits(mask: number): number {
  let count = 0;
  for (; mask; mask &= mask - 1) count++;
  return count;
}

/** Edit distance in which two neighbouring letters in each other's place are one slip, not two. */
export function slips(one: string, other: string): number {
  const letters = distance(one, other);
  if (letters < 2 || one.length !== other.length) return letters;
  let swaps = 0;
  for (let at = 0; at < one.length; at++) {
    if (one[at] === other[at]) continue;
    if (one[at] !== other[at + 1] || one[at + 1] !== other[at]) return letters;
    swaps++;
    at++;
  }
  return swaps;
}
