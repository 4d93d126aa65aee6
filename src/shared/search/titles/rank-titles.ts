/**
 * Ranking by title: the same, the same in other forms, beginning with what is asked, or with its
 * words in it.
 */
import type { Catalogue, Item, SymbolEntry, Word } from '../catalogue.ts';
import { content, depthBonus, type Offer } from '../hit.ts';
import { isDerived } from './derived.ts';
import { acronym, initialsScore } from './initials.ts';
import { mineScore } from './mine.ts';
import { isUnspaced, singular, stem } from '../normalize.ts';
import type { Query, QueryWord } from '../query.ts';
import { fillers } from '../words/fillers.ts';
import { isKin } from '../words/kin.ts';

export function rankTitles(
  { items, symbols }: Catalogue,
  query: Query,
  worth: Float32Array[],
  offer: Offer,
): void {
  const asked = query.words.map(({ word }) => word);
  const meant = query.symbolic ? asked : content(asked);
  const isName = asked.length < 3 && symbols.some((symbol) => isDefined(symbol, query));
  // `create a webhook` is what `repos/create-webhook` does.
  const inOne = meant.length > 1 ? meant.join('') : '';
  const single =
    query.words.length > 1 ? '' : query.plain ? (query.words[0]?.word ?? '') : query.text;
  const wanted: Wanted = {
    stems: query.words.map(({ stem }) => stem),
    meant,
    content: content(asked),
    stemsOfMeant: query.words.filter(({ word }) => meant.includes(word)).map(({ stem }) => stem),
    isName,
    inOne,
  };
  const initials = acronym(query, worth);
  const last = query.words.at(-1);
  const several = asked.length > 1 && last && last.word !== last.singular ? last.word : '';
  const isMine = asked.some((word) => word === 'my' || word === 'mine') && meant.length > 0;
  for (const item of items) {
    if (!item.compact) continue;
    const base = Math.max(
      titleScore(item, query, worth, wanted) - unlike(item, query) - rooted(item, query),
      query.symbolic ? idScore(item, query) : inOne && item.compactNames.includes(inOne) ? 960 : 0,
      // `/auth/login` is what one does to log in.
      single && item.segments.at(-1) === single ? 780 : 0,
      initials ? initialsScore(item, initials) : 0,
      isMine ? mineScore(item, wanted.stemsOfMeant) : 0,
    );
    // `comments` asks for “Get comments” before “Get comment”.
    const plural = several && item.words.includes(several) ? 12 : 0;
    if (base > 0)
      offer({ section: item.index, score: base + depthBonus(item) + plural, by: 'title' });
  }
}

/** `_id` is a name, and no title that holds the word: what the title lacks of it counts. */
function unlike(item: Item, { symbolic, marked, text, compact }: Query): number {
  if (!symbolic || !text.includes('_') || item.folded.includes(text)) return 0;
  return marked || item.compact !== compact ? 200 : 0;
}

/** Who types a path means what lies there, and no title that has its words. */
const rooted = (item: Item, { path, text }: Query): number =>
  path.length > 1 && !` ${item.folded}`.includes(` ${text}`) ? 350 : 0;

/** An operation's id is its section's: `listPets`, `repos/create-release`. */
function idScore(
  { id, name, compactNames, title }: Item,
  { typed, text, compact: asked }: Query,
): number {
  // Capitals inside are no accident.
  if (/\p{Ll}\p{Lu}/u.test(typed)) {
    if (id === typed) return 1340;
    if (title.split(/\s+/).includes(typed)) return 1000;
  }
  if (name === text || compactNames[0] === asked) return 985;
  if (name.startsWith(text)) return 700 + 100 * (text.length / name.length);
  return name.endsWith(`/${text}`) ? 900 : 0;
}

/** Some section says what goes by this name. */
const isDefined = ({ lower, last, places }: SymbolEntry, { text }: Query): boolean =>
  (lower === text || last === text) && places.some(({ naming }) => naming === 'definition');

/** What of the query is the same for all titles. */
interface Wanted {
  stems: string[];
  /** Its words without those that say nothing. */
  content: string[];
  /** The same; all of them where it is a name. */
  meant: string[];
  stemsOfMeant: string[];
  /** It is a name that a section defines. */
  isName: boolean;
  /** Several words of it as one: `addlocation`. */
  inOne: string;
}

