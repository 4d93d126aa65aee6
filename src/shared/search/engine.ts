/**
 * Search without a box: the table, the text index and the ranking together. Runs in a browser and
 * in Node.
 */
import { openTable, type Catalogue } from './catalogue.ts';
import { recordText, unpackText, type Fetch, type RecordText } from './fragment.ts';
import { isUnspaced, joinContractions, words } from './normalize.ts';
import { nearest } from './nearest-word.ts';
import { content, type Hit, type TextHit } from './hit.ts';
import { leftOut, rank } from './rank.ts';
import { spellSigns } from './signs.ts';
import { persian, runs } from './word-spacing.ts';
import type { Table } from './table.ts';
import { has, quoted } from './verify.ts';

/** What of Pagefind's module is used. */
export interface TextIndex {
  search(term: string): Promise<{ results: { id: string; score: number }[] } | null>;
  /** Lets it find what is in another language of the site, too. */
  add?(language: string): Promise<unknown>;
}

export interface EngineOptions {
  fetch: Fetch;
  /** Language of the page, as in `<html lang>`. */
  language: string;
  /** Loads the text index. If it fails, titles and symbols are still found. */
  loadText(): Promise<TextIndex>;
  /** Lets the page do what waits to be done. */
  pause?(): Promise<void>;
}

export interface Answer {
  /** Best first. */
  hits: Hit[];
  /** What was searched for instead, since nothing has what was typed. */
  instead?: string;
  /** What is in other languages of the site, to be shown after all. */
  others?: { engine: Engine; hits: Hit[] }[];
}

/** Records looked into at each search, to tell real findings of the text index from its guesses. */
const MAX_TEXTS = 12;
/** With so many sections in the reader's language, others are not looked at. */
const ENOUGH = 15;
/** Sections of each other language. */
const MAX_OTHERS = 4;

export class Engine {
  readonly catalogue: Catalogue;
  readonly #options: EngineOptions;
  readonly #texts = new Map<string, Promise<RecordText>>();
  #index: Promise<TextIndex> | undefined;
  /** Tables of the other languages. */
  readonly #elsewhere: [language: string, file: string][];
  #others: Promise<Engine[]> | undefined;
  /** The text index is there: an answer by all there is will not take long. */
  warm = false;

  /** Loads the table; rejects if it cannot be had. The text index loads meanwhile. */
  static async load(options: EngineOptions): Promise<Engine> {
    const index = options.loadText();
    // Asked for again at each search; here it only must not go unhandled.
    index.catch(() => {});
    const files = JSON.parse(
      new TextDecoder().decode(await options.fetch('symbols.json')),
    ) as Record<string, string>;
    const language = options.language.toLowerCase();
    const own = [language, language.split('-')[0]!, ...Object.keys(files)].find(
      (name) => files[name],
    );
    if (own === undefined) throw new Error('The search index is empty.');
    const others = Object.entries(files).filter(([name]) => name !== own);
    return new Engine(await tableIn(files[own]!, options), options, index, others);
  }

  private constructor(
    catalogue: Catalogue,
    options: EngineOptions,
    index: Promise<TextIndex>,
    elsewhere: [language: string, file: string][] = [],
  ) {
    this.catalogue = catalogue;
    this.#options = options;
    this.#index = index;
    this.#elsewhere = elsewhere;
  }

