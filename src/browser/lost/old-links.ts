/** Links to this reference as another tool had it: loaded where a hash leads to nothing. */
import { oldAnchor, oldLinkTarget, type OldLinks } from '../../shared/links/old-link.ts';

import { targetOf } from '../hash.ts';
import { base } from '../storage.ts';

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
  // Other pages come first: `redirect-old-hash.ts` hides this one meanwhile.
  while (document.documentElement.style.visibility)
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (await followOldLink(url, location.hash)) return;
  const anchor = oldAnchor(location.hash);
  const hash = anchor && `#${encodeURIComponent(anchor)}`;
  if (hash && (targetOf(hash) || document.documentElement.dataset.moved)) location.replace(hash);
}

/** A page that is not there may be what another tool's router wrote: `/docs/tag/pets/GET/pets`. */
export async function isOldPath(urls: string[]): Promise<boolean> {
  for (const url of urls)
    for (const link of [location.hash, location.pathname.slice(base.length)])
      if (link && (await followOldLink(url, link).catch(() => false))) return true;
  return false;
}
