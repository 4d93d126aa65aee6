/** The title of an operation or a tag: plain text by the standard, HTML in some descriptions. */
import type { Root } from 'hast';
import { htmlToHast } from 'satteri';
import { isElementName, isLikelyText } from '../../shared/html-elements.ts';
import { textOf } from '../../shared/hast/text.ts';

/** Longer summaries are texts. */
const MAX_TITLE = 150;

/** Whole paragraphs stand in some summaries: they are text, and no name for a list of contents. */
export const isTitle = (summary: string): boolean =>
  summary.length <= MAX_TITLE && !/\n\s*\S|\]\(/.test(summary.trim());

/** Without HTML's tags, references (`&amp;`) read; `<id>` and the like stay, for they are words. */
export function titleText(written: string): string {
  const text = written.replace(
    /<\/?([A-Za-z][\w-]*)([^<>]*)>/g,
    (tag, name: string, more: string) => {
      const isWord = isLikelyText(name) && more.trim() === '' && !written.includes(`</${name}`);
      return isElementName(name) && !isWord ? '' : tag;
    },
  );
  const plain = /&#?\w+;/.test(text)
    ? textOf(htmlToHast(text.replaceAll('<', '&lt;'), { fragment: true }) as Root)
    : text;
  return plain.trim();
}
