/**
 * Ranking by words that stand apart: in the title, in symbols, in the titles above, in the text.
 */
import type { Catalogue, Item, SymbolEntry } from './catalogue.ts';
import { depthBonus, type Offer, type TextHit } from './hit.ts';
import { reading, type Query, type QueryWord } from './query.ts';
import { isListName } from './titles/rank-titles.ts';
import { fillers } from './words/fillers.ts';
import { isKin } from './words/kin.ts';

/** What a word is worth in the title above, of what it is worth in the section's own. */
const INHERITED = 0.85;
/** What it is worth in the path, in a symbol, as what the method does, and in the text, at most. */
const IN_PATH = 0.7;
const IN_SYMBOL = 0.7;
const AS_METHOD = 0.5;
const IN_TEXT = 0.5;

/** Sections that lack words have so much of them, of what the best has. */
const MOST = 0.6;
/** What it counts that a title has no other words. */
const TITLED = 0.1;

/**
 * Adds up, for each word, what a section has of it in its title, the titles above, its path, its
 * symbols and its text; a rare word counts for more.
 *
 * @param inTitles for each word of the query what it is worth in each section's title
 * @param text if it is known, sections that lack some of the words are offered, too
 */
export function rankWords(
  { items, symbols }: Catalogue,
  query: Query,
  inTitles: Float32Array[],
  text: TextHit[] | undefined,
  offer: Offer,
): void {
  const asked = query.words
    .map((word, at) => ({ ...word, at, own: inTitles[at]! }))
    .filter(({ word }) => !fillers.has(word));
  if (!asked.length || query.path.length > 1 || query.phrase) return;
  const methods = asked.map(({ word, stem, kin }) => [
    stem,
    ...kin,
    ...(reading.has(word) ? ['get'] : []),
  ]);
  // `status=completed` is a parameter and its value, whatever titles have the words.
  const isSet = /^\??[\w.[\]-]+=[^\s=]+$/.test(query.typed);
  const [titled, inSymbol] = isSet ? [0.3, 0.95] : [1, IN_SYMBOL];
  const worths = asked.map((word, at) => {
    const own = new Float32Array(items.length);
    // One of several words of a title is less of what it says.
    for (let at = 0; at < own.length; at++)
      if (word.own[at]) own[at] = titled * word.own[at]! * (0.8 + 0.2 / lengthOf(items[at]!));
    const worth = own.slice();
    const ofSymbols = new Float32Array(items.length);
    if (asked.length > 1) symbolWorth(symbols, word, ofSymbols);
    const ofPaths = share(items, word.stem);
    for (const { index, up, method, verb, stemsOfPath } of items) {
      if (ofSymbols[index]) add(worth, index, inSymbol * ofSymbols[index]!);
      if (method && methods[at]!.includes(verb))
        add(worth, index, method === query.method && word.at === 0 ? 0.9 : AS_METHOD);
      if (stemsOfPath.includes(word.stem)) add(worth, index, IN_PATH * (1 - ofPaths));
      if (up < 0) continue;
      const above = own[up]! * INHERITED;
      if (!above) continue;
      add(worth, index, above);
      own[index] = Math.max(own[index]!, above);
    }
    return worth;
  });
  const named = new Uint8Array(items.length);
  for (const worth of worths)
    for (let at = 0; at < worth.length; at++) if (worth[at]) named[at] = 1;
  for (const { section, words, phrase } of text ?? [])
    for (const [at, { word }] of asked.entries()) {
      const share = words.get(word);
      if (share) add(worths[at]!, section, IN_TEXT * (0.5 + 0.5 * share) + (phrase ? 0.1 : 0), 0.7);
    }
  const weights = worths.map(rarity);
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const needed = asked.filter(({ word }) => !numerous.has(word)).length || asked.length;
  const parts: { item: Item; share: number }[] = [];
  let best = 0;
  for (const item of items) {
    const { index } = item;
    let share = 0;
    let found = 0;
    for (let at = 0; at < worths.length; at++) {
      const worth = worths[at]![index]!;
      if (!worth) continue;
      if (needed === asked.length || !numerous.has(asked[at]!.word)) found++;
      share += (worth * weights[at]!) / sumOfWeights;
    }
    if (!found) continue;
    if (best < share) best = share;
    if (found < needed) {
      if (text && !query.symbolic) parts.push({ item, share });
      continue;
    }
    // All that its title says was asked for; the rest is in its path.
    const isSaid = ({ stem, own }: QueryWord & { own: Float32Array }, at: number): boolean =>
      own[index]! > 0.5 || item.stemsOfPath.includes(stem) || methods[at]!.includes(item.verb);
    const whole = isAsked(item, asked) && asked.every(isSaid) ? 90 : 0;
    const score =
      asked.length > 1 ? 340 + 300 * share + whole + depthBonus(item) / 3 : 180 + 200 * share;
    offer({ section: index, score, by: whole ? 'title' : named[index] ? 'words' : 'text' });
  }
  for (const { item, share } of parts) {
    if (share + TITLED < MOST * best) continue;
    const own = share + (isTitled(item, asked) ? TITLED : 0);
    if (own >= MOST * best)
      offer({ section: item.index, score: 200 + 340 * own, by: 'words', partial: true });
  }
}

/** `delete several rows` is what “Delete rows” does: it counts, and need not be there. */
const numerous = new Set(['several', 'many', 'multiple', 'some']);

/** “Webhook properties” is about webhooks, as “Webhooks” is. */
const lengthOf = ({ words }: Item): number =>
  words.length > 1 && isListName(words.at(-1)!) ? words.length - 1 : words.length;

/** What is found in two places is more than in one, and never more than all. */
function add(worth: Float32Array, index: number, value: number, more = 0.5): void {
  const before = worth[index]!;
  worth[index] = before ? 1 - (1 - before) * (1 - more * value) : value;
}

/** A word that few sections have says more. One that none has tells none from another. */
function rarity(worth: Float32Array): number {
  let sum = 0;
  for (const value of worth) sum += value;
  return sum ? 1 + Math.log2(worth.length / sum) / 6 : 1;
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

function symbolWorth(symbols: SymbolEntry[], asked: QueryWord, worth: Float32Array): void {
  const { word, singular, stem } = asked;
  const part = stem.length > 3 && singular.startsWith(stem) ? stem : singular;
  for (const symbol of symbols) {
    const { compact: name } = symbol;
    if (!name.includes(part) || (word.length < 3 && name !== word)) continue;
    const base = nameWorth(name, asked, part);
    for (const { section, naming } of symbol.places) {
      const value = base * (naming === 'definition' ? 1 : naming === 'mention' ? 0.75 : 0.3);
      if (worth[section]! < value) worth[section] = value;
    }
  }
}

/** What a name is worth that has the word, or its part; a name that was typed whole is meant first. */
function nameWorth(
  name: string,
  { word, singular, stem, name: whole }: QueryWord,
  part: string,
): number {
  if (whole !== undefined && name.includes(whole)) return name === whole ? 1.2 : 1;
  if (name === word) return 0.8;
  if (name === singular) return 0.75;
  if (name === stem) return 0.7;
  return name.startsWith(part) ? 0.5 : 0.35;
}
