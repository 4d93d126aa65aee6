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
import { rankTitles, titleWorth } from './rank-titles.ts';
import { rankWords } from './rank-words.ts';
import type { Table } from './table.ts';

export interface RankOptions {
  text?: TextHit[];
  /**
   * Index of the document that the reader is in: of equals, its sections come first, and other
   * versions of the same reference are left out. So are the older versions of every other.
   */
  document?: number;
  /** Sections that have but most of the words answer, too. */
  loose?: boolean;
}

/** Sections that answer `typed`, best first. */
export function rank(
  catalogue: Catalogue,
  typed: string,
  { text = [], document = -1, loose = false }: RankOptions = {},
): Hit[] {
  const query = parse(typed);
  if (!query.compact && !query.path) return [];
  const best = new Map<number, Hit>();
  // Who asks in words means what can be done, before the type that goes by the same words.
  const isAsked = query.words.length > 1 && query.text.includes(' ');
  const offer = ({ score, ...found }: Hit): void => {
    const isType = isAsked && catalogue.items[found.section]!.schema && found.by !== 'symbol';
    const hit = { ...found, score: isType ? score / 2 : score };
    const known = best.get(hit.section);
    if (!known || known.score < hit.score) best.set(hit.section, hit);
  };
  const worths = query.words.map((word) => titleWorth(catalogue, word));
  rankTitles(catalogue, query, worths, offer);
  rankSymbols(catalogue, query, offer);
  if (query.path) rankPaths(catalogue, query, offer);
  rankWords(catalogue, query, worths, { text, loose }, offer);
  for (const { section, share, phrase, some } of text) {
    if (some) continue;
    if (phrase) offer({ section, score: 690 + 40 * share, by: 'text' });
    const known = best.get(section);
    // Among sections that name a symbol reading order says more: what matters stands first.
    if (known?.by === 'words') known.score += 10 * share;
    else if (!known) offer({ section, score: 100 + 200 * share, by: 'text' });
  }
  const out = leftOut(catalogue, document);
  const home = ({ section }: Hit): number =>
    catalogue.pages[catalogue.items[section]!.page]!.document === document ? HOME_BONUS : 0;
  return [...best.values()]
    .filter(({ section }) => !out.has(catalogue.pages[catalogue.items[section]!.page]!.document))
    .map((hit) => ({ ...hit, score: hit.score + home(hit) }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/**
 * What the document that the reader is in has before others, which are other APIs or other
 * versions.
 */
const HOME_BONUS = 300;

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
