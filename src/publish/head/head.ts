/** What a page's `<head>` tells crawlers and previews. */
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { alternatesOf } from './alternates.ts';
import { askLinks } from './ask-links.ts';
import { scriptJson } from '../../shared/html.ts';
import { absolute, href, markdownPageUrl, sectionFolder } from '../url.ts';

export interface Head {
  /** The page's own, then the document's. */
  title: string;
  /** May be empty. */
  description: string;
  /** Absent without `--site`: it must be absolute. */
  canonical?: string;
  /** `hreflang`, the page's own language among them. */
  alternates: { lang: string; href: string }[];
  /** As Markdown. */
  markdown: string;
  /** Its sections as Markdown (`/md/index/`). */
  sections: string;
  /** The index for agents (`rel="describedby"`). */
  llms: string;
  /** None without `--site`. */
  ask: { name: string; href: string }[];
  /** In order. None without `--site`. */
  openGraph: { property: string; content: string }[];
  /** Safe within `<script type="application/ld+json">`. Absent without `--site`. */
  jsonLd?: string;
  /** Not listed, or it repeats others. */
  noindex: boolean;
}

export function headOf(site: Site, page: Page): Head {
  const { document } = page;
  const { frontMatter, borrowed } = document;
  // In another language's place: the original is to be found.
  const original = borrowed && (borrowed.pages[document.pages.indexOf(page)] ?? borrowed.pages[0]!);
  const own =
    page.title === frontMatter.title ? page.title : `${page.title} · ${frontMatter.title}`;
  const pattern = site.frontMatter.title_pattern;
  const title = pattern ? pattern.replaceAll('%s', () => page.title) : own;
  // The document's would be said forty times.
  const description = page.kind === 'section' ? '' : frontMatter.description;
  const head: Head = {
    title,
    description,
    alternates: alternatesOf(site, page).map(({ lang, url }) => ({
      lang,
      href: absolute(site, url),
    })),
    markdown: href(site, markdownPageUrl((original ?? page).url)),
    sections: href(site, sectionFolder(borrowed ?? document)),
    llms: href(site, '/llms.txt'),
    ask: askLinks(site, page),
    openGraph: [],
    noindex: !document.listed || frontMatter.noindex || page.kind === 'all',
  };
  if (!site.origin) return head;
  // The whole on one page says what the pages say.
  head.canonical = absolute(
    site,
    page.kind === 'all' ? (borrowed ?? document).url : (original ?? page).url,
  );
  const image = imageUrl(site, frontMatter.image || site.frontMatter.image);
  head.openGraph = Object.entries({
    'og:type': 'article',
    'og:title': page.title,
    ...(description ? { 'og:description': description } : {}),
    'og:url': head.canonical,
    'og:site_name': site.frontMatter.title,
    ...(image ? { 'og:image': image, 'twitter:card': 'summary_large_image' } : {}),
    'og:locale': frontMatter.lang.replaceAll('-', '_'),
  }).map(([property, content]) => ({ property, content }));
  head.jsonLd = scriptJson({
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: page.title,
    ...(description ? { description } : {}),
    url: head.canonical,
    inLanguage: frontMatter.lang,
    ...(frontMatter.version ? { version: frontMatter.version } : {}),
    isPartOf: { '@type': 'WebSite', name: site.frontMatter.title, url: absolute(site, '/') },
  });
  return head;
}

/** A URL as it is, a file of the content folder as its address. */
const imageUrl = (site: Site, image: string): string =>
  !image || /^https?:\/\//i.test(image) ? image : absolute(site, `/${image.replace(/^\.?\//, '')}`);
