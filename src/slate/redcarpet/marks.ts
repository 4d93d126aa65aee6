/**
 * Characters that carry what the author wrote past the Markdown parser: noncharacters of Unicode,
 * which no text may hold (`read-text.ts` replaces them, `withoutMarks` the references to them).
 * `parse.ts` takes them out again.
 */

/** `ENTITY name SHOWN &name; END`: a heading's entity; ids are made of its name. */
export const ENTITY = '\uFDD2';
export const SHOWN = '\uFDD3';
export const END = '\uFDD4';

/** `OWN_ID my-id END` at the end of a heading: its own id (`[#my-id]`). */
export const OWN_ID = '\uFDD5';

/** Hides the character after it from Markdown. In a comment it marks a block's placeholder. */
export const GUARD = '\uFDD6';

/** `TAG <foo> END`: a heading's text that Slate takes for a tag, so that its id lacks it. */
export const TAG = '\uFDD7';

/** `/` and `=` of an attribute's value that has no quotation marks (`markdown.ts`). */
export const SLASH = '\uFDD8';
export const EQUALS = '\uFDD9';

/** Parts a text in two, and is nothing itself. */
export const PART = `<!--${GUARD}-->`;

/** What stands in the text for block number `index`, alone on its line. */
export const placeholder = (index: number): string => `<!--${GUARD}${index}-->`;

/** The number of the block that a comment stands for. */
export function blockIndex(comment: string): number | undefined {
  const found = /^\s*<!--\uFDD6(\d+)-->\s*$/.exec(comment);
  return found ? Number(found[1]) : undefined;
}

const any = /[\uFDD2-\uFDD7]/;

/** The text as its author wrote it, without marks. */
export function unmark(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(/\uFDD2[^\uFDD3\uFDD4]*\uFDD3|\uFDD5[^\uFDD4]*\uFDD4|[\uFDD2-\uFDD7]/g, '');
}

/**
 * A source without references (`&#xFDD5;`) that a parser would turn into marks: they stand for
 * U+FFFD, as HTML has it for characters that no text may hold.
 */
export const withoutMarks = (source: string): string =>
  source.replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (written, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code >= 0xfdd0 && code <= 0xfdef ? '&#xFFFD;' : written;
  });
