/**
 * Long code in parts of a known height, which browsers lay out only when they come into view (`.part` in
 * styles/code.css): a long block is shown cut at first, and one example of a reference may have four thousand lines.
 */
import type { Mark } from './code-html.ts';

/** About what a cut block shows; the height of so many lines stands in styles/code.css. */
export const linesInPart = 25;

/** @returns stretches of whole lines, in order; what is left below the last one is shorter and stands by itself */
export function partsOf(text: string): Mark[] {
  const parts: Mark[] = [];
  let start = 0, lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++lines < linesInPart) continue;
    parts.push({ start, end: at + 1, kind: 'part', line: true });
    start = at + 1;
    lines = 0;
  }
  return parts.length > 1 ? parts : [];
}
