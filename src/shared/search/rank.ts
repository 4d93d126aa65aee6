/**
 * One ranking over titles, API symbols and text: exact title, exact symbol, title prefix, symbol prefix, parts of
 * symbols, words spread over title, symbols and the titles above, text. Pure: the same in the browser and in tests.
 */
import type { Catalogue, Item, SymbolEntry, Word } from './catalogue.ts';
import { compact, isUnspaced } from './normalize.ts';
import { pathMatch } from './path.ts';
import { parse, type Query, type QueryWord } from './query.ts';
import type { Naming, Place, Table } from './table.ts';

export interface Hit {
  section: number;
  score: number;
  by: 'title' | 'symbol' | 'words' | 'text';
  /** The symbol that was found, as written. */
  symbol?: string;
  /** Id of the row to land on, if one is meant. */
  row?: string;
}

/** A section that the text index found, and how well: 0 to 1, the best 1. */
export interface TextHit {
  section: number;
  share: number;
}

export interface RankOptions {
  text?: TextHit[];
  /**
   * Index of the document that the reader is in: of equals, its sections come first, and other versions of the same
   * reference are left out. So are the older versions of every other.
   */
  document?: number;
}

/** Sections that answer `typed`, best first. */
export function rank(
  catalogue: Catalogue,
  typed: string,
  { text = [], document = -1 }: RankOptions = {},
): Hit[] {
  const query = parse(typed);
  if (!query.compact && !query.path) return [];
  const best = new Map<number, Hit>();
  const offer = (hit: Hit): void => {
    const known = best.get(hit.section);
    if (!known || known.score < hit.score) best.set(hit.section, hit);
  };
  const worths = query.words.map((word) =>
    titleWorth(catalogue.words, word, catalogue.items.length),
  );
  titles(catalogue, query, worths, offer);
  symbols(catalogue, query, offer);
  if (query.path) paths(catalogue, query, offer);
  spread(catalogue, query, worths, text, offer);
  for (const { section, share } of text) {
    const known = best.get(section);
    // Among sections that name a symbol reading order says more: what matters stands first.
    if (known?.by === 'words') known.score += 10 * share;
    else if (!known) offer({ section, score: 100 + 200 * share, by: 'text' });
  }
  const out = leftOut(catalogue, document);
  const home = ({ section, by }: Hit): number =>
    catalogue.pages[catalogue.items[section]!.page]!.document === document ? near[by] : 0;
  return [...best.values()]
    .filter(({ section }) => !out.has(catalogue.pages[catalogue.items[section]!.page]!.document))
    .map((hit) => ({ ...hit, score: hit.score + home(hit) }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/** What the document that the reader is in has before others, which are other APIs or other versions. */
const near: Record<Hit['by'], number> = { title: 200, symbol: 200, words: 60, text: 60 };

/** Documents that a reader of one does not look for: other versions of it, and of everything else what is no longer the newest. */
export function leftOut({ documents }: Pick<Catalogue, 'documents'>, own: number): Set<number> {
  const { reference, version } = documents[own] ?? {};
  const isOut = (document: Table['documents'][number]) =>
    reference && document.reference === reference ? document.version !== version : document.older;
  return new Set(documents.flatMap((document, index) => (isOut(document) ? [index] : [])));
}

type Offer = (hit: Hit) => void;

/** Words that change nothing about what a title is about. */
const small = new Set(
  'a an the all of to for your with by and in on using from via how do does is i my'.split(' '),
);
const content = (words: string[]): string[] => {
  const own = words.filter((word) => !small.has(word));
  return own.length ? own : words;
};

const outer = (item: Item): number => (item.depth === 0 ? 30 : item.depth === 1 ? 6 : 0);

function titles({ items }: Catalogue, query: Query, worth: Float32Array[], offer: Offer): void {
  const asked = query.words.map(({ word }) => word);
  const meant = query.symbolic ? asked : content(asked);
  for (const item of items) {
    if (!item.compact) continue;
    const base = titleScore(item, query, worth, meant);
    if (base) offer({ section: item.index, score: base + outer(item), by: 'title' });
  }
}

function titleScore(item: Item, query: Query, worth: Float32Array[], meant: string[]): number {
  if (item.compact === query.compact) return 1000;
  if (item.heads.includes(query.compact)) return item.folded.startsWith(query.text) ? 995 : 965;
  const stems = query.words.map(({ stem }) => stem);
  if (!query.symbolic && same(content(query.words.map(({ word }) => word)), content(item.words)))
    return 970;
  // `_sort` is not "Sorting".
  if (stems.length && same(stems, item.stems)) return query.symbolic ? 890 : 960;
  const own = content(item.words);
  if (
    stems.length &&
    meant.length &&
    sameSet(
      query.words.filter(({ word }) => meant.includes(word)).map(({ stem }) => stem),
      item.stems.filter((_, at) => own.includes(item.words[at]!)),
    )
  )
    return (query.symbolic ? 820 : 935) + (sameSet(meant, own) ? 8 : 0);
  const length = own.join('').length || 1;
  // A word of the title that is all that was asked: the section is about it, whatever parameter has the same name.
  const named = query.plain && query.words.length === 1 && worth[0]![item.index]! >= 0.98 ? 60 : 0;
  // As it is typed, or in another form: `queries` leads to “Query language” before “Delete by query”.
  const begins = item.folded.startsWith(query.text)
    ? 790
    : !query.symbolic && stems.length && stems.every((stem, at) => stem === item.stems[at])
      ? 770
      : 0;
  if (begins)
    return begins + 130 * Math.min(1, query.text.replace(/\s/g, '').length / length) + named;
  let sum = 0;
  let whole = 0;
  for (const [at, { word }] of query.words.entries()) {
    const found = worth[at]![item.index]!;
    // "how to", "the": missing in the title they do not matter, unless nothing else was asked.
    if (!found && small.has(word) && !meant.includes(word)) continue;
    if (found < 0.5) return 0;
    sum += found * word.length;
    whole += word.length;
  }
  if (!whole) return 0;
  return 600 + 120 * (sum / whole) + 150 * Math.min(1, sum / length) + named;
}

const same = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);
const sameSet = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** For each section how well its title has the word: 1 the word, less for other forms, beginnings, inner parts. */
function titleWorth(vocabulary: Word[], asked: QueryWord, sections: number): Float32Array {
  const worth = new Float32Array(sections);
  for (const entry of vocabulary) {
    const value = wordWorth(entry, asked);
    if (value)
      for (const section of entry.sections) if (worth[section]! < value) worth[section] = value;
  }
  return worth;
}

function wordWorth(entry: Word, asked: QueryWord): number {
  const { word } = asked;
  if (entry.word === word) return 1;
  if (entry.singular === asked.singular) return 0.98;
  if (entry.stem === asked.stem) return 0.93;
  if (entry.word.startsWith(word))
    return word.length > 1 ? 0.7 + 0.2 * (word.length / entry.word.length) : 0.6;
  if (isUnspaced(word) && entry.word.includes(word)) return 0.8;
  if (asked.kin.includes(entry.singular)) return 0.55;
  // Elsewhere than in Latin script a part of a word is seldom chance: `سفارش‌ها` is `سفارش ها`.
  if ((word.length > 3 || /[^\x00-\u024f]/.test(word)) && entry.word.includes(word)) return 0.5;
  return 0;
}

const named: Record<Naming, number> = { definition: 0.5, mention: 0.3, example: 0.1 };

/** The title has the name, so the section is about it, even where only a sample uses it. */
const titled = (item: Item, symbol: SymbolEntry): boolean =>
  symbol.compact.length > 2 && item.compact.includes(symbol.compact);

/** How much a section is about a symbol, 0 to 1: it says what it is, its title has the name, its path too. */
function about(item: Item, { naming }: Place, symbol: SymbolEntry): number {
  const path = item.segments.includes(symbol.lower) ? 0.3 : 0;
  return Math.min(1, named[naming] + (titled(item, symbol) ? 0.45 : 0) + path);
}

function symbols({ items, symbols }: Catalogue, query: Query, offer: Offer): void {
  for (const symbol of symbols) {
    // Paths are matched by their segments.
    if (query.path.length > 1 && symbol.kind === 'endpoint') continue;
    const base = symbolScore(symbol, query);
    if (!base) continue;
    for (const place of symbol.places) {
      const item = items[place.section]!;
      // A plain word in code is a word first: it counts where the section says what it is.
      const passing =
        query.plain && place.naming !== 'definition' && !titled(item, symbol) ? 110 : 0;
      const score = base - passing - 70 * (1 - about(item, place, symbol));
      offer({
        section: place.section,
        score,
        by: 'symbol',
        symbol: symbol.name,
        ...(place.row ? { row: place.row } : {}),
      });
    }
  }
}

/** Best for a symbol that one section names; one that stands in many says little about any of them. */
function symbolScore(symbol: SymbolEntry, query: Query): number {
  const rare = (query.plain ? 34 : 22) * Math.log2(Math.max(1, symbol.spread));
  // Capitals are no accident: `ALL` is more the symbol than the word.
  if (symbol.lower === query.text)
    return 930 - rare + (symbol.name === query.typed && query.typed !== query.text ? 60 : 0);
  const asked = query.compact;
  if (!asked) return 0;
  if (query.marked && !symbol.lower.includes(query.text))
    return symbol.compact === asked ? 560 - rare : 0;
  if (symbol.compact === asked) return 905 - rare;
  if (asked.length > 3 && trimS(symbol.compact) === trimS(asked)) return 860 - rare;
  const length = asked.length / symbol.compact.length;
  const at = symbol.compact.indexOf(asked);
  if (at === 0) return 690 + 60 * length - rare / 2;
  if (at < 0 || (asked.length < 3 && !isUnspaced(asked))) return 0;
  return (beginsPart(symbol, query) ? 600 : 530) + 60 * length - rare / 2;
}

const trimS = (text: string): string => text.replace(/s$/, '');

/** The query begins a part of the name: `override` in `X-HTTP-Method-Override`, `factory` in `EndpointFactory`. */
function beginsPart({ name, compact: whole }: SymbolEntry, query: Query): boolean {
  let at = 0;
  for (const part of name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)) {
    if (whole.startsWith(query.compact, at)) return true;
    at += compact(part).length;
  }
  return false;
}

function paths({ items, symbols }: Catalogue, query: Query, offer: Offer): void {
  if (query.path === '/') return;
  for (const symbol of symbols) {
    if (symbol.kind !== 'endpoint') continue;
    const match = pathMatch(query.path, symbol.path);
    if (!match) continue;
    for (const place of symbol.places) {
      const item = items[place.section]!;
      offer({
        section: place.section,
        score:
          pathScore(match, symbol.method, query, place.naming) +
          outer(item) / 10 +
          headed(item, symbol),
        by: 'symbol',
        symbol: symbol.name,
      });
    }
  }
  for (const item of items) {
    const match = item.path ? pathMatch(query.path, item.path) : 0;
    if (match)
      offer({
        section: item.index,
        score: pathScore(match, item.method, query, 'definition') + 10,
        by: 'symbol',
        symbol: `${item.method} ${item.path}`.trim(),
      });
  }
}

/** The section whose badge it is, before an overview that lists it. */
const headed = (item: Item, { path }: SymbolEntry): number => (item.path === path ? 10 : 0);

function pathScore(match: number, method: string, query: Query, naming: Naming): number {
  // To the letter, before what a parameter could stand for: `/rest/_meta` is no `/rest/{collection}`.
  const exact = match === 1 && naming !== 'example' ? 60 : 0;
  const wrong = query.method && method !== query.method ? 140 : 0;
  return (
    480 + 460 * match + exact - wrong - (naming === 'example' ? 45 : naming === 'mention' ? 20 : 0)
  );
}

const inherited = 0.55;

/** Words that stand apart: some in the title, some in symbols, some in the titles above, the rest in the text. */
function spread(
  { items, symbols }: Catalogue,
  query: Query,
  inTitles: Float32Array[],
  text: TextHit[],
  offer: Offer,
): void {
  const asked = query.words
    .map((word, at) => ({ ...word, own: inTitles[at]! }))
    .filter(({ word }) => !small.has(word));
  if (!asked.length || query.path.length > 1) return;
  const shares = new Map(text.map(({ section, share }) => [section, share]));
  const worths = asked.map((word) => {
    const worth = word.own.slice();
    const own = word.own.slice();
    if (asked.length > 1) symbolWorth(symbols, word, worth);
    for (const item of items) {
      if (
        item.method &&
        (item.method.toLowerCase() === word.word || word.kin.includes(item.method.toLowerCase()))
      )
        worth[item.index] = Math.max(worth[item.index]!, 0.5);
      if (item.up >= 0) {
        const above = own[item.up]! * inherited;
        own[item.index] = Math.max(own[item.index]!, above);
        worth[item.index] = Math.max(worth[item.index]!, above);
      }
    }
    return worth;
  });
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
    const score = asked.length > 1 ? 340 + 340 * mean + outer(items[index]!) / 3 : 180 + 200 * mean;
    offer({ section: index, score, by: 'words' });
  }
}

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
