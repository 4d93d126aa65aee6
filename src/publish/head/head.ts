/**
 * What a page's `<head>` tells crawlers and whoever shows a preview: canonical URL, translations,
 * Open Graph, JSON-LD.
 */
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { alternatesOf } from './alternates.ts';
import { scriptJson } from '../../shared/html.ts';
import { absolute, href, markdownPageUrl, sectionFolder } from '../url.ts';
import { ASSISTANTS, isAssistant } from '../../shared/agents/assistants.ts';

export interface Head {
  /** `<title>`: the page's own, then the document's where it is another. */
  title: string;
  /** Empty where the author gave none. */
  description: string;
  /** `<link rel="canonical">`. Absent without `--site`: a canonical URL must be absolute. */
  canonical?: string;
  /** `<link rel="alternate" hreflang>`, the page's own language among them. */
  alternates: { lang: string; href: string }[];
  /** The page as Markdown: `<link rel="alternate" type="text/markdown">`. */
  markdown: string;
  /** Where its sections lie as Markdown (`/md/index/`). */
  sections: string;
  /** The index for agents: `<link rel="describedby">`. */
  llms: string;
  /** Links that open an assistant with the page's address (`ask`). None without `--site`. */
  ask: { name: string; href: string }[];
  /** `<meta property content>` of Open Graph, in order. None without `--site`. */
  openGraph: { property: string; content: string }[];
  /**
   * Content of `<script type="application/ld+json">`, safe to be put there as it is. Absent without
   * `--site`.
   */
  jsonLd?: string;
  /**
   * `<meta name="robots" content="noindex">`: the document is not listed, or the page repeats
   * others.
   */
  noindex: boolean;
}

export function headOf(site: Site, page: Page): Head {
  const { document } = page;
  const { frontMatter, borrowed } = document;
  // A page in another language's place: its original is the one to be found.
  const original = borrowed && (borrowed.pages[document.pages.indexOf(page)] ?? borrowed.pages[0]!);
  const own =
    page.title === frontMatter.title ? page.title : `${page.title} · ${frontMatter.title}`;
  const pattern = site.frontMatter.title_pattern;
  const title = pattern ? pattern.replaceAll('%s', () => page.title) : own;
  // A page of a paged document has no description of its own, and another's would be said forty
  // times.
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
  // The whole on one page says what the pages say: theirs is the URL to be found by.
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

/** The picture of previews: a URL as it is, a file of the content folder as its address. */
const imageUrl = (site: Site, image: string): string =>
  !image || /^https?:\/\//i.test(image) ? image : absolute(site, `/${image.replace(/^\.?\//, '')}`);

/**
 * Links that open an assistant which has been told of a page (`ask` in front matter).
 * @returns none without `--site`: an assistant cannot read a page whose origin is not known
 */
function askLinks(site: Site, page: Page): { name: string; href: string }[] {
  if (!site.origin) return [];
  const prompt = `Read ${absolute(site, markdownPageUrl(page.url))} so that I can ask about it.`;
  return site.frontMatter.ask.filter(isAssistant).map((key) => {
    const { name, url } = ASSISTANTS[key];
    return { name, href: url + encodeURIComponent(prompt) };
  });
}
