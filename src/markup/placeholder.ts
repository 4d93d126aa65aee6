/**
 * Places in a fragment's HTML and Markdown that the document fills in later.
 * Marked by Unicode noncharacters, which no text may hold (`source/` replaces any it finds by U+FFFD).
 */
export const PLACEHOLDER = '\uFDD0';
export const PLACEHOLDER_END = '\uFDD1';

/** `i` an id, `l` a link's URL, `m` an image's URL (and its size). */
export type PlaceholderKind = 'i' | 'l' | 'm';

export const placeholder = (kind: PlaceholderKind, index: number): string =>
  `${PLACEHOLDER}${kind}${index}${PLACEHOLDER_END}`;

const pattern = /\uFDD0([ilm])(\d+)\uFDD1/g;

/** Fills every slot of `text`. */
export function fillPlaceholders(
  text: string,
  value: (kind: PlaceholderKind, index: number) => string,
): string {
  return text.replace(pattern, (_, kind: PlaceholderKind, index: string) =>
    value(kind, Number(index)),
  );
}
