/**
 * Runs in `<head>`, and acts once the contents are there, before the first paint: opens the branch
 * of the page's hash and what was open on the page before, with what had been fetched for it, and
 * scrolls the tree to where it was. It stands for itself, since it reaches the page as text. What it
 * is given comes from `Tree`.
 */
interface Kept {
  nav?: string;
  open?: string[];
  closed?: string[];
  /** Key of a branch → its list, as `Tree` had it in this tab. */
  lists?: Record<string, string>;
  top?: number;
  /** The link of the tree by which the reader came. */
  left?: { to: string; y: number };
}

function restore(): void {
  const root = document.documentElement;
  // A visit that begins here finds nothing kept, and to look for it the browser would stop.
  const { navigation } = window as { navigation?: { entries(): unknown[] } };
  const begins = navigation?.entries().length === 1 && !performance.navigation.type;
  if (begins) root.dataset.new = '';
  // A script behind the contents would be asked for on its own, and the parser would wait for it.
  // What has been parsed is told before the next frame.
  new MutationObserver((_, observer) => {
    if (!document.getElementById('UI-ready')) return;
    observer.disconnect();
    const tree = document.querySelector<HTMLElement>('.contents');
    if (tree) arrange(tree);
  }).observe(root, { childList: true, subtree: true });

  const arrange = (tree: HTMLElement): void => {
    let kept: Kept = {};
    try {
      if (!begins)
        kept =
          // Where nothing is kept, it reads as `null`.
          JSON.parse(sessionStorage.getItem(`phyllite ${root.dataset.base} contents`)!) ?? {};
    } catch {
      // No memory, or a broken one.
    }
    // Another program of the same origin may have written it.
    const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : []);
    const open = listOf(kept.open),
      closed = listOf(kept.closed),
      lists = Object(kept.lists) as Record<string, unknown>,
      { top, left } = kept;
    for (const branch of tree.querySelectorAll<HTMLElement>('.branch')) {
      const line = branch.firstElementChild!;
      const key = branch.dataset.key ?? line.getAttribute('href') ?? line.textContent!;
      // Groups are open of themselves.
      if (closed.includes(key)) delete branch.dataset.open;
      if (!open.includes(key)) continue;
      if (branch.dataset.more !== undefined) {
        const list = kept.nav === tree.dataset.nav && lists[key];
        if (typeof list !== 'string') continue;
        branch.insertAdjacentHTML('beforeend', list);
        // The list comes from another page, where one of it was the place of the reader.
        branch.querySelector('[aria-current]')?.removeAttribute('aria-current');
        for (const inner of branch.querySelectorAll<HTMLElement>('.branch'))
          if (!open.includes(inner.firstElementChild!.getAttribute('href')!))
            delete inner.dataset.open;
        delete branch.dataset.more;
        branch.dataset.fetched = '';
      }
      branch.dataset.open = '';
    }
    const bare = (path: string) => path.replace(/(index)?(\.html)?$/, '');
    const links = [...tree.querySelectorAll('a')];
    const here = links.filter((link) => bare(link.pathname) === bare(location.pathname));
    const current =
      here.find((link) => link.hash === location.hash && link.hash) ??
      here.find((link) => link.hash) ??
      here[0];
    if (current?.hash) current.setAttribute('aria-current', 'location');
    for (
      let branch = current?.closest<HTMLElement>('.branch');
      branch;
      branch = branch.parentElement!.closest<HTMLElement>('.branch')
    )
      branch.dataset.open = '';
    // Near the beginning, as most come: there is nothing to scroll.
    if (top === undefined && (!current || links.indexOf(current) < 12)) return;
    // Places are asked for in the first frame that lays out the contents anyway, with their styles.
    const place = (): void => {
      if (root.dataset.arriving === 'bar') return void requestAnimationFrame(place);
      if (top !== undefined) tree.scrollTop = top;
      if (!current) return;
      const frame = tree.getBoundingClientRect(),
        line = current.getBoundingClientRect(),
        y = line.top - frame.top;
      // Other siblings may stand around it than on the page before: what was clicked stays under
      // the pointer.
      if (
        top !== undefined &&
        typeof left?.to === 'string' &&
        bare(left.to) === bare(location.pathname) &&
        !location.hash
      )
        tree.scrollTop += y - left.y;
      else if (line.top < frame.top || line.bottom > frame.bottom)
        tree.scrollTop += y - frame.height / 3;
    };
    requestAnimationFrame(place);
  };
}

/** The script's text, the same for every page. */
export const restoreContents = `(${restore})()`;
