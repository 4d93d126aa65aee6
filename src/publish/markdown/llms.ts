/**
 * `llms.txt` of each document (https://llmstxt.org): title, summary and links to Markdown. The one
 * at the root is the first document's, and leads to the others.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { folderOf } from '../../reference/routes.ts';
import { walk, type ReferenceDocument } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { absolute, markdownPageUrl } from '../url.ts';
import { listInFiles, type ListItem } from './list-files.ts';
import { markdownOf, sectionLine, type MarkdownSite } from './markdown-site.ts';
import type { SectionTwin } from './section-twins.ts';
import { summaryOf } from './summary.ts';
import { escapeText, joined, markdownLink } from './text.ts';

/** URL without base: `/llms.txt`, `/harvest/llms.txt`. */
export const llmsUrl = ({ url }: Pick<ReferenceDocument, 'url'>): string =>
  `${folderOf(url)}llms.txt`;

/** Characters up to which an index lists what stands below its sections, too. */
const SHORT = 10_000;

/** Characters of one list in an index. */
const MAX_LIST = 20_000;

/** Bytes of `llms-full.txt`: what is longer, nobody reads whole. */
const MAX_FULL = 5_000_000;

/** @param report told of a whole that is too large */
export function llms(from: MarkdownSite, report: Report = () => {}): Map<string, string> {
  const { site } = from;
  const files = new Map<string, string>();
  const listed = site.navigation.flatMap(({ documents }) => documents);
  const root = listed.find(({ url }) => url === '/');
  for (const document of listed)
    if (document !== root) files.set(llmsUrl(document).slice(1), indexOf(from, document, files));
  for (const document of listed) {
    const full = wholeOf(from, document);
    const file = `${folderOf(document.url)}llms-full.txt`.slice(1);
    if (full !== undefined && Buffer.byteLength(full) <= MAX_FULL) files.set(file, full);
    else
      report({
        kind: 'whole-too-large',
        file: document.file,
        message: `${file} would have more than 5 MB, so it is left out`,
        hint: 'llms.txt lists the pages, each of which is there as Markdown',
      });
  }
  const own = root
    ? indexOf(from, root, files)
    : joined([`# ${escapeText(site.frontMatter.title)}\n`, `> ${escapeText(rootSummary(site))}\n`]);
  files.set('llms.txt', joined([own, ...others(site, root, files)]));
  return files;
}

const rootSummary = ({ frontMatter, navigation }: Site): string =>
  frontMatter.description ||
  `Documents: ${navigation
    .flatMap(({ documents }) => documents)
    .slice(0, 20)
    .map((document) => document.frontMatter.title)
    .join(', ')}`;

function indexOf(
  from: MarkdownSite,
  document: ReferenceDocument,
  files: Map<string, string>,
): string {
  const { site, twins } = from;
  const { top } = twins.get(document)!;
  const { title } = document.frontMatter;
  const item = (twin: SectionTwin, isDeep: boolean): ListItem => ({
    title: twin.section.title,
    markdown:
      sectionLine(from, document, twin) +
      (isDeep
        ? twin.children.map((child) => `  ${sectionLine(from, document, child)}`).join('')
        : ''),
  });
  const deep = top.map((twin) => item(twin, true));
  const isShort = deep.reduce((sum, { markdown }) => sum + markdown.length, 0) <= SHORT;
  const items = isShort ? deep : top.map((twin) => item(twin, false));
  const stem = `/md${markdownPageUrl(document.url).slice(0, -'.md'.length)}~index`;
  return joined([
    `# ${escapeText(title)}\n`,
    `> ${escapeText(summaryOf(document))}\n`,
    'Each link leads to Markdown. A file of a section ends in the list of the sections below it.\n',
    '## Sections\n',
    `- ${markdownLink(title, absolute(site, markdownPageUrl(document.url)))}: the page\n` +
      listInFiles(site, items, { stem, max: MAX_LIST, files }),
  ]);
}

/** Other documents in their groups; what is no longer the newest version may be skipped. */
function others(
  site: Site,
  root: ReferenceDocument | undefined,
  files: Map<string, string>,
): string[] {
  const line = (document: ReferenceDocument): ListItem => {
    const { title, description, lang, version } = document.frontMatter;
    const which = [version, lang === site.frontMatter.lang ? '' : lang].filter(Boolean).join(', ');
    const more = [which, description].filter(Boolean).join(': ');
    const link = markdownLink(title, absolute(site, llmsUrl(document)));
    return { title, markdown: `- ${link}${more && `: ${escapeText(more)}`}\n` };
  };
  const rest = (documents: ReferenceDocument[], isOlder: boolean) =>
    documents.filter((own) => own !== root && Boolean(own.older) === isOlder).map(line);
  const groups = site.navigation.map(({ title, documents }) => ({
    title: title || 'Documents',
    items: rest(documents, false),
  }));
  const older = site.navigation.flatMap(({ documents }) => rest(documents, true));
  return [...groups, { title: 'Optional', items: older }]
    .filter(({ items }) => items.length)
    .map(({ title, items }, index) => {
      const list = listInFiles(site, items, {
        stem: `/md/~documents-${index + 1}`,
        max: MAX_LIST,
        files,
      });
      return `## ${escapeText(title)}\n\n${list}`;
    });
}

/** @returns undefined where it has more characters than it may have bytes */
function wholeOf(
  { site, links, pageOf }: MarkdownSite,
  document: ReferenceDocument,
): string | undefined {
  const text: string[] = [];
  let length = 0;
  for (const section of walk(document.sections)) {
    const urlOf = links.from(pageOf(document, section), () => true);
    const own = markdownOf([section], urlOf);
    length += own.length;
    if (length > MAX_FULL) return undefined;
    text.push(own);
  }
  const title = escapeText(document.frontMatter.title);
  return joined([`# ${title}\n`, `Source: ${absolute(site, document.url)}\n`, ...text]);
}