function titleScore(
  item: Item,
  query: Query,
  worth: Float32Array[],
  { stems, content, meant, stemsOfMeant, isName, inOne }: Wanted,
): number {
  if (item.compact === query.compact) return 1030;
  if (item.heads.includes(query.compact)) return item.folded.startsWith(query.text) ? 995 : 965;
  // `add a location` is `addLocation`.
  if (inOne && (item.compact === inOne || item.heads.includes(inOne))) return 968;
  if (!worth.some((own) => own[item.index]) && !item.folded.startsWith(query.text)) return 0;
  if (isList(item) && query.listed.length && same(query.listed, core(item.subject)))
    return same(query.listed, item.subject) ? 1010 : 985;
  if (!query.symbolic && same(content, item.content)) return 970 - lacksAll(item, query);
  // `_sort` is not "Sorting".
  // What a description's title says besides is said of a hundred others, too.
  const chance = isName && item.described ? 220 : 0;
  const isPart = item.level > 1;
  if (query.compact.length > 4 && trimS(item.compact) === trimS(query.compact))
    return 955 - (isPart ? chance : 0);
  if (stems.length && same(stems, item.stems))
    return (query.symbolic ? 890 : 960) - (isPart ? chance : 0);
  if (!query.symbolic && stems.length && same(stems, item.subject))
    return 905 - (isPart ? chance : 0);
  // `shipping classes` is “Product shipping classes” before what is done with one of them.
  if (query.plain && stems.length > 1 && item.words.length === stems.length + 1) {
    const asked = query.words.map(({ word }) => word);
    if (item.depth === 0 && same(asked, item.words.slice(1))) return 890;
    if (same(stems, item.stems.slice(1))) return 870;
  }
  const own = item.content;
  // `oauth 2` is “OAuth2”.
  if (stems.length > 1 && item.words.includes(query.compact)) return 800 - chance;
  if (stems.length && meant.length && sameSet(stemsOfMeant, item.stemsOfContent))
    return (
      (query.symbolic ? 820 : 935) + (sameSet(meant, own) ? 40 : 0) - chance - lacksAll(item, query)
    );
  const length = own.join('').length || 1;
  // A word of the title that is all that was asked: the section is about it, whatever parameter has
  // the same name.
  const named = query.plain && query.words.length === 1 && worth[0]![item.index]! >= 0.98 ? 60 : 0;
  // As it is typed, or in another form: `queries` leads to “Query language” before “Delete by
  // query”.
  const begins = item.folded.startsWith(query.text)
    ? 790
    : !query.symbolic && stems.length && stems.every((stem, at) => stem === item.stems[at])
      ? 770
      : !query.symbolic && stems.length > 1 && stems.every((stem, at) => stem === item.subject[at])
        ? 765
        : 0;
  const aside = chance + (isListed(own.at(-1) ?? '', query) ? 100 : 0);
  const of = begins === 765 ? item.subject.join('').length : length;
  if (begins)
    return begins + 130 * Math.min(1, query.text.replace(/\s/g, '').length / of) + named - aside;
  let sum = 0;
  let whole = 0;
  for (const [at, { word }] of query.words.entries()) {
    const found = worth[at]![item.index]!;
    // "how to", "the": missing in the title they do not matter, unless nothing else was asked.
    if (!found && fillers.has(word) && !meant.includes(word)) continue;
    if (found < 0.55) return 0;
    sum += found * word.length;
    whole += word.length;
  }
  if (!whole) return 0;
  const run = query.words.length > 1 && ` ${item.folded}`.includes(` ${query.text}`) ? 30 : 0;
  return 600 + 120 * (sum / whole) + 120 * Math.min(1, sum / length) + named + run - aside;
}

/** `cancel all` is more than “Canceled”. */
const lacksAll = ({ words }: Item, query: Query): number =>
  query.words.some(({ word }) => word === 'all') && !words.includes('all') ? 100 : 0;

const trimS = (text: string): string => text.replace(/s$/, '');

/** “List all orders”, “Get all orders”: what `all orders` asks for. */
const isList = ({ words }: Item): boolean => words[0] === 'list' || words.includes('all');

/** “Hosts for your organization” are hosts. */
const core = (subject: string[]): string[] => {
  const end = subject.findIndex((word) => fillers.has(word));
  return end < 0 ? subject : subject.slice(0, end);
};

export const isListName = (word: string): boolean =>
  /^(?:propert(?:y|ies)|(?:attribute|parameter|field)s?)$/.test(word);

/** “Order refund properties” tells of a list; who does not ask for it means what the list is of. */
const isListed = (last: string, { words }: Query): boolean =>
  isListName(last) && !words.some(({ stem: asked }) => asked === stem(last));

const same = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);
const sameSet = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/**
 * For each section how well its title has the word: 1 the word, less for other forms, beginnings,
 * inner parts.
 */
export function titleWorth({ words, items }: Catalogue, asked: QueryWord): Float32Array {
  const worth = new Float32Array(items.length);
  const { word } = asked;
  const anywhere = isUnspaced(word);
  // Elsewhere than in Latin script a part of a word is seldom chance: `سفارش‌ها` is `سفارش ها`.
  const inner = word.length > 3 || /[^\x00-\u024f]/.test(word);
  for (const entry of words) {
    const value =
      wordWorth(entry, asked) ||
      (inner || anywhere ? entry.word.includes(word) && (anywhere ? 0.8 : 0.5) : 0);
    if (value)
      for (const section of entry.sections) if (worth[section]! < value) worth[section] = value;
  }
  // `metadata` is “Meta data” in two words.
  for (const { index, compact, words } of items)
    if (worth[index]! < 0.9 && compact.includes(asked.word) && isRun(words, asked.word))
      worth[index] = 0.9;
  return worth;
}

/** Some words that follow each other are the word when written as one. */
const isRun = (words: string[], word: string): boolean =>
  words.some((first, from) => {
    let run = first;
    for (let at = from + 1; run.length < word.length && at < words.length; at++) run += words[at];
    return first !== word && (run === word || singular(run) === word);
  });

function wordWorth(entry: Word, asked: QueryWord): number {
  const { word } = asked;
  if (entry.word === word) return 1;
  if (entry.singular === asked.singular || entry.word === `.${word}`) return 0.98;
  if (entry.stem === asked.stem) return 0.93;
  if (entry.word.startsWith(word))
    return word.length > 1 ? 0.7 + 0.2 * (word.length / entry.word.length) : 0.6;
  if (isDerived(entry.word, asked.stem) || isDerived(word, entry.stem)) return 0.6;
  if (isKin(asked.kin, entry.stem)) return 0.55;
  return 0;
}
