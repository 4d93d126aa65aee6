/**
 * Runs inline behind the contents: opens the branch of the page's hash and what was open before, and scrolls the tree
 * to where it was, before the first paint. It stands for itself, since it goes into the page as text.
 */
function restore(): void {
  const tree = document.querySelector<HTMLElement>('.contents');
  if (!tree) return;
  let kept: { open?: string[]; top?: number } = {};
  try {
    kept = JSON.parse(sessionStorage.getItem(`phyllite ${document.documentElement.dataset.base} contents`) ?? '{}') ?? {};
  } catch {
    // No memory, or a broken one.
  }
  const bare = (path: string) => path.replace(/(index)?(\.html)?$/, '');
  const here = [...tree.querySelectorAll('a')].filter((link) => bare(link.pathname) === bare(location.pathname));
  const current = here.find((link) => link.hash === location.hash && link.hash) ?? here.find((link) => link.hash) ?? here[0];
  for (const link of tree.querySelectorAll('.branch > a')) if (kept.open?.includes(link.getAttribute('href')!)) link.parentElement!.dataset.open = '';
  for (let branch = current?.closest<HTMLElement>('.branch'); branch; branch = branch.parentElement!.closest<HTMLElement>('.branch')) branch.dataset.open = '';
  if (kept.top) tree.scrollTop = kept.top;
}

/** The script's text, the same for every page. */
export const restoreContents = `(${restore})()`;
