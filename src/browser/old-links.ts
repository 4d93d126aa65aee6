/** Links to this reference as another tool had it: loaded where a hash leads to nothing. */
import { oldAnchor, oldLinkTarget, type OldLinks } from '../shared/links/old-link.ts';

import { targetOf } from './hash.ts';

/**
 * Goes where a link leads, if that is known.
 * @param url of the document's `UI-old-links.json`
 * @param link what stood after `#`; of a page that is not there its path
 * @returns whether it leads anywhere
 */
export async function followOldLink(url: string, link: string): Promise<boolean> {
  const { title, pages } = (await (await fetch(url)).json()) as OldLinks;
  const all = Object.entries(pages);
  const entries = all.flatMap(([, own]) => own);
  const id = oldLinkTarget(link, entries, title);
  const page = all.find(([, own]) => own.some(([one]) => one === id))?.[0];
  if (page) location.replace(`${page}${location.search}#${encodeURIComponent(id!)}`);
  return page !== undefined;
}

/** The same on the page itself, where the link may also lead to an anchor of its text. */
export async function followOldHash(url: string): Promise<void> {
  if (await followOldLink(url, location.hash)) return;
  const anchor = oldAnchor(location.hash);
  const hash = anchor && `#${encodeURIComponent(anchor)}`;
  // Where other pages may hold it, they are asked: `redirect-old-hash.ts`.
  if (hash && (targetOf(hash) || document.documentElement.dataset.moved)) location.replace(hash);
}
