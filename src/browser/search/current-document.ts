/** Where the reader is. */
import { decode } from '../../shared/decode.ts';
import type { Catalogue } from '../../shared/search/catalogue.ts';

export const base = (): string => document.documentElement.dataset['base'] || '/';

/**
 * An address as pages of the catalogue have it: without base, `index.html` and `.html`, which hosts
 * leave out at will.
 */
const plain = (url: string): string =>
  url
    .replace(/index(?:\.html)?$/, '')
    .replace(/\.html$/, '')
    .replace(/(.)\/$/, '$1');

/** Index of the page's document; -1 if it has none that is searchable. */
export function currentDocument({ pages, documents }: Catalogue): number {
  const path = decode(location.pathname);
  const here = plain(`/${path.slice(base().length)}`);
  const page = pages.find(({ url }) => plain(url) === here);
  if (page) return page.document;
  // The whole of a split document on one page.
  const folder = here.replace(/all$/, '').replace(/\/$/, '');
  return documents.findIndex(({ url }) => plain(url) === (folder || '/'));
}
