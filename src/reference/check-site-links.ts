/** Links that the owner sets for the whole site (`links`, `banner`), where they lead nowhere. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { JoinedSite } from './join-site.ts';
import { brokenLink } from './links/broken-link.ts';

export function checkSiteLinks(site: JoinedSite, report: Report): void {
  const { documents, frontMatter, resolver, places, assets, placeOf } = site;
  const index = documents.find(({ url }) => url === '/');
  if (!index) return;
  const { links, banner } = frontMatter;
  const written = [
    ...links.map(({ href }) => ({ key: 'links', href })),
    ...(typeof banner !== 'string' && banner.href ? [{ key: 'banner', href: banner.href }] : []),
  ];
  for (const { key, href } of written) {
    const link = { url: href, kind: 'link', line: 0, text: '', heading: -1 } as const;
    const resolved = resolver.resolve(link, index, index.pages[0]!, index.file);
    if (!resolved.problem) continue;
    const { message, hint, ...found } = brokenLink(link, resolved, places, assets.keys());
    report({
      ...found,
      ...placeOf(index.file, key, href),
      message: `in \`${key}\`, ${message}`,
      hint,
    });
  }
}
