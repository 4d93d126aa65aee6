/** “Did you mean”: the known word that a misspelt one is nearest to. */
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
    const far = slips(wanted, other);
    if (far <= bound && far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** Letters to put in, to leave out or to change (Levenshtein). */
function distance(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let from = 1; from <= one.length; from++) {
    let before = row[0]!;
    row[0] = from;
    for (let to = 1; to <= other.length; to++) {
      const above = row[to]!;
      const changed = before + (one[from - 1] === other[to - 1] ? 0 : 1);
      row[to] = Math.min(above + 1, row[to - 1]! + 1, changed);
      before = above;
    }
  }
  return row[other.length]!;
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
