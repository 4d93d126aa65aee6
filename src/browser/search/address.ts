/** The search in the page's address: `?q=`, beside whatever else stands there (`?ruby`). */

const own = /^q=/;

/** What the address asks for; empty: nothing. */
export function queryIn(search: string): string {
  const part = search
    .replace(/^\?/, '')
    .split('&')
    .find((pair) => own.test(pair));
  if (!part) return '';
  try {
    return decodeURIComponent(part.slice(2).replace(/\+/g, ' '));
  } catch {
    return '';
  }
}

/** `search` with the query in it, or without one if it is empty. */
export function withQuery(search: string, query: string): string {
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair && !own.test(pair));
  const parts = query ? [...rest, `q=${encodeURIComponent(query).replace(/%20/g, '+')}`] : rest;
  return parts.length ? `?${parts.join('&')}` : '';
}

/** Puts the query into the page's address, in the place of the one that is there. */
export function writeQuery(query: string): void {
  const search = withQuery(location.search, query);
  if (search !== location.search)
    history.replaceState(history.state, '', location.pathname + search + location.hash);
}
