/** `toc_footers`: the HTML below the contents, its links led to where they are under a base. */
import { escapeAttribute as escape } from '../../shared/html.ts';
import type { WrittenLink } from '../../markup/fragment.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { Page } from '../model/page.ts';
import type { Resolver } from '../links/resolver.ts';

const attribute = /\b(href|src)=(["'])(.*?)\2/gi;
const linkOf = (name: string, written: string): WrittenLink => ({
  url: written.replaceAll('&amp;', '&'),
  kind: name.toLowerCase() === 'src' ? 'image' : 'link',
  text: '',
  line: 0,
  heading: -1,
});

/** The links of the entries, as written. */
export const footerLinks = ({ frontMatter }: Pick<SourceDocument, 'frontMatter'>): WrittenLink[] =>
  frontMatter.toc_footers.flatMap((html) =>
    [...html.matchAll(attribute)].map(([, name, , written]) => linkOf(name!, written!)),
  );

/** Links to pages and files of the site are led there; all else stays as the author wrote it. */
export function footersOf(page: Page, resolver: Resolver): string[] {
  const { document } = page;
  return document.frontMatter.toc_footers.map((html) =>
    html.replace(attribute, (whole, name: string, _quote: string, written: string) => {
      const { url } = linkOf(name, written);
      const { url: led, problem } = resolver.resolve(
        linkOf(name, written),
        document,
        page,
        document.file,
      );
      return problem || led === url ? whole : `${name}="${escape(led)}"`;
    }),
  );
}
