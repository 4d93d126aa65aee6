/** Links to another version or translation of the page take the hash and the language of the samples along. */
export function keepPlaceLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-place]'))
    link.addEventListener('click', () => {
      link.hash = location.hash;
      link.search = location.search;
    });
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.switch')) {
    menu.addEventListener('focusout', ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false; });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.preventDefault();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => { if (!menu.contains(target as Node)) menu.open = false; });
  }
}
