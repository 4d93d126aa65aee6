/** A fence with its code. */
import { closes, dedent, fenceLine, parseInfo } from '../../shared/fence.ts';

const sectionHead = /^(?:#{1,6}[^#]|(?:`{3}|~{3})[^`~\s]|> )/;

export interface FenceBlock {
  language: string;
  meta: string;
  code: string;
  isClosed: boolean;
  /** Line after it. */
  next: number;
}

export interface FencePlace {
  /** Of the marks. */
  column: number;
  /** Columns of white space that are the container's. */
  indent: number;
  /** Straight after text. */
  afterText: boolean;
  /** Last line that could close a fence. */
  lastClosing: number;
}

/**
 * Undefined where it is text: a code span's start, or a stray fence.
 * @param rest line `start` from its marks on
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

/** After a blank line, near the margin. */
function endsItem(source: readonly string[], at: number): boolean {
  return source[at - 1]!.trim() === '' && sectionHead.test(source[at]!);
}

/**
 * A bare fence right after text. Slate ignores it, so many sources have one too many; read as a
 * fence, it would turn all later code into text.
 */
export function isStray(source: readonly string[], start: number): boolean {
  if ((source[start + 1] ?? '').trim() === '') return true;
  for (let line = start + 1; line < source.length; line += 1) {
    const fence = fenceLine(source[line]!);
    if (fence) return fence.info !== '';
  }
  return true;
}
