/**
 * Ranking by words that stand apart: in the title, in symbols, in the titles above, in the text.
 */
import type { Catalogue, Item, SymbolEntry } from './catalogue.ts';
import { depthBonus, fillers, type Offer, type TextHit } from './hit.ts';
import type { Query, QueryWord } from './query.ts';

/** What a word in the title above is worth, of what it is worth in the section's own. */
const INHERITED = 0.65;

/**
 * @param inTitles for each word of the query what it is worth in each section's title
 * @param loose sections that have but most of the words are offered, too
 */
export function rankWords(
  { items, symbols }: Catalogue,
  query: Query,
  inTitles: Float32Array[],
  { text, loose }: { text: TextHit[]; loose: boolean },
  offer: Offer,
): void {
  const asked = query.words
    .map((word, at) => ({ ...word, at, own: inTitles[at]! }))
    .filter(({ word }) => !fillers.has(word));
  if (!asked.length || query.path.length > 1 || query.phrase) return;
  const methods = asked.map(({ word, kin }) => [word, ...kin]);
  const shares = new Map(text.map(({ section, share }) => [section, share]));
  const worths = asked.map((word, at) => {
    const worth = word.own.slice();
    const own = word.own.slice();
    if (asked.length > 1) symbolWorth(symbols, word, worth);
    const { stem } = word;
    const ofPaths = share(items, stem);
    for (const item of items) {
      if (item.method && methods[at]!.includes(item.method.toLowerCase()))
        worth[item.index] = Math.max(
          worth[item.index]!,
          item.method === query.method && word.at === 0 ? 0.9 : 0.5,
        );
      const inPath = item.stemsOfPath.includes(stem) ? 0.7 * (1 - ofPaths) : 0;
      if (worth[item.index]! < inPath) worth[item.index] = inPath;
      if (item.up >= 0) {
        const above = own[item.up]! * INHERITED;
        own[item.index] = Math.max(own[item.index]!, above);
        worth[item.index] = Math.max(worth[item.index]!, above);
      }
    }
    return worth;
  });
  if (loose && asked.length > 1) offerMost(worths, offer);
  for (const { index } of items) {
    const share = shares.get(index);
    let sum = 0;
    let found = 0;
    for (const worth of worths) {
      const value = worth[index]!;
      if (value) found++;
      else if (share === undefined) {
        sum = -1;
        break;
      }
      sum += value || 0.15 + 0.1 * share!;
    }
    if (sum < 0 || !found) continue;
    const mean = sum / worths.length;
    // All that its title says was asked for; the rest is in its path.
    const item = items[index]!;
    const isSaid = ({ stem, own }: QueryWord & { own: Float32Array }, at: number): boolean =>
      own[index]! > 0.5 ||
      item.stemsOfPath.includes(stem) ||
      methods[at]!.includes(item.method.toLowerCase());
    const whole = isAsked(item, asked) && asked.every(isSaid) ? 90 : 0;
    const score =
      asked.length > 1 ? 340 + 340 * mean + whole + depthBonus(item) / 3 : 180 + 200 * mean;
    offer({ section: index, score, by: whole ? 'title' : 'words' });
  }
}

/** How many of the paths have a word, 0 to 1: `wp` in `/wp-json/…` says nothing. */
function share(items: Item[], word: string): number {
  let paths = 0;
  let found = 0;
  for (const { path, stemsOfPath } of items) {
    if (path) paths++;
    if (stemsOfPath.includes(word)) found++;
  }
  return found / (paths || 1);
}

/** How much of what was asked a section has to have, two words at least; rare ones count for more. */
const MOST = 0.45;

/** Sections with most of the words. */
function offerMost(worths: Float32Array[], offer: Offer): void {
  const weights = worths.map((worth) => {
    const count = worth.reduce((sum, value) => sum + (value ? 1 : 0), 0);
    // A word that no title and no symbol has tells none from another.
    return count ? 1 + Math.log2(worth.length / count) / 8 : 1;
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  for (let section = 0; section < worths[0]!.length; section++) {
    let share = 0;
    let found = 0;
    for (const [at, worth] of worths.entries()) {
      share += (worth[section]! * weights[at]!) / whole;
      if (worth[section]) found++;
    }
    if (found > 1 && share >= MOST) offer({ section, score: 120 + 300 * share, by: 'words' });
  }
}

/** “Create a refund” says nothing but the refund; verbs aside. */
const isAsked = ({ path, subject, stems }: Item, asked: QueryWord[]): boolean => {
  const own = subject.length ? subject : stems.slice(1).filter((each) => !fillers.has(each));
  return (
    path !== '' && own.length > 0 && own.every((each) => asked.some(({ stem }) => stem === each))
  );
};

function symbolWorth(
  symbols: SymbolEntry[],
  { word, singular }: QueryWord,
  worth: Float32Array,
): void {
  for (const symbol of symbols) {
    const at = symbol.compact.indexOf(singular);
    if (at < 0 || (word.length < 3 && symbol.compact !== word)) continue;
    const base =
      symbol.compact === word ? 0.8 : symbol.compact === singular ? 0.75 : at === 0 ? 0.5 : 0.35;
    for (const { section, naming } of symbol.places) {
      const value = base * (naming === 'definition' ? 1 : naming === 'mention' ? 0.75 : 0.5);
      if (worth[section]! < value) worth[section] = value;
    }
  }
}
