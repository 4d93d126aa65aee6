/** Where in a text the lines and words lie that a fence's meta marks. */
import type { Mark } from '../highlight/code-html.ts';
import type { FenceMarks, FenceMeta } from './fence-meta.ts';

/** A word that stands on every line of a long block is no mark any more. */
const MAX_MARKS = 2000;

/** Lines include their line break; marks beyond the text are dropped. */
export function marksOf(text: string, meta: FenceMeta): Mark[] {
  if (![meta.mark, meta.ins, meta.del].some(({ lines, words }) => lines.length || words.length))
    return [];
  const starts = lineStarts(text);
  const marks: Mark[] = [];
  for (const kind of ['mark', 'ins', 'del'] as const) {
    for (const number of numbers(meta[kind], starts.length))
      marks.push({
        start: starts[number - 1]!,
        end: starts[number] ?? text.length,
        kind,
        line: true,
      });
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

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function numbers({ lines }: FenceMarks, last: number): Set<number> {
  const all = new Set<number>();
  for (const { from, to } of lines)
    for (let line = from; line <= Math.min(to, last); line++) all.add(line);
  return all;
}
