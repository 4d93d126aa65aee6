/** The Markdown of one section of a published site. */
import type { Contents, ListedSection } from './contents.ts';
import type { SiteFiles } from './site-files.ts';
import { escapeAttribute } from '../shared/html.ts';

/** Characters of an answer at most: an assistant reads no more at a time. */
const MAX_CHARACTERS = 50_000;

/**
 * The section's own file, where the site has one; else, as in sites built before there were such
 * files, its part of the page's Markdown, with all below it.
 */
export async function sectionMarkdown(
  files: SiteFiles,
  contents: Contents,
  section: ListedSection,
): Promise<string> {
  if (section.markdown) return markdownFile(files, contents, section.markdown);
  const [url] = section.url.split('#');
  const page = section.document.pages.find((own) => own.url === url) ?? section.document;
  return shortened(
    cutSection(await markdownFile(files, contents, page.markdown, Infinity), section),
  );
}

/** @param url of a file of Markdown, as the contents name it */
export async function markdownFile(
  files: SiteFiles,
  contents: Contents,
  url: string,
  max = MAX_CHARACTERS,
): Promise<string> {
  return shortened(new TextDecoder().decode(await files.read(contents.fileOf(url))), max);
}

const shortened = (text: string, max = MAX_CHARACTERS): string =>
  text.length <= max
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', max))}\n\n(Cut here: read the sections below it one by one.)\n`;

const ANCHOR = /^<a id="([^"]*)"><\/a>$/;
const HEADING = /^(#{1,6}) /;

/**
 * From the section's anchor to the next heading with an anchor that is not below it; empty if it is
 * not there.
 */
export function cutSection(
  page: string,
  { id, level }: Pick<ListedSection, 'id' | 'level'>,
): string {
  const lines = page.split('\n');
  const anchor = `<a id="${escapeAttribute(id)}"></a>`;
  const from = lines.indexOf(anchor);
  if (from < 0) return '';
  const end = lines.findIndex((line, index) => {
    if (index <= from || !ANCHOR.test(line)) return false;
    const marks = HEADING.exec(lines[index + 1] ?? '')?.[1];
    return marks !== undefined && marks.length <= level;
  });
  return `${lines
    .slice(from, end < 0 ? undefined : end)
    .join('\n')
    .trim()}\n`;
}
