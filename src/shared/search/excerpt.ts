/**
 * A few words of a section around what was found, as text: whatever they say, they are never read
 * as HTML.
 */
import { content } from './hit.ts';
import { isUnspaced, joinContractions, normalize, stem, words } from './normalize.ts';

/** A range of a text that matches a word: its index among those asked for; -1: all, to the letter. */
interface Match {
  from: number;
  to: number;
  word: number;
}

export interface Span {
  text: string;
  marked: boolean;
}

/** A word, with its sign or apostrophe. */
const token =
  /[\p{L}\p{N}\p{M}\u200c]+(?:['’](?:t|s|d|m|re|ve|ll)(?![\p{L}\p{N}])|(?:#|\+\+)(?![\p{L}\p{N}]))?/giu;

/** Words that say something: the `a` of “create a document” begins a tenth of all words. */
const meant = (typed: string): string[] => [...new Set(content(words(typed)))];

/**
 * Ranges of `text` that match a word of `typed` (its other forms, and words it begins, too), in
 * order, apart.
 */
export function matches(text: string, typed: string): Match[] {
  const asked = meant(typed);
  const found: Match[] = [];
  if (!asked.length) return found;
  const whole = literal(text, typed);
  const stems = asked.map(stem);
  for (const match of text.matchAll(token)) {
    const own = match[0];
    const folded = normalize(joinContractions(own));
    const at = asked.findIndex(
      (word, index) =>
        folded.startsWith(word) || (folded[0] === word[0] && stem(folded) === stems[index]),
    );
    if (at >= 0) found.push({ from: match.index, to: match.index + own.length, word: at });
    else
      for (const [index, word] of asked.entries()) {
        if (!(isUnspaced(word) || word.length > 3)) continue;
        // Folding may change lengths; then the word is marked whole.
        const inner = folded.indexOf(word);
        if (inner < 0) continue;
        const same = folded.length === own.length;
        found.push({
          from: match.index + (same ? inner : 0),
          to: match.index + (same ? inner + word.length : own.length),
          word: index,
        });
        break;
      }
  }
  return whole.length ? merge([...whole, ...found]) : found;
}

/**
 * The query to the letter, marks and all (`$filter`, `/rest/{collection}`): better than its words
 * apart.
 */
function literal(text: string, typed: string): Match[] {
  const needle = typed.trim().toLowerCase();
  if (!/[^\p{L}\p{N}\s]/u.test(needle)) return [];
  const hay = text.toLowerCase();
  if (hay.length !== text.length) return [];
  const found = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length))
    found.push({ from: at, to: at + needle.length, word: -1 });
  return found;
}

function merge(ranges: Match[]): Match[] {
  const sorted = ranges.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: typeof ranges = [];
  for (const range of sorted) {
    const last = kept.at(-1);
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to);
    else kept.push({ ...range });
  }
  return kept;
}

/**
 * @param text the section's words @param title taken off their beginning, since the result shows it
 * already
 * @param length characters, roughly
 */
export function excerpt(text: string, typed: string, title: string, length = 150): Span[] {
  let own = text.startsWith(title) ? text.slice(title.length).replace(/^[.\s]+/, '') : text;
  const cut = around(own, typed);
  const begun = cut > 0;
  own = own.slice(cut, cut + WINDOW).replace(/\s+/g, ' ');
  const found = matches(own, typed);
  const from = begin(own, found, length);
  const to = Math.min(own.length, from + length + 20);
  const end = to < own.length ? Math.max(own.lastIndexOf(' ', to), from + length - 30) : to;
  const spans: Span[] = [];
  const add = (part: string, marked: boolean): void => {
    if (part) spans.push({ text: part, marked });
  };
  let at = from;
  if (from > 0 || begun) add('… ', false);
  for (const range of found) {
    if (range.from < at || range.to > end) continue;
    add(own.slice(at, range.from), false);
    add(own.slice(range.from, range.to), true);
    at = range.to;
  }
  add(own.slice(at, end), false);
  if (end < own.length) add(' …', false);
  return spans;
}

/** Characters in which the best window is looked for. */
const WINDOW = 1500;

/** Where to look in a long text: shortly before the first thing that was asked for. */
function around(text: string, typed: string): number {
  if (text.length <= WINDOW) return 0;
  const whole = text.toLowerCase();
  const literal = whole.indexOf(typed.trim().toLowerCase());
  const first =
    literal >= 0
      ? literal
      : Math.min(
          ...meant(typed)
            .map((word) => whole.indexOf(stem(word)))
            .filter((at) => at >= 0),
          whole.length,
        );
  if (first >= whole.length || first < 300) return 0;
  return Math.max(0, text.indexOf(' ', first - 200) + 1);
}

/** Where the window stands that holds most of the words asked for; the earliest of equals. */
function begin(text: string, found: Match[], length: number): number {
  let best = 0;
  let most = 0;
  for (const [at, { from }] of found.entries()) {
    const seen = new Set<number>();
    for (let next = at; next < found.length && found[next]!.to <= from + length - 30; next++)
      seen.add(found[next]!.word);
    const value = seen.size + (seen.has(-1) ? 2 : 0);
    if (value > most) {
      most = value;
      best = from;
    }
  }
  const lead = best - 30;
  if (lead <= 0) return 0;
  const space = text.indexOf(' ', lead);
  return space >= 0 && space < best ? space + 1 : isUnspaced(text.slice(lead, best)) ? lead : best;
}
