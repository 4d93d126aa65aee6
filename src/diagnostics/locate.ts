/** Gives findings a place in the author's line, where the step that found them knew a quote only. */
import { fenceLine } from '../shared/fence.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Lines of one paragraph or table, at most: the quote stands in the block that begins at the line. */
const MAX_LINES = 500;

/** A file's lines; undefined where it cannot be read. */
export type LinesOf = (file: string) => readonly string[] | undefined;

/**
 * Looks for each quote: from the finding's line to the end of that block; where there is no line, in
 * the whole file, outside fences. A quote that is not found (a URL that was composed, an attribute
 * that a component makes) leaves the finding as it was.
 */
export function locate(diagnostics: Diagnostic[], linesOf: LinesOf): Diagnostic[] {
  return diagnostics.map(({ quote, ...found }): Diagnostic => {
    if (!quote || found.column || !found.file) return found;
    const lines = linesOf(found.file) ?? [];
    const place = found.line ? inBlock(lines, found.line - 1, quote) : outsideFences(lines, quote);
    return { ...found, ...place };
  });
}

function inBlock(lines: readonly string[], from: number, quote: string) {
  for (const [at, line] of lines.slice(from, from + MAX_LINES).entries()) {
    if (at > 0 && !line.trim()) return undefined;
    const column = line.indexOf(quote);
    if (column >= 0) return { line: from + at + 1, column: column + 1 };
  }
  return undefined;
}

/** The first place of a text outside fences, in any case of letters. */
export function outsideFences(lines: readonly string[], quote: string) {
  const wanted = quote.toLowerCase();
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (fenceLine(line)) fenced = !fenced;
    const column = fenced ? -1 : line.toLowerCase().indexOf(wanted);
    if (column >= 0) return { line: index + 1, column: column + 1 };
  }
  return undefined;
}

/** 1-based line and column of an offset. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
