/** Ranking by API symbols: parameters, headers, statuses and codes by their names. */
import type { Catalogue, Item, SymbolEntry } from './catalogue.ts';
import type { Offer } from './hit.ts';
import { compact, isUnspaced, words } from './normalize.ts';
import type { Query } from './query.ts';
import { fillers } from './words/fillers.ts';
import { isText, type Naming, type Place } from './table.ts';

const named: Record<Naming, number> = { definition: 0.5, mention: 0.3, example: -0.3 };

/** The title has the name, so the section is about it, even where only a sample uses it. */
const titled = (item: Item, { compact: name }: SymbolEntry): boolean =>
  name.length > 2 && item.compact.includes(name) && (isUnspaced(name) || holds(item.words, name));

/** Some word begins with the name, or some words are it: `created` is not in “Create documents”. */
const holds = (words: string[], name: string): boolean =>
  words.some((word, from) => {
    let run = word;
    for (let at = from + 1; run.length < name.length && at < words.length; at++) run += words[at];
    return run.startsWith(name) && (word.length >= name.length || run.length - name.length < 2);
  });

/**
 * How much a section is about a symbol, 0 to 1: it says what it is, its title has the name, its
 * path too.
 */
function about(item: Item, { naming, nested }: Place, symbol: SymbolEntry): number {
  const path = item.segments.includes(symbol.lower) ? 0.3 : 0;
  const title = titled(item, symbol) ? 0.45 : 0.15 * shared(item, symbol);
  const status = symbol.kind === 'status' && /error|status|code/.test(item.compact) ? 0.2 : 0;
  // What several operations show is said where the type is; of one alone the operation is meant.
  const isType = item.schema && naming === 'definition' && symbol.spread > 2;
  const own = nested ? -0.1 : isType ? 0.1 : 0;
  return Math.min(1, named[naming] + title + path + status + own) - (isLog(item) ? 1 : 0);
}

/** What changed once explains nothing. */
const isLog = ({ compact }: Item): boolean => /changelog|releasenotes/.test(compact);

/** How many of the name's parts the title has, 0 to 1: `input_json` is of “JSON request data”. */
function shared({ words: own }: Item, { name }: SymbolEntry): number {
  const parts = words(name);
  return parts.filter((part) => own.includes(part)).length / (parts.length || 1);
}

export function rankSymbols({ items, symbols }: Catalogue, query: Query, offer: Offer): void {
  const asTyped = symbols.some(({ name }) => name === query.typed);
  const isWhole = symbols.some(({ lower }) => lower === query.text);
  for (const symbol of symbols) {
    // Paths are matched by their segments.
    if (query.path.length > 1 && symbol.kind === 'endpoint') continue;
    const worth = symbolScore(symbol, query, isWhole);
    if (!worth) continue;
    // `TIMEOUT` is another name than `timeout`, where both are.
    const isOther = asTyped && symbol.lower === query.text && symbol.name !== query.typed;
    const base = worth - (isOther ? 120 : 0);
    // A list that belongs to no operation says what the name is.
    const isListed = symbol.places.some(
      ({ section, naming }) => naming === 'definition' && isText(items[section]!.path),
    );
    for (const place of symbol.places) {
      const item = items[place.section]!;
      // A parameter of every list is explained where there is none.
      const general = !isListed && isGeneral(symbol, place, item);
      // A plain word in code is a word first: it counts where the section says what it is.
      const passing =
        query.plain && place.naming !== 'definition' && !titled(item, symbol) && !general ? 110 : 0;
      const score = base - passing - (general ? 0 : 70 * (1 - about(item, place, symbol)));
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

/** So many operations have it that none of them is what it is about. */
const isGeneral = ({ spread, kind }: SymbolEntry, { naming }: Place, item: Item): boolean =>
  !item.described &&
  !isLog(item) &&
  spread > 8 &&
  (kind === 'parameter' || kind === 'header') &&
  naming === 'mention' &&
  isText(item.path);

/**
 * Best for a symbol that one section names; one that stands in many says little about any of them.
 */
function symbolScore(symbol: SymbolEntry, query: Query, isWhole: boolean): number {
  const rare = (query.plain ? 34 : 22) * Math.log2(Math.max(1, symbol.spread));
  // Capitals are no accident: `ALL` is more the symbol than the word.
  if (symbol.lower === query.text)
    return 930 - rare + (symbol.name === query.typed && query.typed !== query.text ? 60 : 0);
  // `404 not found` is the status, and no text that happens to say so.
  if (symbol.kind === 'status' && symbol.name === query.status) return 800 - rare / 2;
  const asked = query.compact;
  if (!asked) return 0;
  if (query.marked && !symbol.lower.includes(query.text))
    return symbol.compact === asked ? 560 - rare : 0;
  if (symbol.last === query.text && symbol.kind !== 'endpoint') return 880 - rare;
  if (symbol.compact === asked) return 855 - rare;
  if (asked.length > 3 && (symbol.compact === `${asked}s` || asked === `${symbol.compact}s`))
    return (isWhole ? 740 : 840) - rare;
  if (isSaid(symbol, query)) return 730 - rare;
  const length = asked.length / symbol.compact.length;
  const at = symbol.compact.indexOf(asked);
  if (at === 0) return 690 + 60 * length - rare / 2;
  if (at < 0 || (asked.length < 3 && !isUnspaced(asked))) return 0;
  // `override` in `X-HTTP-Method-Override`: all that is behind a joint.
  const tail = at + asked.length === symbol.compact.length ? 30 : 0;
  const begins = beginsPart(symbol, query);
  // `erb` is in `orderby` by chance.
  if (asked.length < 4 && !begins && !tail && !isUnspaced(asked)) return 0;
  return (begins ? 600 + tail : 530) + 60 * length - rare / 2;
}

/** The words are those of the name, in any order and form: `allow reviews` is `reviews_allowed`. */
function isSaid({ compact }: SymbolEntry, { words }: Query): boolean {
  if (words.length < 2) return false;
  let length = 0;
  for (const { word, stem } of words) {
    if (fillers.has(word)) continue;
    if (stem.length < 3 || !compact.includes(stem)) return false;
    length += stem.length;
  }
  return length > 0.7 * compact.length;
}

/**
 * The query begins a part of the name: `override` in `X-HTTP-Method-Override`, `factory` in
 * `EndpointFactory`.
 */
function beginsPart({ name, compact: whole }: SymbolEntry, query: Query): boolean {
  let at = 0;
  for (const part of name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)) {
    if (whole.startsWith(query.compact, at)) return true;
    at += compact(part).length;
  }
  return false;
}
