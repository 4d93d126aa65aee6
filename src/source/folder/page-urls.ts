/** Which pages may have the URLs that they want. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Page } from '../read-page.ts';
import { ownPath } from './own-paths.ts';

/**
 * @param pages in order; the first that wants a URL has it
 * @returns those that stand; the others are told
 */
export function withFreeUrls(pages: Page[], report: Report): Page[] {
  const taken = new Map<string, Page>();
  return pages.filter((page) => {
    const { url } = page;
    const { file } = page.source;
    const own = ownPath(fileOfUrl(url));
    if (own !== undefined && own !== '404.html') {
      const message = `this page wants the URL ${url}, and the build itself writes ${own}`;
      report({ kind: 'url-taken', file, line: 1, message, hint: 'rename it, or its folder' });
      return false;
    }
    const other = taken.get(url.toLowerCase());
    taken.set(url.toLowerCase(), other ?? page);
    if (!other) return true;
    // Where case counts, Slate makes both.
    const stands = other.url !== url && isSlate(page) && isSlate(other);
    const what = stands
      ? 'URLs that differ only in upper and lower case (one file to Windows, macOS and some hosts)'
      : 'the same URL';
    report({
      kind: 'url-taken',
      severity: stands ? 'warning' : 'error',
      file,
      line: 1,
      message: `this page and ${other.source.file} have ${what}, ${url}`,
      hint: 'rename one of them',
    });
    return stands;
  });
}

const isSlate = ({ source }: Page): boolean => source.dialect === 'slate';

const fileOfUrl = (url: string): string =>
  `${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''}`;
