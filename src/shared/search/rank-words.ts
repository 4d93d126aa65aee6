/**
 * Ranking by words that stand apart: in the title, in symbols, in the titles above, in the text.
 */
import type { Catalogue, Item, SymbolEntry } from './catalogue.ts';
import { depthBonus, type Offer, type TextHit } from './hit.ts';
import type { Query, QueryWord } from './query.ts';
import { fillers } from './words/fillers.ts';
import { isKin } from './words/kin.ts';

/** What a word in the title above is worth, of what it is worth in the section's own. */
const INHERITED = 0.65;

/** Sections that have but some of the words have so much of them, of what the best has. */
const MOST = 0.6;

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
  const methods = asked.map(({ stem, kin }) => [stem, ...kin]);
  const texts = new Map(text.map((hit) => [hit.section, hit]));
  const worths = asked.map((word, at) => {
    const worth = word.own.slice();
    const own = word.own.slice();
    if (asked.length > 1) symbolWorth(symbols, word, worth);
    const { stem } = word;
    const ofPaths = share(items, stem);
    for (const item of items) {
      if (item.method && methods[at]!.includes(item.verb))
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
  const weights = loose ? worths.map(weightOf) : worths.map(() => 1);
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const parts: { section: number; share: number }[] = [];
  for (const item of items) {
    const { index } = item;
    const hit = texts.get(index);
    let sum = 0;
    let share = 0;
    let named = 0;
    let found = 0;
    for (const [at, worth] of worths.entries()) {
      const value = worth[index]! || inText(hit, asked[at]!.word);
      if (worth[index]) named++;
      if (value) found++;
      sum += value;
      share += (value * weights[at]!) / sumOfWeights;
    }
    if (found < asked.length) {
      if (loose && found && !query.symbolic)
        parts.push({ section: index, share: share + (isTitled(item, asked) ? 0.2 : 0) });
      continue;
    }
    if (!named) continue;
    const mean = sum / worths.length;
    // All that its title says was asked for; the rest is in its path.
    const isSaid = ({ stem, own }: QueryWord & { own: Float32Array }, at: number): boolean =>
      own[index]! > 0.5 || item.stemsOfPath.includes(stem) || methods[at]!.includes(item.verb);
    const whole = isAsked(item, asked) && asked.every(isSaid) ? 90 : 0;
    const score =
      asked.length > 1 ? 340 + 340 * mean + whole + depthBonus(item) / 3 : 180 + 200 * mean;
    offer({ section: index, score, by: whole ? 'title' : 'words' });
  }
  const best = Math.max(...parts.map(({ share }) => share));
  for (const { section, share } of parts)
    if (share >= MOST * best) offer({ section, score: 120 + 300 * share, by: 'words' });
}

/** What a word is worth that only the section's text has. */
const inText = (hit: TextHit | undefined, word: string): number =>
  hit && (!hit.some || hit.some.has(word)) ? 0.15 + 0.1 * hit.share : 0;

/** A word that few titles and symbols have says more. One that none has tells none from another. */
function weightOf(worth: Float32Array): number {
  const count = worth.reduce((sum, value) => sum + (value ? 1 : 0), 0);
  return count ? 1 + Math.log2(worth.length / count) / 8 : 1;
}

/** All that the title says is asked for. */
const isTitled = ({ words, stems }: Item, asked: QueryWord[]): boolean =>
  words.length > 0 &&
  stems.every(
    (own, at) =>
      fillers.has(words[at]!) || asked.some(({ stem, kin }) => stem === own || isKin(kin, own)),
  );

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

/** “Create a refund” says nothing but the refund; verbs aside. */
const isAsked = ({ path, subject, stems }: Item, asked: QueryWord[]): boolean => {
  const own = subject.length ? subject : stems.slice(1).filter((each) => !fillers.has(each));
  return (
    path !== '' && own.length > 0 && own.every((each) => asked.some(({ stem }) => stem === each))
  );
};

function symbolWorth(
  symbols: SymbolEntry[],
  { word, singular, stem }: QueryWord,
  worth: Float32Array,
): void {
  const part = stem.length > 3 && singular.startsWith(stem) ? stem : singular;
  for (const symbol of symbols) {
    const { compact: name } = symbol;
    const at = name.indexOf(part);
    if (at < 0 || (word.length < 3 && name !== word)) continue;
    const base =
      name === word ? 0.8 : name === singular ? 0.75 : name === stem ? 0.7 : at === 0 ? 0.5 : 0.35;
    for (const { section, naming } of symbol.places) {
      const value = base * (naming === 'definition' ? 1 : naming === 'mention' ? 0.75 : 0.5);
      if (worth[section]! < value) worth[section] = value;
    }
  }
}
