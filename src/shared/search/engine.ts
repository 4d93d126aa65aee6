/**
 * Search without a box: the table, the text index and the ranking together. Runs in a browser and
 * in Node.
 */
import { openTable, type Catalogue } from './catalogue.ts';
import { unpackText, type RecordText } from './fragment.ts';
import type { Hit } from './hit.ts';
import { isUnspaced } from './normalize.ts';
import { nearest } from './nearest-word.ts';
import { rank } from './rank.ts';
import type { Table } from './table.ts';
import { TextSearch, type TextIndex, type TextOptions } from './text/text-search.ts';
import { wordsApart } from './word-spacing.ts';

export interface Answer {
  /** Best first. */
  hits: Hit[];
  /** What was searched for instead, since nothing has what was typed. */
  instead?: string;
  /** What is in other languages of the site, to be shown after all. */
  others?: { engine: Engine; hits: Hit[] }[];
}

/** With so many sections in the reader's language, others are not looked at. */
const ENOUGH = 15;
/** Sections of each other language. */
const MAX_OTHERS = 4;

export class Engine {
  readonly catalogue: Catalogue;
  readonly #options: TextOptions;
  readonly #texts: TextSearch;
  /** Tables of the other languages. */
  readonly #elsewhere: [language: string, file: string][];
  #others: Promise<Engine[]> | undefined;

  /** Loads the table; rejects if it cannot be had. The text index loads meanwhile. */
  static async load(options: TextOptions): Promise<Engine> {
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
    options: TextOptions,
    index: Promise<TextIndex>,
    elsewhere: [language: string, file: string][] = [],
  ) {
    this.catalogue = catalogue;
    this.#options = options;
    this.#texts = new TextSearch(catalogue, options, index);
    this.#elsewhere = elsewhere;
  }

  /** Engines for the site's other languages, loaded when first needed. */
  #load(): Promise<Engine[]> {
    this.#others ??= Promise.all(
      this.#elsewhere.map(async ([language, file]) => {
        const index = this.#texts.index().then(async (own) => {
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
        hits: rank(engine.catalogue, typed, { text: (await engine.#texts.find(typed)).hits })
          .filter(isFull)
          .slice(0, MAX_OTHERS),
      })),
    );
    return found.filter(({ hits }) => hits.length);
  }

  /** The text index is there: an answer by all there is will not take long. */
  get warm(): boolean {
    return this.#texts.warm;
  }

  /** The words of a section. Rejects if they cannot be had. */
  text(section: number): Promise<RecordText> {
    return this.#texts.text(section);
  }

  /** By title and symbol alone: at once. */
  quick(typed: string, document?: number): Hit[] {
    return rank(this.catalogue, typed, { document });
  }

  /**
   * By all there is. Where nothing has all of the words, by the nearest that are known, then by most
   * of them.
   */
  async find(typed: string, document?: number): Promise<Answer> {
    const { catalogue } = this;
    // One or two letters begin too many words to say anything: all of them would have to be
    // fetched, and sent.
    const short =
      typed.trim().length < 3 && !/[#+]/.test(typed) && !isUnspaced(typed)
        ? rank(catalogue, typed, { document })
        : [];
    if (short.length) return { hits: short };
    const { hits: text, known } = await this.#texts.find(typed, document);
    await this.#options.pause?.();
    const hits = rank(catalogue, typed, { text, document });
    const full = hits.filter(isFull);
    const others = full.length < ENOUGH ? await this.#abroad(typed) : [];
    const abroad = others.length ? { others } : {};
    if (full.length || others.length) return { hits, ...abroad };
    const apart = wordsApart(typed, this.#options.language);
    if (apart !== typed) return this.find(apart, document);
    for (const instead of nearest(catalogue, typed, known)) {
      const near = (await this.#texts.find(instead, document)).hits;
      const nearHits = rank(catalogue, instead, { text: near, document });
      if (nearHits.some(isFull)) return { hits: nearHits, instead };
    }
    return { hits };
  }
}

/** It has all of the words. */
const isFull = ({ partial }: Hit): boolean => !partial;

const tableIn = async (file: string, { fetch, pause }: TextOptions): Promise<Catalogue> =>
  openTable(JSON.parse(await unpackText(await fetch(file))) as Table, pause);
