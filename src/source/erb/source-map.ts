/** Where the lines of an expanded text come from. */
import { lowerBound } from '../../shared/binary-search.ts';

/** Lines from `start` (0-based, of the expanded text) on are those of `file` from `line` (1-based) on. */
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
  const origin = origins[lowerBound(origins.length, (at) => origins[at]!.start <= index) - 1];
  return origin && { file: origin.file, line: origin.line + index - origin.start };
}

/** A text that is put together of pieces, each of which knows its place. */
export class MappedText {
  readonly origins: Origin[] = [];
  readonly #pieces: string[] = [];
  #line = 0;
  #isAtLineStart = true;
  length = 0;

  get text(): string {
    return this.#pieces.join('');
  }

  write(text: string, file: string, line: number): void {
    if (text === '') return;
    // In the middle of a line, the line's first piece tells where it comes from.
    const skipped = this.#isAtLineStart ? 0 : 1;
    if (!skipped || text.includes('\n')) {
      const start = this.#line + skipped;
      if (this.origins.at(-1)?.start === start) this.origins.pop();
      this.origins.push({ start, file, line: line + skipped });
    }
    this.#line += text.split('\n').length - 1;
    this.#isAtLineStart = text.endsWith('\n');
    this.length += text.length;
    this.#pieces.push(text);
  }

  /** Ends the line that is being written, and leaves a blank one. */
  endBlock(file: string, line: number): void {
    if (this.length > 0) this.write(this.#isAtLineStart ? '\n' : '\n\n', file, line);
  }
}
