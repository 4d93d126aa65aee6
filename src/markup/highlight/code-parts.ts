/**
 * Long code in parts of a known height, laid out when they come into view (`.part` in
 * styles/code.css).
 */
import type { Mark } from './code-html.ts';

/** About what a cut block shows; styles/code.css has its height. */
export const linesInFirst = 25;
/** Mostly out of sight, and each costs bytes. */
export const linesInOthers = 100;

/** Whole lines, but for a shorter rest. */
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
