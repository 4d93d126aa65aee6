/** The reader's last searches, kept on their device only. */
import { recall, remember } from '../storage.ts';
import { words } from '../words.ts';
import { button, element } from './view.ts';

const MAX_RECENT = 5;
const KEY = 'searches';

/** Newest first. */
export function recentSearches(): string[] {
  return (recall(KEY) ?? '').split('\n').filter(Boolean);
}

/** Keeps a search that led to a result. */
export function keepSearch(query: string): void {
  const text = query.replace(/\s+/g, ' ').trim();
  const others = recentSearches().filter((one) => one !== text);
  remember(KEY, [text, ...others].slice(0, MAX_RECENT).join('\n'));
}

export const clearRecent = (): void => remember(KEY, null);

/** What the empty box shows. @param clear forgets them; the Delete key does so too */
export function drawRecent(
  offer: (query: string) => HTMLElement,
  clear: () => void,
): HTMLElement[] {
  const clearing = button('search-clear', words.clear_recent ?? '', clear);
  clearing.setAttribute('aria-keyshortcuts', 'Delete');
  const title = element('span', 'search-recent', words.recent_searches);
  title.append(clearing);
  return [title, ...recentSearches().map(offer)];
}
