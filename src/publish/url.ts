/** URLs of what is published, in the forms that files beside the pages need. */
import { pageHref } from '../shared/page-href.ts';
import type { ReferenceDocument } from '../reference/model/page.ts';
import type { Site } from '../reference/model/site.ts';

/** With base, percent-encoded: `/docs/harvest.html`. */
export const href = (site: Pick<Site, 'base'>, url: string): string =>
  encodeURI(pageHref(site.base, url)).replace(/%25(?=09|0A|0D|23|25|3F|5C)/g, '%');

/** With origin where `--site` gave one, else as `href`. */
export const absolute = (site: Pick<Site, 'base' | 'origin'>, url: string): string =>
  site.origin + href(site, url);

/**
 * The file that a URL without base is served from: `/` → `index.html`, `/open-banking/` →
 * `open-banking/index.html`.
 */
export const fileOf = (url: string): string =>
  (url.endsWith('/') ? `${url}index.html` : url).slice(1);

/**
 * URL of a page as Markdown (contract: DESIGN "URLs"): `/` → `/index.md`, `/harvest.html` →
 * `/harvest.md`.
 */
export const markdownPageUrl = (url: string): string =>
  url.endsWith('/') ? `${url}index.md` : url.replace(/\.html$/, '.md');

/** Where the sections of a document lie as Markdown: `/` → `/md/index/`. */
export const sectionFolder = ({ url }: Pick<ReferenceDocument, 'url'>): string =>
  `/md${markdownPageUrl(url).slice(0, -'.md'.length)}/`;
