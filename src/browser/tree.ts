/** The contents tree: branches that fold up, and those that are fetched when they are opened. */
import { base, keepContents } from './memory.ts';
import { findEntry, loadNav, type DocumentEntry, type Entry } from './nav.ts';
import { fill, wordsOf } from './words.ts';

export class Tree {
  readonly element: HTMLElement;
  readonly #expand: string;
  readonly #collapse: string;
  /** The link of the tree by which the reader leaves the page, and how far below the tree's top it stands. */
  #left: { to: string; y: number } | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
    [this.#expand = '', this.#collapse = ''] = wordsOf(element);
    for (const branch of element.querySelectorAll<HTMLElement>('.branch')) this.#disclose(branch);
    element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      if (link.matches('.more')) {
        event.preventDefault();
        void this.#all(link);
      } else this.#left = { to: link.pathname, y: this.#below(link) };
    });
    addEventListener('pagehide', () => this.#keep());
  }

  /** Opens the branches above an entry, and its own. */
  reveal(link: HTMLElement): void {
    for (let branch = link.closest<HTMLElement>('.branch'); branch; branch = branch.parentElement!.closest<HTMLElement>('.branch'))
      if (branch.dataset.open === undefined && branch.dataset.more === undefined) this.#unfold(branch);
  }

  /** What is below appears anew at its new place, instead of jumping while the reader scrolls. */
  #unfold(branch: HTMLElement): void {
    this.#set(branch, true);
    for (let above: HTMLElement = branch; above !== this.element; above = above.parentElement!)
      for (let next = above.nextElementSibling; next; next = next.nextElementSibling) next.animate({ opacity: [0, 1] }, 200);
  }

  /** Scrolls the tree so that an entry is in view, and nothing else. */
  show(link: HTMLElement): void {
    const box = this.element.getBoundingClientRect(), line = link.getBoundingClientRect();
    if (line.top < box.top + 8) this.element.scrollTop -= box.top - line.top + box.height / 3;
    else if (line.bottom > box.bottom - 8) this.element.scrollTop += line.bottom - box.bottom + box.height / 3;
  }

  #below(link: Element): number {
    return link.getBoundingClientRect().top - this.element.getBoundingClientRect().top;
  }

  /** For the next page, which `restore.ts` gives it back to before it is painted: what is open, what was fetched for it. */
  #keep(): void {
    const open: string[] = [], closed: string[] = [];
    const lists: Record<string, string> = {};
    for (const branch of this.element.querySelectorAll<HTMLElement>('.branch')) {
      const key = keyOf(branch);
      if (branch.dataset.open === undefined) {
        closed.push(key);
        continue;
      }
      open.push(key);
      // What other pages do not hold: what was fetched here, and what is the page's own.
      const list = branch.matches('[data-fetched], [data-key], .current') && branch.querySelector(':scope > ul')?.cloneNode(true) as Element | undefined;
      if (!list || list.querySelector('a[href^="#"]')) continue;
      for (const button of list.querySelectorAll('.disclosure')) button.remove();
      lists[key] = list.outerHTML;
    }
    keepContents({ nav: this.element.dataset.nav, document: this.element.dataset.document, open, closed, lists, top: this.element.scrollTop, left: this.#left });
  }

  #disclose(branch: HTMLElement): void {
    if (!branch.querySelector(':scope > a > span, :scope > .group')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'disclosure';
    branch.querySelector(':scope > a, :scope > .group')!.after(button);
    this.#set(branch, branch.dataset.open !== undefined);
    button.addEventListener('click', async () => {
      const open = branch.dataset.open === undefined;
      if (open && branch.dataset.more !== undefined) await this.#fetch(branch);
      this.#set(branch, open);
    });
  }

  #set(branch: HTMLElement, open: boolean): void {
    branch.toggleAttribute('data-open', open);
    const button = branch.querySelector(':scope > .disclosure');
    button?.setAttribute('aria-expanded', String(open));
    button?.setAttribute('aria-label', fill(open ? this.#collapse : this.#expand, branch.querySelector('span')?.textContent ?? ''));
  }

  /** The contents of a document, by its URL. */
  async #entries(url = this.element.dataset.document ?? '/'): Promise<Entry[] | undefined> {
    return (await loadNav(this.element.dataset.nav)).trees[url];
  }

  async #fetch(branch: HTMLElement): Promise<void> {
    const document = branch.closest<HTMLElement>('.documents > li');
    const all = await this.#entries(document ? urlOf(document) : undefined);
    const entries = branch === document ? all : findEntry(all ?? [], branch.querySelector('a')?.getAttribute('href') ?? null, branch.querySelector('span')?.textContent ?? '')?.children;
    if (!entries || branch.dataset.more === undefined) return;
    delete branch.dataset.more;
    branch.dataset.fetched = '';
    branch.append(this.#list(entries));
  }

  /** The rest of the list of documents, or of the document's own contents, around what is there. */
  async #all(more: HTMLAnchorElement): Promise<void> {
    const { documents } = await loadNav(this.element.dataset.nav);
    const entries = await this.#entries();
    if (!entries) return void location.assign(more.href);
    const anchor = this.element.querySelector('[aria-current]');
    const before = anchor && this.#below(anchor);
    const own = this.element.querySelector<HTMLElement>('.current');
    const list = own ? own.querySelector<HTMLElement>(':scope > ul') : this.element.querySelector<HTMLElement>(':scope > ul');
    if (list) this.#fillUp(list, entries);
    const groups = documents?.[document.documentElement.lang];
    if (groups && own) this.#listDocuments(groups, own);
    more.remove();
    if (anchor && before !== null) this.element.scrollTop += this.#below(anchor) - before;
  }

  /** Puts entries that a list lacks around those it has. */
  #fillUp(list: HTMLElement, entries: Entry[]): void {
    const there = new Map([...list.children].map((item) => [keyOf(item as HTMLElement), item as HTMLElement]));
    list.replaceChildren(...entries.map((entry) => {
      const item = there.get(entry.href || entry.title);
      const inner = item?.querySelector<HTMLElement>(':scope > ul');
      if (inner && !entry.href) this.#fillUp(inner, entry.children ?? []);
      return item ?? this.#item(entry, false);
    }));
  }

  /** @param own the item of the reader's document, which stands for its whole family */
  #listDocuments(groups: { title: string; documents: DocumentEntry[] }[], own: HTMLElement): void {
    const there = new Map([...this.element.querySelectorAll<HTMLElement>('.documents > li')].map((item) => [urlOf(item), item]));
    this.element.replaceChildren(...groups.flatMap(({ title, documents }) => {
      const list = document.createElement('ul');
      list.className = 'documents';
      list.append(...documents.map(({ title, href, url, reference }) => {
        if (reference && reference === this.element.dataset.reference) return own;
        const known = there.get(url);
        if (known) return known;
        const item = this.#item({ title, href }, true);
        item.className = 'branch';
        item.dataset.more = '';
        this.#disclose(item);
        return item;
      }));
      if (!title) return [list];
      const name = document.createElement('p');
      name.className = 'documents-title';
      name.textContent = title;
      return [name, list];
    }));
  }

  #list(entries: Entry[]): HTMLUListElement {
    const list = document.createElement('ul');
    list.append(...entries.map((entry) => this.#item(entry, true)));
    return list;
  }

  /** @param whole with what is below it; else that is fetched when it is opened */
  #item({ title, href, method, deprecated, children = [] }: Entry, whole: boolean): HTMLLIElement {
    const item = document.createElement('li');
    const line = item.appendChild(document.createElement(href ? 'a' : 'span'));
    if (line instanceof HTMLAnchorElement) line.href = href;
    else line.className = 'group';
    const text = href ? line.appendChild(document.createElement('span')) : line;
    text.textContent = title;
    if (deprecated) line.classList.add('deprecated');
    if (method) {
      const badge = line.appendChild(document.createElement('b'));
      badge.dataset.method = method.toLowerCase();
      badge.textContent = { DELETE: 'DEL', OPTIONS: 'OPT' }[method] ?? method;
    }
    if (children.length) {
      item.className = 'branch';
      if (!href && whole) item.dataset.open = '';
      if (whole) item.append(this.#list(children));
      else item.dataset.more = '';
      this.#disclose(item);
    }
    return item;
  }
}

/** URL of a document in the list, without base. */
const urlOf = (item: HTMLElement): string => `/${item.querySelector('a')!.getAttribute('href')!.slice(base.length)}`;

/** What a branch is known by on every page: its link (the page's own has a hash there, and none elsewhere), or its title where it has none. */
const keyOf = (branch: HTMLElement): string =>
  branch.dataset.key ?? branch.querySelector(':scope > a')?.getAttribute('href') ?? branch.querySelector(':scope > .group')?.textContent ?? '';
