/** What the text index has of a query: asked as a whole, or a word at a time. */
import type { Catalogue } from '../catalogue.ts';
import { recordText, type Fetch, type RecordText } from '../fragment.ts';
import { content, type TextHit } from '../hit.ts';
import { joinContractions } from '../normalize.ts';
import { parse } from '../query.ts';
import { leftOut } from '../rank.ts';
import { spellSigns } from '../signs.ts';
import { fold, has } from '../verify.ts';
import { persian, runs } from '../word-spacing.ts';

/** What of Pagefind's module is used. */
export interface TextIndex {
  search(term: string): Promise<{ results: Found[] } | null>;
  /** Lets it find what is in another language of the site, too. */
  add?(language: string): Promise<unknown>;
}

export interface TextOptions {
  fetch: Fetch;
  /** Language of the page, as in `<html lang>`. */
  language: string;
  /** Loads the text index. If it fails, titles and symbols are still found. */
  loadText(): Promise<TextIndex>;
  /** Lets the page do what waits to be done. */
  pause?(): Promise<void>;
}

/** What sections have of a query's words, and those words that some text has. */
export interface Texts {
  hits: TextHit[];
  known: Set<string>;
}

/** A record that the index gives, by its name. */
interface Found {
  id: string;
  score: number;
}

/** A record, with what the index says it has of each term that was asked for. */
interface Candidate {
  section: number;
  score: number;
  shares: Map<string, number>;
}

/** Records looked into at each search, to tell real findings of the text index from its guesses. */
const MAX_TEXTS = 12;

export class TextSearch {
  readonly #catalogue: Catalogue;
  readonly #options: TextOptions;
  readonly #texts = new Map<string, Promise<RecordText>>();
  #index: Promise<TextIndex> | undefined;
  /** The text index is there: an answer by all there is will not take long. */
  warm = false;

  constructor(catalogue: Catalogue, options: TextOptions, index: Promise<TextIndex>) {
    this.#catalogue = catalogue;
    this.#options = options;
    this.#index = index;
  }

  /** The index; loaded anew after it failed. */
  index(): Promise<TextIndex> {
    return (this.#index ??= this.#options.loadText());
  }

  /** The words of a section, once fetched kept. Rejects if they cannot be had. */
  text(section: number): Promise<RecordText> {
    const name = this.#catalogue.items[section]!.fragment;
    let text = this.#texts.get(name);
    if (!text) {
      text = recordText(this.#options.fetch, name);
      this.#texts.set(name, text);
      text.catch(() => this.#texts.delete(name));
    }
    return text;
  }

  /**
   * Sections that have some of what was asked for, without those of documents that are left out. The
   * first are looked into; a word that none of them has is one that the index guessed.
   */
  async find(typed: string, document?: number): Promise<Texts> {
    const { words: all, path, phrase, symbolic } = parse(typed);
    const asked = content(all.map(({ word }) => word));
    const apart = asked.length > 1 && !path && !phrase && !symbolic;
    const whole = apart ? `"${typed}"` : undefined;
    const terms = whole
      ? [...new Set(asked), whole]
      : // "the documents of my database" is said in other small words, if at all.
        [phrase ? typed : content(typed.split(/\s+/)).join(' ')];
    const candidates = this.#candidates(terms, await this.#answers(terms), document);
    const first = candidates.slice(0, MAX_TEXTS);
    const texts = await Promise.all(
      first.map(({ section }) => this.text(section).catch(() => undefined)),
    );
    const { language } = this.#options;
    const literal = fold(typed.trim());
    const known = new Set<string>();
    const hits: TextHit[] = [];
    for (const [at, { section, shares }] of first.entries()) {
      const text = texts[at];
      if (!text) continue;
      if (at % 3 === 2) await this.#options.pause?.();
      const own = fold(`${this.#titles(section)} ${text.prose}`);
      const code = fold(text.code);
      const aside = fold(text.aside);
      const found = new Map<string, number>();
      for (const [term, share] of shares) {
        const inOwn = has(own, term, language);
        // What only samples say is said by the way, and what they are in more so.
        const worth = inOwn ? 1 : has(code, term, language) ? 0.5 : has(aside, term) ? 0.05 : 0;
        if (worth) found.set(term, share * worth);
      }
      for (const term of found.keys()) known.add(term);
      // A name is meant as it is written: `onOrderCreated` is not “order created on”.
      add(section, found, symbolic && (own.includes(literal) || code.includes(literal)));
    }
    for (const { section, shares } of candidates.slice(MAX_TEXTS))
      add(section, new Map([...shares].filter(([term]) => known.has(term))));
    return { hits, known };

    function add(section: number, found: Map<string, number>, isLiteral = false): void {
      const isPhrase = (whole !== undefined && found.delete(whole)) || isLiteral;
      if (!found.size) return;
      const words = apart
        ? found
        : new Map(asked.map((word) => [word, [...found.values()][0]!] as const));
      hits.push({ section, words, ...(isPhrase && { phrase: true }) });
    }
  }

  /** What the index gives for each term; nothing where it cannot be had. */
  async #answers(terms: string[]): Promise<Found[][]> {
    try {
      const index = await this.index();
      const answers = await Promise.all(terms.map((term) => this.#ask(index, term)));
      this.warm = true;
      return answers;
    } catch {
      // Off line, perhaps: begun anew at the next search. Titles and symbols are found all the same.
      this.#index = undefined;
      this.warm = false;
      return [];
    }
  }

  /** Records that may be shown and have some of the terms, most and rarest first. */
  #candidates(terms: string[], answers: Found[][], document = -1): Candidate[] {
    const { items, pages, byFragment } = this.#catalogue;
    // What an older version says as well would take the places of the newest.
    const out = leftOut(this.#catalogue, document);
    const candidates = new Map<number, Candidate>();
    for (const [at, answer] of answers.entries()) {
      const best = answer[0]?.score || 1;
      const rarity = Math.log2(1 + items.length / (answer.length || 1));
      for (const { id, score } of answer) {
        const section = byFragment.get(id);
        if (section === undefined || out.has(pages[items[section]!.page]!.document)) continue;
        const own = candidates.get(section) ?? { section, score: 0, shares: new Map() };
        own.score += rarity * (0.5 + score / best / 2);
        own.shares.set(terms[at]!, score / best);
        candidates.set(section, own);
      }
    }
    return [...candidates.values()].sort((a, b) => b.score - a.score);
  }

  /** Titles above it and its own. */
  #titles(section: number): string {
    const { items } = this.#catalogue;
    const above = [];
    for (let up = section; up >= 0; up = items[up]!.up) above.push(items[up]!.title);
    return above.join(' ');
  }

  /** Records with every run of unspaced script as a phrase, and the other words. */
  async #ask(index: TextIndex, typed: string): Promise<Found[]> {
    const asked = spellSigns(joinContractions(typed.normalize('NFKC')));
    const { phrases, rest } = runs(persian(asked, this.#options.language));
    const terms = rest.length > 1 || (rest && phrases.length) ? [...phrases, rest] : phrases;
    const answers = await Promise.all(
      terms.map(async (term) => (await index.search(term))?.results ?? []),
    );
    const [first = [], ...others] = answers;
    if (!others.length) return first;
    const scores = others.map((results) => new Map(results.map(({ id, score }) => [id, score])));
    return first
      .filter(({ id }) => scores.every((own) => own.has(id)))
      .map(({ id, score }) => ({
        id,
        score: scores.reduce((sum, own) => sum + own.get(id)!, score),
      }))
      .sort(byScore);
  }
}

const byScore = (a: Found, b: Found): number => b.score - a.score;
