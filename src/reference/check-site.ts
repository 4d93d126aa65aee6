/**
 * What only the whole site can tell: links that lead nowhere, and tab languages without samples.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { JoinedDocument, JoinedSite } from './join-site.ts';
import { brokenLink } from './links/broken-link.ts';
import { footerLinks } from './nav/footers.ts';
import type { LineOf } from '../source/front-matter/positions.ts';
import { walk, type ReferenceDocument } from './model/page.ts';

export function checkSite(site: JoinedSite, report: Report): void {
  for (const one of site.joined) if (!one.document.borrowed) checkLinks(one, site, report);
  for (const document of site.documents)
    if (!document.borrowed) checkSamples(document, report, site.lineOf);
}

function checkLinks(
  { document, fragments }: JoinedDocument,
  { resolver, places, assets }: JoinedSite,
  report: Report,
): void {
  const page = document.pages.find(({ kind }) => kind === 'all') ?? document.pages[0]!;
  const written = [
    ...fragments.flatMap(({ file, links }) => links.map((link) => ({ file, link }))),
    ...footerLinks(document).map((link) => ({ file: document.file, link })),
  ];
  for (const { file, link } of written) {
    const resolved = resolver.resolve(link, document, page, file);
    if (resolved.problem)
      report({
        file: link.file ?? file,
        line: link.line,
        ...brokenLink(link, resolved, places, assets.keys()),
      });
  }
}

/** Links to other sites: URL → where it stands. */
export function externalLinks({
  joined,
}: JoinedSite): Map<string, { file: string; line: number }[]> {
  const found = new Map<string, { file: string; line: number }[]>();
  for (const { file, links } of joined.flatMap(({ fragments }) => fragments))
    for (const { url, line } of links)
      if (/^(https?:)?\/\//i.test(url)) found.set(url, [...(found.get(url) ?? []), { file, line }]);
  return found;
}

/** Reports tab languages without a sample, and sections with samples in only some of them. */
function checkSamples(document: ReferenceDocument, report: Report, lineOf: LineOf): void {
  const {
    frontMatter: { language_tabs: tabs },
    file,
  } = document;
  if (!tabs.length) return;
  const used = new Set<string>();
  for (const section of walk(document.sections)) {
    for (const language of [...section.languages, ...(section.specific ?? [])]) used.add(language);
    const missing = tabs.filter(({ name }) => !section.languages.includes(name));
    if (section.languages.length > 0 && missing.length > 0)
      report({
        kind: 'samples-missing',
        file: section.source.file,
        line: section.source.line,
        message: `“${section.title}” has no sample in ${missing.map(({ label }) => label).join(', ')}`,
        hint: 'readers of these languages see its first sample',
      });
  }
  for (const { name, label } of tabs)
    if (!used.has(name))
      report({
        kind: 'tab-unused',
        file,
        line: lineOf(file, 'language_tabs', name),
        quote: name,
        message: `no sample of this document is in ${label} (\`${name}\`), which \`language_tabs\` lists`,
        hint: 'remove it from language_tabs, or use exactly this name in its fences',
      });
}
