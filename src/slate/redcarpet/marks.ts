/**
 * Characters that carry what the author wrote past the Markdown parser: noncharacters, which no
 * text holds (`read-text.ts` replaces them, `withoutMarks` references to them). `parse.ts` takes
 * them out again.
 */

/** `ENTITY name SHOWN &name; END`: ids are made of a heading's entities' names. */
export const ENTITY = '\uFDD2';
export const SHOWN = '\uFDD3';
export const END = '\uFDD4';

/** `OWN_ID my-id END`: a heading's own id (`[#my-id]`). */
export const OWN_ID = '\uFDD5';

/** Hides the next character from Markdown; in a comment a block's placeholder. */
export const GUARD = '\uFDD6';

/** `TAG <foo> END`: what Slate takes for a tag in a heading, so that its id lacks it. */
export const TAG = '\uFDD7';

/** Parts a text in two. */
export const PART = `<!--${GUARD}-->`;

/** Alone on its line. */
export const placeholder = (index: number): string => `<!--${GUARD}${index}-->`;

export function blockIndex(comment: string): number | undefined {
  const found = /^\s*<!--\uFDD6(\d+)-->\s*$/.exec(comment);
  return found ? Number(found[1]) : undefined;
}

const any = /[\uFDD2-\uFDD7]/;

/** As its author wrote it. */
export function unmark(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(/\uFDD2[^\uFDD3\uFDD4]*\uFDD3|\uFDD5[^\uFDD4]*\uFDD4|[\uFDD2-\uFDD7]/g, '');
}

/** References (`&#xFDD5;`) that a parser would turn into marks are U+FFFD, as in HTML. */
export const withoutMarks = (source: string): string =>
  source.replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (written, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code >= 0xfdd0 && code <= 0xfdef ? '&#xFFFD;' : written;
  });
