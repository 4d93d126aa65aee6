/** Every page, and every section that the contents list, as Markdown (contract: DESIGN "URLs"). */
import { walk, type Page, type ReferenceDocument } from '../../reference/model/page.ts';
import { absolute, fileOf, markdownPageUrl } from '../url.ts';
import { cutText } from './cut-text.ts';
import { listInFiles } from './list-files.ts';
import {
  indexLink,
  markdownOf,
  sectionLine,
  shortMarkdownOf,
  type MarkdownSite,
} from './markdown-site.ts';
import type { SectionTwin } from './section-twins.ts';
import { comment, escapeText, joined, markdownLink, MAX_CHARACTERS } from './text.ts';

/** Stands before the list of what lies below, which is no text of an author. */
export const LIST_MARK = '<!-- sections -->\n';

/** @returns path below the site root → Markdown, for every page that is built, listed or not */
export function twinFiles(from: MarkdownSite): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of from.site.documents) {
    // Its original has one.
    if (document.borrowed) continue;
    for (const page of document.pages) addPage(from, page, files);
    for (const twin of from.twins.get(document)!.all) addSection(from, document, twin, files);
  }
  return files;
}

function addPage(from: MarkdownSite, page: Page, files: Map<string, string>): void {
  const { site, links } = from;
  const { document } = page;
  const stem = `/md${markdownPageUrl(page.url).slice(0, -'.md'.length)}`;
  const head =
    `${comment(`${page.title} ${absolute(site, page.url)}`)}\n` +
    `> ${markdownLink('This page', absolute(site, page.url))} as Markdown. ${indexLink(site)}\n`;
  const { intro, top } = from.twins.get(document)!;
  const isPaged = page.kind === 'document' && document.pages.length > 1;
  const urlOf = links.from(page, () => true);
  let text = shortMarkdownOf(walk(page.sections), urlOf, MAX_CHARACTERS - head.length);
  let below: SectionTwin[] = isPaged ? top : [];
  if (text === undefined) {
    const urlOf = links.from(page, () => false);
    const own = page.kind === 'section' ? top.find(({ section }) => section.id === page.id) : null;
    text = markdownOf(own ? own.body : intro, urlOf);
    below = own ? own.children : top;
  }
  const list = listOf(from, document, below, stem, files);
  inParts(from, { head, text, list, file: fileOf(markdownPageUrl(page.url)), stem }, files);
}

function addSection(
  from: MarkdownSite,
  document: ReferenceDocument,
  twin: SectionTwin,
  files: Map<string, string>,
): void {
  const { site, links } = from;
  const { section, body, url } = twin;
  const page = from.pageOf(document, section);
  const stem = url.slice(0, -'.md'.length);
  const here = from.twins.get(document)!.homes;
  const urlOf = links.from(page, (id) => here.get(id) === twin);
  const address = `${absolute(site, page.url)}#${encodeURIComponent(section.id)}`;
  const head = `${comment(`${section.title} ${address}`)}\n> ${placeOf(from, document, twin)}\n`;
  const list = listOf(from, document, twin.children, stem, files);
  inParts(from, { head, text: markdownOf(body, urlOf), list, file: url.slice(1), stem }, files);
}

/** Where a section stands: what is above it, before and after it. */
function placeOf(from: MarkdownSite, document: ReferenceDocument, twin: SectionTwin): string {
  const { site, twins } = from;
  const link = ({ section, url }: SectionTwin) => markdownLink(section.title, absolute(site, url));
  const above: string[] = [];
  for (let up = twin.parent; up; up = up.parent) above.unshift(link(up));
  const own = absolute(site, markdownPageUrl(document.url));
  const path = [markdownLink(document.frontMatter.title, own), ...above];
  const beside = twin.parent?.children ?? twins.get(document)!.top;
  const at = beside.indexOf(twin);
  const [before, after] = [beside[at - 1], beside[at + 1]];
  return [
    [...path, escapeText(twin.section.title)].join(' › '),
    ...(before ? [`Before: ${link(before)}`] : []),
    ...(after ? [`After: ${link(after)}`] : []),
    indexLink(site),
  ].join(' · ');
}

function listOf(
  from: MarkdownSite,
  document: ReferenceDocument,
  twins: SectionTwin[],
  stem: string,
  files: Map<string, string>,
): string {
  if (!twins.length) return '';
  const items = twins.map((twin) => ({
    title: twin.section.title,
    markdown: sectionLine(from, document, twin),
  }));
  const max = MAX_CHARACTERS / 2;
  return joined([
    LIST_MARK,
    listInFiles(from.site, items, { stem: `${stem}~sections`, max, files }),
  ]);
}

interface Written {
  head: string;
  text: string;
  list: string;
  /** Path of the file, and URL (without ending) that the files of its further parts begin with. */
  file: string;
  stem: string;
}

/** Writes a file, and where its text is too long for one, the rest into others that it names. */
function inParts(
  { site }: MarkdownSite,
  { head, text, list, file, stem }: Written,
  files: Map<string, string>,
): void {
  const room = MAX_CHARACTERS - head.length - list.length - 1000;
  const [first = '', ...rest] = text.length > room ? cutText(text, room) : [text];
  const links = rest.map((part, index) => {
    const url = `${stem}~${index + 2}.md`;
    files.set(url.slice(1), joined([head, part]));
    return markdownLink(String(index + 2), absolute(site, url));
  });
  const more = links.length ? `${LIST_MARK}\nContinued in parts: ${links.join(', ')}\n` : '';
  files.set(file, joined([head, first, more, list]));
}
