/** Follows a result to its section. */
import { withQuery } from './address.ts';
import { mark, type Sought } from './marks.ts';

const store = 'search-landing';

/**
 * Goes to `url`. On this page without loading it again, as one step of history that Back undoes.
 */
export function goToResult(url: URL, sought: Sought): void {
  if (url.origin === location.origin && url.pathname === location.pathname && url.hash) {
    history.pushState(null, '', url.pathname + withQuery(location.search, ''));
    // A true navigation to the fragment, so that `:target`, focus order and scrolling are the
    // browser's.
    location.replace(url.hash);
    mark(url.hash, sought);
    return;
  }
  try {
    sessionStorage.setItem(store, JSON.stringify({ href: url.href, ...sought }));
  } catch {
    // Storage is forbidden: the page is reached without marks.
  }
  location.assign(url.href);
}

/** After a page was loaded by `goToResult`. What is kept may be of another program, or broken. */
export function resume(): void {
  try {
    const kept = sessionStorage.getItem(store);
    sessionStorage.removeItem(store);
    const { href, typed, symbol } = JSON.parse(kept!) as Record<string, unknown>;
    if (typeof typed !== 'string' || new URL(String(href)).hash !== location.hash) return;
    mark(location.hash, { typed, ...(typeof symbol === 'string' && { symbol }) });
  } catch {
    // The section is there, only without marks.
  }
}
