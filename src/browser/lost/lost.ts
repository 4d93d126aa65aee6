/** Loaded where an address leads to nothing. */
export async function find(): Promise<void> {
  const urls = document.documentElement.dataset.oldLinks;
  const missing = document.querySelector<HTMLElement>('[data-suggestions]');
  if (urls) {
    const { followOldHash, isOldPath } = await import('./old-links.ts');
    if (!missing) return followOldHash(urls);
    if (await isOldPath(urls.split(' '))) return;
  }
  if (missing) (await import('./not-found.ts')).suggest(missing);
}
