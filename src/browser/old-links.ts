/** Links to this reference as another tool had it: loaded where a hash leads to nothing. */
import { oldHeading, oldLinkTarget, type OldLinks } from '../shared/links/old-link.ts';

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

/** The same on the page itself, where the link may also lead to a heading of its text. */
export async function followOldHash(url: string): Promise<void> {
  const heading = oldHeading(location.hash);
  if (!(await followOldLink(url, location.hash)) && heading && `#${heading}` !== location.hash)
    location.replace(`#${heading}`);
}
