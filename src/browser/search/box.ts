/** The search box in use: a combobox over the list of results (ARIA Authoring Practices). */
import { fill, words } from '../words.ts';
import { queryIn, writeQuery } from './address.ts';
import type { Answer, Engine } from '../../shared/search/engine.ts';
import { group, type Result } from '../../shared/search/group.ts';
import { base, currentDocument } from './current-document.ts';
import { goToResult } from './go-to-result.ts';
import { loadEngine } from './load-engine.ts';
import { unmark } from './marks.ts';
import { clearRecent, drawRecent, keepSearch, recentSearches } from './recent.ts';
import { pause } from '../../shared/search/pause.ts';
import { searchParts } from './part.ts';
import { button, draw, fillExcerpts, type Drawn } from './view.ts';

/** Titles and symbols are shown after this long without the text; at first there is no waiting. */
const MAX_TEXT_WAIT_MS = 60;
/** Quiet before the query goes into the address: browsers limit how often it may change. */
const ADDRESS_DELAY_MS = 300;

/** Brings the box to life, with the query of the address if there is one. */
export async function open(root: HTMLElement, input: HTMLInputElement): Promise<void> {
  const box = new SearchBox(root, input);
  box.begin();
  await box.ready();
}

class SearchBox {
  readonly #input: HTMLInputElement;
  readonly #panel: HTMLElement;
  readonly #list: HTMLElement;
  readonly #note: HTMLElement;
  readonly #status: HTMLElement;
  #engine: Promise<Engine> | undefined;
  #options: Drawn['options'] = [];
  /** Whose each result is: other languages have their own. */
  readonly #engines = new WeakMap<Result, Engine>();
  #active = -1;
  #turn = 0;
  #shown = '';
  #sought = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, input: HTMLInputElement) {
    this.#input = input;
    const { panel, list, note, status } = searchParts(words.search_results ?? '');
    this.#panel = panel;
    this.#list = list;
    this.#note = note;
    this.#status = status;
    root.querySelector('[role=alert]')?.remove();
    root.append(this.#panel, this.#status);
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('focus', () => this.#reopen());
    input.addEventListener('click', () => this.#reopen());
    input.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('click', (event) => this.#click(event));
    // Keeps the focus in the box while a result is pressed.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('pointerdown', ({ target }) => {
      if (!root.contains(target as Node)) this.#close();
    });
    root.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !root.contains(relatedTarget as Node)) this.#close();
    });
    addEventListener('popstate', () => this.fromAddress());
    addEventListener('pageshow', ({ persisted }) => persisted && this.fromAddress());
  }

  /** With what was typed while this was loading, or what the address asks for. */
  begin(): void {
    if (this.#input.value.trim()) this.#typed();
    else this.fromAddress();
    if (document.activeElement === this.#input) this.#reopen();
  }

  /** Loads what searching needs; what fails is tried again at the next use. */
  ready(): Promise<Engine | undefined> {
    if (!this.#engine) {
      this.#engine = loadEngine();
      this.#engine.catch(() => (this.#engine = undefined));
    }
    return this.#engine.catch(() => undefined);
  }

  /** Shows the search that the address asks for. */
  fromAddress(): void {
    const query = queryIn(location.search);
    if (!query) return this.#close();
    if (query !== this.#input.value) this.#input.value = query;
    void this.#search();
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#writeAddress(), ADDRESS_DELAY_MS);
    void this.#search();
  }

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const typed = this.#input.value.trim();
    if (!typed) {
      this.#shown = '';
      return this.#close();
    }
    const engine = await this.ready();
    await pause();
    if (turn !== this.#turn) return;
    if (!engine) return this.#fail();
    const document = currentDocument(engine.catalogue);
    const answer = engine.find(typed, document);
    let late = false;
    const early = setTimeout(
      async () => {
        const hits = turn === this.#turn ? engine.quick(typed, document) : [];
        await pause();
        if (hits.length && turn === this.#turn && !late) this.#show(engine, typed, { hits });
      },
      engine.warm ? MAX_TEXT_WAIT_MS : 0,
    );
    const found = await answer;
    late = true;
    clearTimeout(early);
    // Ranking and drawing are a task each, so that neither keeps the next letter waiting.
    await pause();
    if (turn === this.#turn) this.#show(engine, typed, found);
  }

  #show(engine: Engine, typed: string, { hits, instead, others = [] }: Answer): void {
    this.#shown = typed;
    this.#sought = instead ?? typed;
    const kept = this.#options[this.#active]?.option.getAttribute('href');
    const groups = [{ engine, hits }, ...others].flatMap((found) => {
      const own = group(found.engine.catalogue, found.hits);
      for (const result of own.flatMap(({ results }) => results))
        this.#engines.set(result, found.engine);
      return own;
    });
    const { nodes, options, rest } = draw(groups, this.#sought, base());
    this.#options = options;
    this.#list.replaceChildren(...nodes);
    requestAnimationFrame(() => setTimeout(rest));
    this.#list.hidden = !options.length;
    this.#note.replaceChildren();
    this.#note.hidden = Boolean(options.length) && !instead;
    const none = fill('no_results', typed);
    if (!this.#note.hidden) this.#note.append(none);
    if (instead) this.#note.append(' → ', this.#offer(instead));
    const count = fill('results', options.length);
    if (instead) this.#say(`${none} → ${instead}. ${count}`);
    else this.#say(options.length ? count : none);
    this.#activate(
      kept ? options.findIndex(({ option }) => option.getAttribute('href') === kept) : -1,
    );
    this.#expand(true);
    void this.#excerpts();
  }

  async #excerpts(): Promise<void> {
    const options = this.#options;
    const textOf = (result: Result) => this.#engines.get(result)!.text(result.section);
    // The first screenful is enough: each is a file.
    await fillExcerpts(options.slice(0, 10), textOf, this.#sought, () => options === this.#options);
  }

  #offer(query: string): HTMLElement {
    return button('search-offer', query, () => {
      this.#input.value = query;
      this.#input.focus();
      this.#typed();
    });
  }

  #fail(): void {
    const { search_failed: failed = '' } = words;
    this.#showNote(failed);
    this.#say(failed);
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #reopen(): void {
    if (!this.#panel.hidden) return;
    if (!this.#input.value.trim()) return this.#showRecent();
    if (this.#shown === this.#input.value.trim()) this.#expand(true);
    else void this.#search();
  }

  #showRecent(): void {
    if (!recentSearches().length) return;
    const forget = () => this.#forget();
    this.#showNote(...drawRecent((query) => this.#offer(query), forget));
  }

  /** A note in the place of results. */
  #showNote(...nodes: (Node | string)[]): void {
    this.#options = [];
    this.#list.replaceChildren();
    this.#list.hidden = true;
    this.#note.hidden = false;
    this.#note.replaceChildren(...nodes);
    this.#expand(true);
  }

  #forget(): void {
    clearRecent();
    this.#input.focus();
    this.#close();
  }

  #expand(on: boolean): void {
    this.#panel.hidden = !on;
    this.#input.setAttribute('aria-expanded', String(on && this.#options.length > 0));
  }

  #close(): void {
    this.#turn++;
    this.#activate(-1);
    this.#expand(false);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.#panel.hidden;
    const last = this.#options.length - 1;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (!open) return this.#reopen();
        if (event.key === 'ArrowDown') this.#activate(this.#active >= last ? 0 : this.#active + 1);
        else this.#activate(this.#active <= 0 ? last : this.#active - 1);
        return;
      }
      case 'Enter': {
        event.preventDefault();
        const chosen = this.#options[Math.max(0, this.#active)];
        if (!open || !chosen || this.#shown !== this.#input.value.trim()) return;
        const { ctrlKey, metaKey, shiftKey } = event;
        chosen.option.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
        );
        return;
      }
      case 'Delete':
        if (open && !this.#input.value) this.#forget();
        return;
      case 'Escape':
        event.preventDefault();
        event.stopPropagation();
        if (open) return this.#close();
        if (this.#input.value) {
          this.#input.value = '';
          this.#shown = '';
          this.#say('');
          this.#writeAddress();
        } else this.#input.blur();
        unmark();
    }
  }

  #activate(at: number): void {
    this.#options[this.#active]?.option.setAttribute('aria-selected', 'false');
    this.#active = at;
    const active = this.#options[at]?.option;
    if (!active) return this.#input.removeAttribute('aria-activedescendant');
    active.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  #click(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLAnchorElement>('[role=option]');
    const chosen = this.#options.find((entry) => entry.option === option);
    if (!option || !chosen) return;
    // A new tab or window: the browser's own affair.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    this.#writeAddress();
    keepSearch(this.#sought);
    const { symbol, by } = chosen.result;
    this.#close();
    this.#input.blur();
    goToResult(new URL(option.href), {
      typed: this.#sought,
      ...(by === 'symbol' && symbol ? { symbol } : {}),
    });
  }

  #writeAddress(): void {
    clearTimeout(this.#timer);
    writeQuery(this.#input.value.trim());
  }
}
