/** Which lines a quote takes. */
import { expandTabs, fenceLine, parseInfo } from '../../shared/fence.ts';
import { isStray } from './fence-block.ts';

const mark = /^[ \t]*>[ ]?/;
const lead = /^[ \t]*>[ \t]*/;
const blank = /^\s*$/;

/**
 * The lines of the quote that starts at line `start`, without their marks.
 * It runs on over lines without a mark, to a blank line that no quote follows; but for what stands for itself, although
 * Redcarpet would have it in the quote: a fence, a heading, an HTML block.
 * @param first line `start`, from its mark on
 * @param isHtmlBlock whether an HTML block starts at a line
 */
export function quotedLines(
  source: readonly string[],
  start: number,
  first: string,
  isHtmlBlock: (index: number) => boolean,
): string[] {
  const lines: string[] = [];
  let inFence = false;
  for (let at = start; at < source.length; at += 1) {
    const line = at === start ? first : (source[at] as string);
    const isMarked = mark.test(line);
    if (!isMarked) {
      if (blank.test(line)) {
        const next = source[at + 1];
        if (next === undefined || !(mark.test(next) || blank.test(next))) break;
      } else if (!inFence && standsAlone(source, at, isHtmlBlock)) break;
    }
    const text = isMarked ? withoutMark(line) : line;
    const fence = fenceLine(text);
    if (fence && (inFence ? fence.info === '' : parseInfo(fence.info) !== undefined))
      inFence = !inFence;
    lines.push(text);
  }
  return lines;
}

/** A tab behind the mark reaches to a stop of the line, not of what is left of it. */
function withoutMark(line: string): string {
  const start = lead.exec(line)?.[0] ?? '';
  return (start.includes('\t') ? expandTabs(start) + line.slice(start.length) : line).replace(
    mark,
    '',
  );
}

function standsAlone(
  source: readonly string[],
  at: number,
  isHtmlBlock: (index: number) => boolean,
): boolean {
  const line = source[at] as string;
  const fence = fenceLine(line);
  if (fence)
    return parseInfo(fence.info) !== undefined && (fence.info !== '' || !isStray(source, at));
  return line.startsWith('#') || isHtmlBlock(at);
}
