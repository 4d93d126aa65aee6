/** The parts of the contents tree that a page does not hold: fetched when the reader opens them. */
import { breakWords } from '../../shared/word-breaks.ts';
import { base, page } from '../storage.ts';
import { keyOf, titleOf } from './branch.ts';
import { findEntry, loadNav, type DocumentEntry, type Entry } from './nav.ts';
import type { Tree } from './tree.ts';

/** What lies below a branch, put there. */
export async function fetchBranch(tree: Tree, branch: HTMLElement): Promise<void> {
  const document = branch.closest<HTMLElement>('.documents > li');
  const all = await entriesOf(tree, document ? urlOf(document) : undefined);
  const entries =
    branch === document
      ? all
      : findEntry(
          all ?? [],
          branch.querySelector('a')?.getAttribute('href') ?? null,
          titleOf(branch.firstElementChild!),
        )?.children;
  if (!entries || branch.dataset.more === undefined) return;
  delete branch.dataset.more;
  branch.dataset.fetched = '';
  branch.append(listOf(tree, entries));
}

/** The rest of the list of documents, or of the document's own contents, around what is there. */
export async function fetchAll(tree: Tree, more: HTMLAnchorElement): Promise<void> {
  const { element } = tree;
  const { documents } = await loadNav(element.dataset.nav);
  const entries = await entriesOf(tree);
  if (!entries) return void location.assign(more.href);
  const anchor = element.querySelector('[aria-current]');
  const before = anchor && tree.below(anchor);
  const own = element.querySelector<HTMLElement>('.current');
  const list = own
    ? own.querySelector<HTMLElement>(':scope > ul')
    : element.querySelector<HTMLElement>(':scope > ul');
  if (list) fillUp(tree, list, entries);
  const groups = documents?.[document.documentElement.lang];
  if (groups && own) listDocuments(tree, groups, own);
  more.remove();
  if (anchor && before !== null) element.scrollTop += tree.below(anchor) - before;
}

/** The contents of a document, by its URL. */
async function entriesOf({ element }: Tree, url = page): Promise<Entry[] | undefined> {
  return (await loadNav(element.dataset.nav)).trees[url];
}

/** Puts entries that a list lacks around those it has. */
function fillUp(tree: Tree, list: HTMLElement, entries: Entry[]): void {
  const there = new Map(
    [...list.children].map((item) => [keyOf(item as HTMLElement), item as HTMLElement]),
  );
  list.replaceChildren(
    ...entries.map((entry) => {
      const item = there.get(entry.href || entry.title);
      const inner = item?.querySelector<HTMLElement>(':scope > ul');
      if (inner && !entry.href) fillUp(tree, inner, entry.children ?? []);
      return item ?? itemOf(tree, entry, false);
    }),
  );
}

/** @param own the item of the reader's document, which stands for its whole family */
function listDocuments(
  tree: Tree,
  groups: { title: string; documents: DocumentEntry[] }[],
  own: HTMLElement,
): void {
  const there = new Map(
    [...tree.element.querySelectorAll<HTMLElement>('.documents > li')].map((item) => [
      urlOf(item),
      item,
    ]),
  );
  tree.element.replaceChildren(
    ...groups.flatMap(({ title, documents }) => {
      const list = document.createElement('ul');
      list.className = 'documents';
      list.append(
        ...documents.map(({ title, href, url, reference }) => {
          if (reference && reference === tree.element.dataset.reference) return own;
          const known = there.get(url);
          if (known) return known;
          const item = itemOf(tree, { title, href }, true);
          item.className = 'branch';
          item.dataset.more = '';
          tree.disclose(item);
          return item;
        }),
      );
      if (!title) return [list];
      const name = document.createElement('p');
      name.className = 'documents-title';
      name.textContent = title;
      return [name, list];
    }),
  );
}

function listOf(tree: Tree, entries: Entry[]): HTMLUListElement {
  const list = document.createElement('ul');
  list.append(...entries.map((entry) => itemOf(tree, entry, true)));
  return list;
}

/** @param whole with what is below it; else that is fetched when it is opened */
function itemOf(
  tree: Tree,
  { title, href, method, deprecated, children = [] }: Entry,
  whole: boolean,
): HTMLLIElement {
  const item = document.createElement('li');
  const line = item.appendChild(document.createElement(href ? 'a' : 'span'));
  if (line instanceof HTMLAnchorElement) line.href = href;
  else line.className = 'group';
  const text = method || deprecated ? line.appendChild(document.createElement('span')) : line;
  for (const [index, piece] of breakWords(title).entries())
    text.append(...(index ? [document.createElement('wbr')] : []), piece);
  if (deprecated) line.classList.add('deprecated');
  if (method) {
    const badge = line.appendChild(document.createElement('b'));
    badge.dataset.method = method.toLowerCase();
    badge.textContent = { DELETE: 'DEL', OPTIONS: 'OPT' }[method] ?? method;
  }
  if (children.length) {
    item.className = 'branch';
    if (!href && whole) item.dataset.open = '';
    if (whole) item.append(listOf(tree, children));
    else item.dataset.more = '';
    tree.disclose(item);
  }
  return item;
}

/** URL of a document in the list, without base. */
const urlOf = (item: HTMLElement): string =>
  `/${item.querySelector('a')!.getAttribute('href')!.slice(base.length)}`;
