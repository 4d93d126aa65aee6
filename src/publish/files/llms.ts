/**
 * `llms.txt` (https://llmstxt.org): title, summary and a list of links to Markdown, in the order of
 * the navigation; `llms-full.txt`: the whole text of every listed document.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import { escapeText, markdownLink, markdownOf } from './markdown-files.ts';
import { sectionPages } from '../section-pages.ts';
import { absolute, markdownPageUrl } from '../url.ts';

/** Characters beyond which no program reads the whole at once. */
const MAX_WHOLE = 5_000_000;

/** @param report told of a whole that is too large */
export function llms(site: Site, report: Report = () => {}): Map<string, string> {
  const title = escapeText(site.frontMatter.title);
  const { description } = site.frontMatter;
  const head = [`# ${title}\n`, ...(description ? [`> ${escapeText(description)}\n`] : [])];
  const groups = site.navigation.map(({ title, documents }) => {
    const items = documents.map((document) => listed(site, document));
    return `## ${escapeText(title || 'Documents')}\n\n${items.join('')}`;
  });
  const full = site.navigation
    .flatMap(({ documents }) => documents)
    .map((document) => whole(site, document))
    .join('\n');
  const isWhole = full.length <= MAX_WHOLE;
  if (!isWhole)
    report({
      kind: 'whole-too-large',
      message: `llms-full.txt would have ${Math.round(full.length / 1e6)} MB, and is left out`,
      hint: 'llms.txt lists the Markdown of every page',
    });
  const optional =
    '## Optional\n\n' +
    (isWhole
      ? `- ${markdownLink('The whole text', absolute(site, '/llms-full.txt'))}: ` +
        'every document in one file\n'
      : '') +
    `- ${markdownLink('Contents as JSON', absolute(site, '/reference.json'))}: ` +
    'every section with its id, title, method, path and URL\n';
  return new Map([
    ['llms.txt', [...head, ...groups, optional].join('\n')],
    ...(isWhole ? [['llms-full.txt', full] as const] : []),
  ]);
}

/**
 * A document, its Markdown linked, and its top-level sections (its pages, where it is paged) below
 * it.
 */
function listed(site: Site, document: ReferenceDocument): string {
  const { title, description } = document.frontMatter;
  const whereOf = sectionPages(document);
  const paged = document.pages.some(({ kind }) => kind === 'section');
  const entry = (section: Section) => {
    const page = whereOf(section);
    const url = paged
      ? absolute(site, markdownPageUrl(page.url))
      : `${absolute(site, page.url)}#${encodeURIComponent(section.id)}`;
    return `  - ${markdownLink(section.title, url)}\n`;
  };
  return (
    `- ${markdownLink(title, absolute(site, markdownPageUrl(document.url)))}` +
    `${description ? `: ${escapeText(description)}` : ''}\n` +
    document.sections
      .filter(({ id }) => id)
      .map(entry)
      .join('')
  );
}

const whole = (site: Site, document: ReferenceDocument): string =>
  `# ${escapeText(document.frontMatter.title)}\n\nSource: ${absolute(site, document.url)}\n\n` +
  markdownOf(document.sections);
