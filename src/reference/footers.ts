/** `toc_footers`: the HTML below the contents, its links led to where they are under a base. */
import { escape } from './filled.ts';
import type { Page } from './page.ts';
import type { Resolver } from './resolve.ts';

/** Links to pages and files of the site are led there; all else stays as the author wrote it. */
export function footersOf(page: Page, resolver: Resolver): string[] {
  const { document } = page;
  return document.frontMatter.toc_footers.map((html) =>
    html.replace(/\b(href|src)=(["'])(.*?)\2/gi, (whole, name: string, _quote: string, written: string) => {
      const url = written.replaceAll('&amp;', '&');
      const kind = name.toLowerCase() === 'src' ? 'image' : 'link';
      const { url: led, problem } = resolver.resolve({ url, kind, text: '', line: 0, heading: -1 }, document, page);
      return problem || led === url ? whole : `${name}="${escape(led)}"`;
    }));
}
