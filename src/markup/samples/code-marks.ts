/** Where in a text the lines and words lie that a fence's meta marks. */
import type { Mark } from '../highlight/code-html.ts';
import { lineStarts } from '../../shared/line-starts.ts';
import type { LineMarks } from './code-comments.ts';
import type { FenceMeta, LineRange } from './fence-meta.ts';

/** A word that stands on every line of a long block is no mark any more. */
const MAX_MARKS = 2000;

/**
 * Lines include their line break; marks beyond the text are dropped.
 * @param noted lines that comments in the code mark
 */
export function marksOf(text: string, meta: FenceMeta, noted?: LineMarks): Mark[] {
  const isMarked = [meta.mark, meta.ins, meta.del].some(
    ({ lines, words }) => lines.length || words.length,
  );
  if (!isMarked && !noted) return [];
  const starts = lineStarts(text);
  const line = (number: number, kind: Mark['kind']): Mark => ({
    start: starts[number - 1]!,
    end: starts[number] ?? text.length,
    kind,
    line: true,
  });
  const marks: Mark[] = [];
  const focus = numbers(noted?.focus ?? [], starts.length);
  if (focus.size)
    for (let number = 1; number <= starts.length; number++)
      if (!focus.has(number)) marks.push(line(number, 'dim'));
  for (const kind of ['mark', 'ins', 'del'] as const) {
    const lines = [...meta[kind].lines, ...(noted?.[kind] ?? [])];
    for (const number of numbers(lines, starts.length)) marks.push(line(number, kind));
    for (const word of meta[kind].words)
      for (
        let at = text.indexOf(word);
        at >= 0 && marks.length < MAX_MARKS;
        at = text.indexOf(word, at + word.length)
      )
        marks.push({ start: at, end: at + word.length, kind, line: false });
  }
  return marks.slice(0, MAX_MARKS);
}

function numbers(lines: readonly LineRange[], last: number): Set<number> {
  const all = new Set<number>();
  for (const { from, to } of lines)
    for (let line = from; line <= Math.min(to, last); line++) all.add(line);
  return all;
}
