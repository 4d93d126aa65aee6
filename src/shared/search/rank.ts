/**
 * One ranking over titles, API symbols and text: exact title, exact symbol, title prefix, symbol
 * prefix, parts of symbols, words spread over title, symbols and the titles above, text. Pure: the
 * same in the browser and in tests.
 */
import type { Catalogue } from './catalogue.ts';
import type { Hit, TextHit } from './hit.ts';
import { parse } from './query.ts';
import { rankPaths } from './rank-paths.ts';
import { rankSymbols } from './rank-symbols.ts';
import { rankTitles, titleWorth } from './titles/rank-titles.ts';
import { rankWords } from './rank-words.ts';
import type { Table } from './table.ts';

export interface RankOptions {
  /** Without it, only titles and symbols answer. */
  text?: TextHit[] | undefined;
  /**
   * Index of the document that the reader is in: of equals, its sections come first, and other
   * versions of the same reference are left out. So are the older versions of every other.
   */
  document?: number;
}

/** Sections that answer `typed`, best first. */
export function rank(
  catalogue: Catalogue,
  typed: string,
  { text, document = -1 }: RankOptions = {},
): Hit[] {
  const query = parse(typed);
  if (!query.compact && !query.path) return [];
  const best = new Map<number, Hit>();
  // Who asks in words means what can be done, before the type that goes by the same words.
  const isAsked = query.words.length > 1 && query.text.includes(' ');
  const offer = ({ score, ...found }: Hit): void => {
    const item = catalogue.items[found.section]!;
    const isNamed = found.by === 'symbol' || found.by === 'phrase' || item.title === query.typed;
    const isType = item.schema && !isNamed;
    // What is done is an operation before the chapter of them.
    const isChapter = query.acts && found.by === 'title' && !item.path && item.depth === 0;
    const less = isChapter ? 110 : !isType ? 0 : isAsked ? 350 : query.plain ? 80 : 0;
    const acts = query.acts && /^P/.test(item.method) ? 60 : 0;
    const hit = { ...found, score: score - less + acts };
    const known = best.get(hit.section);
    if (!known || known.score < hit.score) best.set(hit.section, hit);
  };
  const worths = query.words.map((word) => titleWorth(catalogue, word));
  rankTitles(catalogue, query, worths, offer);
  rankSymbols(catalogue, query, offer);
  if (query.path) rankPaths(catalogue, query, offer);
  rankWords(catalogue, query, worths, text, offer);
  // Of texts with a phrase, the one whose title has words of it.
  const titled = (section: number): number =>
    worths.reduce((sum, worth) => sum + worth[section]!, 0) / (worths.length || 1);
  const phrases = (text ?? []).filter(({ phrase }) => phrase).length;
  // What several operations say of a type is said where the type is.
  for (const { section, words, phrase } of text ?? [])
    if (phrase && query.words.length > 2)
      offer({
        section,
        score: phrases > 2 && catalogue.items[section]!.schema ? 760 : 750,
        by: 'phrase',
      });
    // Two words may follow each other by chance, but seldom in one text alone.
    else if (phrase && phrases < 4) offer({ section, score: 530, by: 'text' });
    else if (query.path || query.phrase)
      offer({
        section,
        score: 100 + 200 * Math.max(...words.values()) + (query.phrase ? 60 * titled(section) : 0),
        by: 'text',
      });
  const out = leftOut(catalogue, document);
  const home = ({ section }: Hit): number =>
    catalogue.pages[catalogue.items[section]!.page]!.document === document ? HOME : 1;
  return [...best.values()]
    .filter(({ section }) => !out.has(catalogue.pages[catalogue.items[section]!.page]!.document))
    .map((hit) => ({ ...hit, score: hit.score * home(hit) }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/** What the document that the reader is in is worth, beside others of the site. */
const HOME = 1.7;

/**
 * Documents that a reader of one does not look for: other versions of it, and of everything else
 * what is no longer the newest.
 */
export function leftOut({ documents }: Pick<Catalogue, 'documents'>, own: number): Set<number> {
  const { reference, version } = documents[own] ?? {};
  const isOut = (document: Table['documents'][number]) =>
    reference && document.reference === reference ? document.version !== version : document.older;
  return new Set(documents.flatMap((document, index) => (isOut(document) ? [index] : [])));
}
