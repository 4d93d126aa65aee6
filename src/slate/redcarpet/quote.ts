/** Which lines a quote takes. */
import { expandTabs, fenceLine, parseInfo } from '../../shared/fence.ts';
import { isStray } from './fence-block.ts';

const mark = /^[ \t]*>[ ]?/;
const lead = /^[ \t]*>[ \t]*/;
const blank = /^\s*$/;

/**
 * The lines of the quote at line `start`, without their marks. It goes on over unmarked lines, to a
 * blank line that no quote follows; but a fence, a heading or an HTML block ends it, although
 * Redcarpet would take it in.
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
    const line = at === start ? first : source[at]!;
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

/** A tab after the mark goes to a stop of the whole line. */
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
  const line = source[at]!;
  const fence = fenceLine(line);
  if (fence)
    return parseInfo(fence.info) !== undefined && (fence.info !== '' || !isStray(source, at));
  return line.startsWith('#') || isHtmlBlock(at);
}
