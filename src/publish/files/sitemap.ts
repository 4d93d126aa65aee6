/** `sitemap.xml` and `robots.txt`: both want absolute URLs, so there are none without `--site`. */
import type { Site } from '../../reference/model/site.ts';
import { escape } from '../../shared/html.ts';
import { alternatesOf } from '../head/alternates.ts';
import { absolute } from '../url.ts';

/** More than this a sitemap may not hold (sitemaps.org). */
const MAX_URLS = 50_000;

/** Listed pages; the whole of a paged document is left out, since its pages say the same. */
export function sitemap(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  if (!site.origin) return files;
  const pages = site.documents
    .filter(({ listed, frontMatter }) => listed && !frontMatter.noindex)
    .flatMap((document) => document.pages)
    .filter(({ kind }) => kind !== 'all');
  const urls = pages.map((page) => {
    const links = alternatesOf(site, page).map(
      ({ lang, url }) =>
        `<xhtml:link rel="alternate" hreflang="${escape(lang)}" href="${escape(absolute(site, url))}"/>`,
    );
    return `<url><loc>${escape(absolute(site, page.url))}</loc>${links.join('')}</url>\n`;
  });
  const parts = Array.from({ length: Math.max(1, Math.ceil(urls.length / MAX_URLS)) }, (_, index) =>
    urls.slice(index * MAX_URLS, (index + 1) * MAX_URLS),
  );
  if (parts.length === 1) files.set('sitemap.xml', urlset(urls));
  else {
    const index = parts.map((part, number) => {
      files.set(`sitemap-${number + 1}.xml`, urlset(part));
      return `<sitemap><loc>${escape(absolute(site, `/sitemap-${number + 1}.xml`))}</loc></sitemap>\n`;
    });
    files.set(
      'sitemap.xml',
      `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${index.join('')}</sitemapindex>\n`,
    );
  }
  // Crawlers read it at the root of the host only; below a base it does no harm, and the owner can
  // copy it.
  files.set(
    'robots.txt',
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, '/sitemap.xml')}\n`,
  );
  return files;
}

const urlset = (urls: string[]): string =>
  `${DECLARATION}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n` +
  `${urls.join('')}</urlset>\n`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
