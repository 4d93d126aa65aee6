/** URLs of what is published. */
import type { ReferenceDocument } from '../reference/model/page.ts';
import type { Site } from '../reference/model/site.ts';

/** With base, percent-encoded: `/docs/harvest.html`. */
export const href = (site: Pick<Site, 'base'>, url: string): string =>
  encodeURI(site.base + url.slice(1));

/** With origin where `--site` gave one. */
export const absolute = (site: Pick<Site, 'base' | 'origin'>, url: string): string =>
  site.origin + href(site, url);

/** `/` → `index.html`, `/open-banking/` → `open-banking/index.html`. */
export const fileOf = (url: string): string =>
  (url.endsWith('/') ? `${url}index.html` : url).slice(1);

/** `/` → `/index.md`, `/harvest.html` → `/harvest.md`. */
export const markdownPageUrl = (url: string): string =>
  url.endsWith('/') ? `${url}index.md` : url.replace(/\.html$/, '.md');

/** A document's sections as Markdown: `/` → `/md/index/`. */
export const sectionFolder = ({ url }: Pick<ReferenceDocument, 'url'>): string =>
  `/md${markdownPageUrl(url).slice(0, -'.md'.length)}/`;
