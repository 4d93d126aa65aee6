/**
 * Long code in parts of a known height, which browsers lay out only when they come into view
 * (`.part` in styles/code.css): one example may have four thousand lines.
 */
import type { Mark } from './code-html.ts';

/** About what a cut block shows. styles/code.css has the height of so many lines. */
export const linesInFirst = 25;
/** The others: mostly out of sight, and each costs bytes. */
export const linesInOthers = 100;

/** @returns stretches of whole lines, in order, but for a shorter rest */
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
