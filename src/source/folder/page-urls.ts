/** Which pages may have the URLs that they want. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Page } from '../read-page.ts';
import { ownPath } from './own-paths.ts';
import { TakenPaths } from './taken-paths.ts';

/**
 * @param pages in order; the first that wants a URL has it
 * @returns those that stand; the others are told
 */
export function withFreeUrls(pages: Page[], report: Report): Page[] {
  const pageOf = new Map<string, Page>();
  const taken = new TakenPaths();
  return pages.filter((page) => {
    const { url } = page;
    const { file } = page.source;
    const target = fileOfUrl(url);
    const other = pageOf.get(target.toLowerCase());
    const own = target.toLowerCase() === '404.html' ? undefined : ownPath(target);
    const holder = own === undefined ? taken.holder(target) : `the build itself writes ${own}`;
    if (!other && holder !== undefined) {
      const message = `this page wants the URL ${url}, and ${holder}`;
      report({ kind: 'url-taken', file, line: 1, message, hint: 'rename it, or its folder' });
      return false;
    }
    taken.take(target, `the page of ${file} stands in its way`);
    pageOf.set(target.toLowerCase(), other ?? page);
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

/** `/` → `index.html`. */
export const fileOfUrl = (url: string): string =>
  `${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''}`;
