/**
 * Places in a fragment's HTML and Markdown that the document fills in later.
 * Marked by Unicode noncharacters, which no text may hold (`source/` replaces any it finds by U+FFFD).
 */
export const SLOT = '\uFDD0';
export const SLOT_END = '\uFDD1';

/** `i` an id, `l` a link's URL, `m` an image's URL (and its size). */
export type SlotKind = 'i' | 'l' | 'm';

export const slot = (kind: SlotKind, index: number): string => `${SLOT}${kind}${index}${SLOT_END}`;

const pattern = /\uFDD0([ilm])(\d+)\uFDD1/g;

/** Fills every slot of `text`. */
export function fill(text: string, value: (kind: SlotKind, index: number) => string): string {
  return text.replace(pattern, (_, kind: SlotKind, index: string) => value(kind, Number(index)));
}
