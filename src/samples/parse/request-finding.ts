/** What is wrong with the text of a raw request. */

export interface RequestFinding {
  /** `request-syntax`: no sample can be made. `request-odd`: one is made all the same. */
  kind: 'request-syntax' | 'request-odd';
  /** 1-based line and column in the text of the request. */
  line: number;
  column: number;
  /** What is wrong: begins in lower case, no full stop. */
  message: string;
  /** How to mend it, likewise. */
  hint: string;
}

/** Where the parser reports to. */
export type ReportRequest = (finding: RequestFinding) => void;

/** A line of the request, with its 1-based number. */
export interface RequestLine {
  text: string;
  number: number;
}

/** Turns an offset in some lines, joined by `\n`, into line and column. */
export function placeIn(
  lines: readonly RequestLine[],
  offset: number,
): { line: number; column: number } {
  let left = offset;
  for (const { text, number } of lines) {
    if (left <= text.length) return { line: number, column: left + 1 };
    left -= text.length + 1;
  }
  return { line: lines.at(-1)?.number ?? 1, column: (lines.at(-1)?.text.length ?? 0) + 1 };
}
