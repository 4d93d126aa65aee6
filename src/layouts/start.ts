/** What a page's scripts begin with: the interface's words, and what must be set before the first paint. */
import { prepaint } from '../browser/prepaint.ts';
import { restoreContents } from '../browser/restore.ts';
import { wordKeys } from '../shared/word-keys.ts';

/** Systems whose own fonts come before a package's (`theme-style.ts`) never load it. */
const preload = (urls: readonly string[]): string =>
  urls.length
    ? `if(!/Mac|Win|iPhone|iPad|Android/.test(navigator.userAgent))` +
      `for(const href of ${JSON.stringify(urls)})` +
      `document.head.append(Object.assign(document.createElement("link"),` +
      `{rel:"preload",as:"font",type:"font/woff2",crossOrigin:"",href}));`
    : '';

/**
 * @param words of the interface, by key. @param fonts URLs to load first
 * @returns a classic script, safe inside `<script>`; the same for all pages of one language
 */
export function startScript(
  words: Readonly<Record<string, string>>,
  fonts: readonly string[] = [],
): string {
  const used = Object.fromEntries(wordKeys.map((key) => [key, words[key]]));
  const said = JSON.stringify(used).replaceAll('<', '\\u003c');
  return `${preload(fonts)}var phyllite=${said};${restoreContents};${prepaint}`;
}
