/**
 * The contents tree: branches that fold up, and those that are fetched when they are opened
 * (`branches.ts`).
 */
import { keepContents, page } from '../storage.ts';
import { fill } from '../words.ts';
import { whenIdle } from '../when-visible.ts';
import { keyOf, titleOf } from './branch.ts';

export class Tree {
  readonly element: HTMLElement;
  /**
   * The link of the tree by which the reader leaves the page, and how far below the tree's top it
   * stands.
   */
  #left: { to: string; y: number } | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
    const branches = element.querySelectorAll<HTMLElement>('.branch');
    // After the text: their room is there.
    whenIdle(() => branches.forEach((branch) => this.disclose(branch)));
    element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      if (link.matches('.more')) {
        event.preventDefault();
        import('./branches.ts')
          .then(({ fetchAll }) => fetchAll(this, link))
          .catch(() => location.assign(link.href));
      } else this.#left = { to: link.pathname, y: this.below(link) };
    });
    addEventListener('pagehide', () => this.#keep());
  }

  /** Opens the branches above an entry, and its own. */
  reveal(link: HTMLElement): void {
    for (
      let branch = link.closest<HTMLElement>('.branch');
      branch;
      branch = branch.parentElement!.closest<HTMLElement>('.branch')
    )
      if (branch.dataset.open === undefined && branch.dataset.more === undefined)
        this.#unfold(branch);
  }

  /** What is below appears anew at its new place, instead of jumping while the reader scrolls. */
  #unfold(branch: HTMLElement): void {
    this.#set(branch, true);
    for (let above: HTMLElement = branch; above !== this.element; above = above.parentElement!)
      for (let next = above.nextElementSibling; next; next = next.nextElementSibling)
        next.animate({ opacity: [0, 1] }, 200);
  }

  /** Scrolls the tree so that an entry is in view, and nothing else. */
  show(link: HTMLElement): void {
    const box = this.element.getBoundingClientRect(),
      line = link.getBoundingClientRect();
    if (line.top < box.top + 8) this.element.scrollTop -= box.top - line.top + box.height / 3;
    else if (line.bottom > box.bottom - 8)
      this.element.scrollTop += line.bottom - box.bottom + box.height / 3;
  }

  /** px from the tree's top. */
  below(link: Element): number {
    return link.getBoundingClientRect().top - this.element.getBoundingClientRect().top;
  }

  /**
   * For the next page, which `restore.ts` gives it back to before it is painted: what is open, what
   * was fetched for it.
   */
  #keep(): void {
    const open: string[] = [],
      closed: string[] = [];
    const lists: Record<string, string> = {};
    for (const branch of this.element.querySelectorAll<HTMLElement>('.branch')) {
      const key = keyOf(branch);
      if (branch.dataset.open === undefined) {
        closed.push(key);
        continue;
      }
      open.push(key);
      // What other pages do not hold: what was fetched here, and what is the page's own.
      const list =
        branch.matches('[data-fetched], [data-key], .current') &&
        (branch.querySelector(':scope > ul')?.cloneNode(true) as Element | undefined);
      if (!list || list.querySelector('a[href^="#"]')) continue;
      for (const button of list.querySelectorAll('.disclosure')) button.remove();
      lists[key] = list.outerHTML;
    }
    keepContents({
      nav: this.element.dataset.nav,
      document: page,
      open,
      closed,
      lists,
      top: this.element.scrollTop,
      left: this.#left,
    });
  }

  /** Gives a branch the button that opens it. */
  disclose(branch: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'disclosure';
    branch.firstElementChild!.after(button);
    this.#set(branch, branch.dataset.open !== undefined);
    button.addEventListener('click', async () => {
      const open = branch.dataset.open === undefined;
      if (open && branch.dataset.more !== undefined)
        await import('./branches.ts')
          .then(({ fetchBranch }) => fetchBranch(this, branch))
          .catch(() => {});
      this.#set(branch, open);
    });
  }

  #set(branch: HTMLElement, open: boolean): void {
    branch.toggleAttribute('data-open', open);
    const button = branch.querySelector(':scope > .disclosure');
    button?.setAttribute('aria-expanded', String(open));
    button?.setAttribute(
      'aria-label',
      fill(open ? 'collapse' : 'expand', titleOf(branch.firstElementChild!)),
    );
  }
}
