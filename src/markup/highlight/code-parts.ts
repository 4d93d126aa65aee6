/**
 * Long code in parts of a known height, which browsers lay out only when they come into view (`.part` in
 * styles/code.css): a long block is shown cut at first, and one example of a reference may have four thousand lines.
 */
import type { Mark } from './code-html.ts';

/** The first: about what a cut block shows. The height of so many lines, here and below, stands in styles/code.css. */
export const linesInFirst = 25;
/** The others: mostly out of sight, and each costs bytes. */
export const linesInOthers = 100;

/** @returns stretches of whole lines, in order; what is left below the last one is shorter and stands by itself */
export function partsOf(text: string): Mark[] {
  const parts: Mark[] = [];
  let start = 0,
    lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++lines < (parts.length ? linesInOthers : linesInFirst)) continue;
    parts.push({ start, end: at + 1, kind: 'part', line: true });
    start = at + 1;
    lines = 0;
  }
  return parts.length > 1 ? parts : [];
}
