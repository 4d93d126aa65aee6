/**
 * What only the whole site can tell: links that lead nowhere, and tab languages without samples.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../shared/nearest.ts';
import { checkSamples } from './check-samples.ts';
import { checkSiteLinks } from './check-site-links.ts';
import { checkTryIt } from './check-try-it.ts';
import type { JoinedDocument, JoinedSite } from './join-site.ts';
import { brokenLink } from './links/broken-link.ts';
import { footerLinks } from './nav/footers.ts';

export function checkSite(site: JoinedSite, report: Report): void {
  for (const one of site.joined) if (!one.document.borrowed) checkLinks(one, site, report);
  for (const document of site.documents)
    if (!document.borrowed) {
      checkSamples(document, report, site.placeOf);
      checkTryIt(document, report, site.placeOf);
    }
  checkImages(site, report);
  checkSiteLinks(site, report);
}

/** Pictures for previews of pages (`image` in front matter). */
function checkImages({ documents, assets, placeOf }: JoinedSite, report: Report): void {
  const told = new Set<string>();
  for (const { file, frontMatter } of documents) {
    const { image } = frontMatter;
    const name = image.replace(/^\.?\//, '');
    if (!name || told.has(name) || /^https?:/i.test(name) || assets.has(name)) continue;
    told.add(name);
    const near = nearest(name, [...assets.keys()]);
    report({
      kind: 'image-missing',
      ...placeOf(file, 'image', image),
      message: `\`image\` names ${image}, which is not in the content folder`,
      hint: near ? `did you mean ${near}?` : 'put it there; its path is relative to the folder',
    });
  }
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
