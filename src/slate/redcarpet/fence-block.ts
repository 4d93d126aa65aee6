/** A fence with its code, among the lines of a text. */
import { closes, dedent, fenceLine, parseInfo } from '../../shared/fence.ts';

const sectionHead = /^(?:#{1,6}[^#]|(?:`{3}|~{3})[^`~\s]|> )/;

export interface FenceBlock {
  language: string;
  meta: string;
  code: string;
  isClosed: boolean;
  /** Index of the line after it. */
  next: number;
}

export interface FencePlace {
  /** Column of the marks. */
  column: number;
  /** Columns of white space that are the container's, and no code's. */
  indent: number;
  /** Straight after a line of text. */
  afterText: boolean;
  /** Index of the last line of the text that could close a fence. */
  lastClosing: number;
}

/**
 * The fence that line `start` opens.
 * @param rest that line from its marks on
 * @returns undefined where it is text: a code span's start, or a stray bare fence
 */
export function fenceAt(
  source: readonly string[],
  start: number,
  rest: string,
  { column, indent, afterText, lastClosing }: FencePlace,
): FenceBlock | undefined {
  const opening = fenceLine(rest);
  const info = opening && parseInfo(opening.info);
  if (!info) return undefined;
  if (opening.info === '' && afterText && isStray(source, start)) return undefined;
  if (info.meta !== '' && start >= lastClosing) return undefined;
  const isDeep = column >= 4;
  let end = start >= lastClosing && !isDeep ? source.length : start + 1;
  while (
    end < source.length &&
    !closes(source[end]!, column + 3) &&
    !(isDeep && endsItem(source, end))
  )
    end += 1;
  const isClosed = end < source.length && closes(source[end]!, column + 3);
  if (info.meta !== '' && !isClosed) return undefined;
  let code = '';
  for (let line = start + 1; line < end; line += 1) {
    const text = dedent(source[line]!, indent);
    if (line < end - 1 || isClosed || text !== '') code += `${text}\n`;
  }
  return { ...info, code, isClosed, next: isClosed ? end + 1 : end };
}

/** A heading, fence or annotation near the margin, after a blank line, ends an item's code. */
function endsItem(source: readonly string[], at: number): boolean {
  return source[at - 1]!.trim() === '' && sectionHead.test(source[at]!);
}

/**
 * A bare fence right after text. Slate ignores it, so a superfluous one goes unnoticed in many
 * sources; read as a fence, it would turn all later code into text and text into code.
 */
export function isStray(source: readonly string[], start: number): boolean {
  if ((source[start + 1] ?? '').trim() === '') return true;
  for (let line = start + 1; line < source.length; line += 1) {
    const fence = fenceLine(source[line]!);
    if (fence) return fence.info !== '';
  }
  return true;
}
