/** Each page as Markdown, at the URL that DESIGN ("URLs") gives, made from its sections. */
import { markdownUrl } from '../../markup/markdown-export/markdown-url.ts';
import { walk, type Page } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import { absolute, fileOf, href, markdownPageUrl } from '../url.ts';

/** @returns path below the site root → Markdown, for every page that is built, listed or not */
export function markdownFiles(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of site.documents.filter(({ borrowed }) => !borrowed))
    for (const page of document.pages)
      files.set(fileOf(markdownPageUrl(page.url)), markdownFile(site, page));
  return files;
}

/**
 * A page's Markdown. Where it came from is said in a comment, so that its headings are the page's
 * and no others. The page of a paged document ends, as it does for people, in the list of its
 * pages.
 */
export function markdownFile(site: Site, page: Page): string {
  const pages =
    page.kind === 'document' ? page.document.pages.filter(({ kind }) => kind === 'section') : [];
  const list = pages
    .map(({ title, url }) => `- ${markdownLink(title, href(site, markdownPageUrl(url)))}\n`)
    .join('');
  return [comment(`${page.title} ${absolute(site, page.url)}`), markdownOf(page.sections), list]
    .filter(Boolean)
    .join('\n');
}

/** Sections with all below them, a blank line between. */
export function markdownOf(sections: Section[]): string {
  const parts: string[] = [];
  for (const { markdown } of walk(sections)) {
    // An id that the document gave to another element leaves an anchor without a name.
    const text = markdown.replace(/^<a id=""><\/a>\n/gm, '').trim();
    if (text) parts.push(`${text}\n`);
  }
  return parts.join('\n');
}

export const markdownLink = (text: string, url: string): string =>
  `[${escapeText(text)}](${markdownUrl(url)})`;

/** Plain text as Markdown. */
export const escapeText = (text: string): string =>
  text.replace(/[\\`*_[\]<>&|#~]/g, '\\$&').replace(/\s+/g, ' ');

/** Nothing in the text can end the comment. */
const comment = (text: string): string =>
  `<!-- ${text.replace(/\s+/g, ' ').replace(/--+/g, '-').replaceAll('>', '')} -->\n`;
