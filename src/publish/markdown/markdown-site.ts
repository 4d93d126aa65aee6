/** What Markdown files are written from, and the pieces that all of them have. */
import type { Page, ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import { sectionPages } from '../section-pages.ts';
import { absolute, markdownPageUrl } from '../url.ts';
import { MarkdownLinks } from './links.ts';
import { sectionTwins, type DocumentTwins, type SectionTwin } from './section-twins.ts';
import { inlineCode, markdownLink } from './text.ts';

export interface MarkdownSite {
  site: Site;
  twins: ReadonlyMap<ReferenceDocument, DocumentTwins>;
  links: MarkdownLinks;
  pageOf(document: ReferenceDocument, section: Section): Page;
}

export function markdownSite(site: Site): MarkdownSite {
  const twins = new Map(site.documents.map((document) => [document, sectionTwins(document)]));
  const pages = new Map(site.documents.map((document) => [document, sectionPages(document)]));
  return {
    site,
    twins,
    links: new MarkdownLinks(site, twins),
    pageOf: (document, section) => pages.get(document)!(section),
  };
}

/** Sections one after the other, a blank line between. */
export function markdownOf(sections: Iterable<Section>, urlOf?: (url: string) => string): string {
  return shortMarkdownOf(sections, urlOf, Infinity)!;
}

/** The same; undefined where it has more than `max` characters. */
export function shortMarkdownOf(
  sections: Iterable<Section>,
  urlOf: ((url: string) => string) | undefined,
  max: number,
): string | undefined {
  const parts: string[] = [];
  let length = -1;
  for (const section of sections) {
    // An id that the document gave to another element leaves an anchor without a name.
    const text = section
      .markdown(urlOf)
      .replace(/^<a id=""><\/a>\n/gm, '')
      .trim();
    if (!text) continue;
    parts.push(`${text}\n`);
    length += text.length + 2;
    if (length > max) return undefined;
  }
  return parts.join('\n');
}

/** Where an agent finds everything else: at the head of each file. */
export const indexLink = (site: Site): string =>
  `Index of the documentation: ${markdownLink('llms.txt', absolute(site, '/llms.txt'))}`;

/** The line of a section in a list; its page, where it is one, is named beside it. */
export function sectionLine(
  { site, pageOf }: MarkdownSite,
  document: ReferenceDocument,
  { section, url }: SectionTwin,
): string {
  const { endpoint, title } = section;
  const page = pageOf(document, section);
  const more = [
    ...(endpoint ? [inlineCode(`${endpoint.method.toUpperCase()} ${endpoint.path}`)] : []),
    ...(page.kind === 'section' && page.id === section.id
      ? [markdownLink('whole page', absolute(site, markdownPageUrl(page.url)))]
      : []),
  ].join(', ');
  return `- ${markdownLink(title, absolute(site, url))}${more && `: ${more}`}\n`;
}
