/** The contents tree: branches that fold up, and those that are fetched when they are opened. */
import { keepContents } from './memory.ts';
import { fill, wordsOf } from './words.ts';

/** As `nav.json` has it: contents by document URL. */
interface Entry {
  title: string;
  href: string;
  method?: string;
  deprecated?: boolean;
  children?: Entry[];
}

export class Tree {
  readonly element: HTMLElement;
  readonly #expand: string;
  readonly #collapse: string;
  #rest: Promise<Record<string, Entry[]>> | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
    [this.#expand = '', this.#collapse = ''] = wordsOf(element);
    for (const branch of element.querySelectorAll<HTMLElement>('.branch')) this.#disclose(branch);
    element.addEventListener('click', (event) => {
      const more = (event.target as Element).closest<HTMLElement>('.more');
      if (!more) return;
      event.preventDefault();
      void this.#all(more);
    });
    addEventListener('pagehide', () => keepContents({
      open: [...element.querySelectorAll('.branch[data-open] > a')].map((link) => link.getAttribute('href') ?? ''),
      top: element.scrollTop,
    }));
  }

  /** Opens the branches above an entry, and its own. */
  reveal(link: HTMLElement): void {
    for (let branch = link.closest<HTMLElement>('.branch'); branch; branch = branch.parentElement!.closest<HTMLElement>('.branch'))
      if (branch.dataset.open === undefined) this.#unfold(branch);
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

  #disclose(branch: HTMLElement): void {
    const title = branch.querySelector(':scope > a > span, :scope > .group');
    if (!title) return;
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

  #load(): Promise<Record<string, Entry[]>> {
    const url = this.element.dataset.nav;
    this.#rest ??= url ? fetch(url).then((answer) => answer.json()) : Promise.resolve({});
    this.#rest.catch(() => { this.#rest = undefined; });
    return this.#rest;
  }

  async #fetch(branch: HTMLElement): Promise<void> {
    const url = branch.closest<HTMLElement>('[data-url]')?.dataset.url ?? this.element.dataset.document ?? '/';
    const href = branch.querySelector('a')?.getAttribute('href');
    const entries = await this.#load().then((all) => (branch.dataset.url === undefined ? find(all[url] ?? [], href ?? '')?.children : all[url]), () => undefined);
    if (!entries) return;
    delete branch.dataset.more;
    branch.append(this.#list(entries));
  }

  /** The whole tree of a document of which the page holds a part. */
  async #all(more: HTMLElement): Promise<void> {
    const entries = await this.#load().then((all) => all[this.element.dataset.document ?? '/'], () => undefined);
    const list = this.element.querySelector('.current > ul') ?? this.element.querySelector(':scope > ul');
    if (!entries || !list) return void location.assign((more as HTMLAnchorElement).href);
    list.replaceWith(this.#list(entries));
    more.remove();
  }

  #list(entries: Entry[]): HTMLUListElement {
    const list = document.createElement('ul');
    for (const { title, href, method, deprecated, children = [] } of entries) {
      const item = list.appendChild(document.createElement('li'));
      const line = item.appendChild(document.createElement(href ? 'a' : 'span'));
      if (line instanceof HTMLAnchorElement) line.href = href;
      else line.className = 'group';
      const text = href ? line.appendChild(document.createElement('span')) : line;
      text.textContent = title;
      if (deprecated) line.classList.add('deprecated');
      if (method) {
        const badge = line.appendChild(document.createElement('b'));
        badge.className = 'method';
        badge.dataset.method = method.toLowerCase();
        badge.textContent = { DELETE: 'DEL', OPTIONS: 'OPT' }[method] ?? method;
      }
      if (!children.length) continue;
      item.className = 'branch';
      item.append(this.#list(children));
      this.#disclose(item);
    }
    return list;
  }
}

function find(entries: Entry[], href: string): Entry | undefined {
  for (const entry of entries) {
    const found = entry.href === href ? entry : find(entry.children ?? [], href);
    if (found) return found;
  }
  return undefined;
}
