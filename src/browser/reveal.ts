/** Opens what hides an element: closed sets of attributes, tabs that are not shown, details. */
import { targetOf } from './hash.ts';
import { scrollToTarget } from './scroll-anchor.ts';

/**
 * Whoever hides something by `hidden="until-found"` shows it on `beforematch`, which the browser's
 * own search sends, too.
 * @returns whether anything had to be opened
 */
export function reveal(element: Element): boolean {
  let hasOpened = false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.getAttribute('hidden') === 'until-found')
      at.dispatchEvent(new Event('beforematch', { bubbles: true }));
    else if (at instanceof HTMLDetailsElement && !at.open) at.open = true;
    else continue;
    hasOpened = true;
  }
  return hasOpened;
}

/** Opens what hides the place that the address leads to, and goes there. */
export function openTarget(): void {
  const target = targetOf(location.hash);
  if (target && reveal(target)) scrollToTarget(target);
}
