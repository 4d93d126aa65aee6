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
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = folded(word);
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const other = folded(candidate);
    const bound = other.length <= 3 ? 0 : Math.min(3, Math.max(1, Math.floor(other.length / 4)));
    if (Math.abs(other.length - wanted.length) > bound) continue;
    const far = distance(wanted, other) - (areSwapped(wanted, other) ? 1 : 0);
    if (far <= bound && far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** Two neighbouring letters in each other's place: one slip, where a count of letters says two. */
function areSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