  /** Engines for the site's other languages, loaded when first needed. */
  #load(): Promise<Engine[]> {
    this.#others ??= Promise.all(
      this.#elsewhere.map(async ([language, file]) => {
        const index = (this.#index ??= this.#options.loadText()).then(async (own) => {
          await own.add?.(language);
          return own;
        });
        index.catch(() => {});
        const options = { ...this.#options, language, loadText: () => index };
        return new Engine(await tableIn(file, options), options, index);
      }),
    );
    this.#others.catch(() => (this.#others = undefined));
    return this.#others;
  }

  async #abroad(typed: string): Promise<NonNullable<Answer['others']>> {
    if (!this.#elsewhere.length) return [];
    const engines = await this.#load().catch(() => []);
    const found = await Promise.all(
      engines.map(async (engine) => ({
        engine,
        hits: rank(engine.catalogue, typed, { text: await engine.#textHits(typed) }).slice(
          0,
          MAX_OTHERS,
        ),
      })),
    );
    return found.filter(({ hits }) => hits.length);
  }

  /** By title and symbol alone: at once. */
  quick(typed: string, document?: number): Hit[] {
    return rank(this.catalogue, typed, { document });
  }

  /** By all there is; where nothing is found, by the nearest words that are known. */
  async find(typed: string, document?: number): Promise<Answer> {
    // One or two letters begin too many words to say anything: all of them would have to be
    // fetched, and sent.
    const known =
      typed.trim().length < 3 && !isUnspaced(typed)
        ? rank(this.catalogue, typed, { document })
        : [];
    if (known.length) return { hits: known };
    const text = await this.#textHits(typed, document);
    await this.#options.pause?.();
    const hits = rank(this.catalogue, typed, { text, document });
    const others = hits.length < ENOUGH ? await this.#abroad(typed) : [];
    // Of what only a text says, sections may say more that have but most of the words.
    const loose = hits[0]?.by === 'text';
    if (hits.length || others.length)
      return {
        hits: loose ? rank(this.catalogue, typed, { text, document, loose }) : hits,
        ...(others.length && { others }),
      };
    for (const instead of nearest(this.catalogue, typed)) {
      const near = rank(this.catalogue, instead, {
        text: await this.#textHits(instead, document),
        document,
      });
      if (near.length) return { hits: near, instead };
    }
    return { hits: rank(this.catalogue, typed, { document, loose: true }) };
  }

  /** The words of a section, once fetched kept. Rejects if they cannot be had. */
  text(section: number): Promise<RecordText> {
    const name = this.catalogue.items[section]!.fragment;
    let text = this.#texts.get(name);
    if (!text) {
      text = recordText(this.#options.fetch, name);
      this.#texts.set(name, text);
      text.catch(() => this.#texts.delete(name));
    }
    return text;
  }

  async #textHits(typed: string, document = -1): Promise<TextHit[]> {
    const { catalogue } = this;
    const { language } = this.#options;
    const isLong = !quoted(typed) && words(typed).length > 2 && !isUnspaced(typed);
    // "the documents of my database" is said in other small words, if at all.
    const asked = quoted(typed) ? typed : content(typed.split(/\s+/)).join(' ');
    let found: { id: string; score: number }[];
    try {
      this.#index ??= this.#options.loadText();
      const index = await this.#index;
      found = await this.#ask(index, asked);
      if (isLong) {
        // Where small words are all that differs, others come before what has it to the letter.
        const whole = await this.#ask(index, `"${typed}"`);
        const ids = new Set(whole.map(({ id }) => id));
        found = [...whole, ...found.filter(({ id }) => !ids.has(id))];
      }
      this.warm = true;
    } catch {
      // Off line, perhaps: begun anew at the next search. Titles and symbols are found all the
      // same.
      this.#index = undefined;
      this.warm = false;
      return [];
    }
    found = found.filter(({ id }) => catalogue.byFragment.has(id));
    // What an older version says as well would take the places of the newest.
    const out = leftOut(catalogue, document);
    if (out.size) {
      found = found.filter(({ id }) => {
        const item = catalogue.items[catalogue.byFragment.get(id) ?? -1];
        return item && !out.has(catalogue.pages[item.page]!.document);
      });
    }
    const best = Math.max(...found.map(({ score }) => score), 0) || 1;
    const sections = found.slice(0, MAX_TEXTS).map(({ id }) => catalogue.byFragment.get(id));
    const texts = await Promise.all(
      sections.map((section) =>
        section === undefined ? undefined : this.text(section).catch(() => undefined),
      ),
    );
    const hits: TextHit[] = [];
    for (const [at, text] of texts.entries()) {
      const section = sections[at];
      if (!text || section === undefined) continue;
      if (at % 3 === 0) await this.#options.pause?.();
      const above = [];
      for (let up = section; up >= 0; up = catalogue.items[up]!.up)
        above.push(catalogue.items[up]!.title);
      const own = `${above.join(' ')} ${text.prose}`;
      const share = found[at]!.score / best;
      const phrase = isLong && has(own, `"${typed}"`);
      if (phrase) hits.push({ section, share, phrase });
      else if (has(own, asked, language)) hits.push({ section, share });
      // What only samples say is said by the way.
      else if (has(`${own} ${text.code}`, asked, language))
        hits.push({ section, share: share / 2 });
    }
    return hits;
  }

  /** Records with every run of unspaced script as a phrase, and the other words. */
  async #ask(index: TextIndex, typed: string): Promise<{ id: string; score: number }[]> {
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
      .sort((a, b) => b.score - a.score);
  }
}

const tableIn = async (file: string, { fetch, pause }: EngineOptions): Promise<Catalogue> =>
  openTable(JSON.parse(await unpackText(await fetch(file))) as Table, pause);
