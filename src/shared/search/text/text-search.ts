/** What the text index has of a query: asked as a whole, or a word at a time. */
import type { Catalogue } from '../catalogue.ts';
import { recordText, type Fetch, type RecordText } from '../fragment.ts';
import { content, type TextHit } from '../hit.ts';
import { isUnspaced, joinContractions, words } from '../normalize.ts';
import { parse } from '../query.ts';
import { leftOut } from '../rank.ts';
import { spellSigns } from '../signs.ts';
import { has, quoted } from '../verify.ts';
import { persian, runs } from '../word-spacing.ts';
import { fillers } from '../words/fillers.ts';

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
export interface Parts {
  hits: TextHit[];
  known: Set<string>;
}

/** A record that the index gives, by its name. */
interface Found {
  id: string;
  score: number;
}

/** A record that was looked into. */
interface Opened {
  section: number;
  share: number;
  /** Titles above it, its own and its prose. */
  own: string;
  code: string;
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

  /** Sections that have all that was asked, without those of documents that are left out. */
  async whole(typed: string, document?: number): Promise<TextHit[]> {
    const isLong = !quoted(typed) && words(typed).length > 2 && !isUnspaced(typed);
    // "the documents of my database" is said in other small words, if at all.
    const asked = quoted(typed) ? typed : content(typed.split(/\s+/)).join(' ');
    // Where small words are all that differs, others come before what has it to the letter.
    const answers = await this.#answers(isLong ? [`"${typed}"`, asked] : [asked]);
    const found = new Map(answers.flat().map((one) => [one.id, one]));
    const { language } = this.#options;
    const hits: TextHit[] = [];
    for (const { section, share, own, code } of await this.#open([...found.values()], document)) {
      const phrase = isLong && has(own, `"${typed}"`);
      if (phrase) hits.push({ section, share, phrase });
      else if (has(own, asked, language)) hits.push({ section, share });
      // What only samples say is said by the way.
      else if (has(`${own} ${code}`, asked, language)) hits.push({ section, share: share / 2 });
    }
    return hits;
  }

  /** Sections that have some of several words, most and rarest first. */
  async parts(typed: string, document?: number): Promise<Parts> {
    const { words: all, symbolic, phrase } = parse(typed);
    const asked = all.filter(({ word }) => !fillers.has(word));
    const known = new Set<string>();
    // Of a name its parts are not meant.
    if (asked.length < 2 || symbolic || phrase) return { hits: [], known };
    const scores = new Map<string, number>();
    for (const answer of await this.#answers(asked.map(({ word }) => word))) {
      const best = answer[0]?.score || 1;
      const rarity = Math.log2(1 + this.#catalogue.items.length / (answer.length || 1));
      for (const { id, score } of answer)
        scores.set(id, (scores.get(id) ?? 0) + rarity * (0.5 + score / best / 2));
    }
    const found = [...scores].map(([id, score]) => ({ id, score }));
    const { language } = this.#options;
    const hits: TextHit[] = [];
    for (const { section, share, own } of await this.#open(found.sort(byScore), document)) {
      const some = new Set(
        asked.map(({ word }) => word).filter((word) => has(own, word, language)),
      );
      for (const word of some) known.add(word);
      if (some.size) hits.push({ section, share, some });
    }
    return { hits, known };
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

  /** The first records of those that may be shown, with their words. */
  async #open(found: Found[], document = -1): Promise<Opened[]> {
    const { items, pages, byFragment } = this.#catalogue;
    // What an older version says as well would take the places of the newest.
    const out = leftOut(this.#catalogue, document);
    const shown = found.flatMap(({ id, score }) => {
      const section = byFragment.get(id);
      if (section === undefined || out.has(pages[items[section]!.page]!.document)) return [];
      return { section, score };
    });
    const best = Math.max(...shown.map(({ score }) => score), 0) || 1;
    const first = shown.slice(0, MAX_TEXTS);
    const texts = await Promise.all(
      first.map(({ section }) => this.text(section).catch(() => undefined)),
    );
    const opened: Opened[] = [];
    for (const [at, { section, score }] of first.entries()) {
      const text = texts[at];
      if (!text) continue;
      if (at % 3 === 0) await this.#options.pause?.();
      const above = [];
      for (let up = section; up >= 0; up = items[up]!.up) above.push(items[up]!.title);
      const own = `${above.join(' ')} ${text.prose}`;
      opened.push({ section, share: score / best, own, code: text.code });
    }
    return opened;
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
