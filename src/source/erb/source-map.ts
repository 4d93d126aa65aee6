/** Where the lines of an expanded text come from. */

/** From line `start` (0-based, of the expanded text) on, lines are those of `file` from `line` (1-based) on. */
export interface Origin {
  start: number;
  file: string;
  line: number;
}

/** The author's file and line of a line of an expanded text. */
export function originOf(
  origins: readonly Origin[],
  index: number,
): { file: string; line: number } | undefined {
  let low = 0,
    high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle] as Origin).start <= index) low = middle;
    else high = middle - 1;
  }
  const origin = origins[low];
  return origin && origin.start <= index
    ? { file: origin.file, line: origin.line + index - origin.start }
    : undefined;
}
