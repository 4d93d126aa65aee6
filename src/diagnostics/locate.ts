/** Findings with their place in the author's line, where the step that found them knew only what is meant. */
import type { Diagnostic } from './diagnostic.ts';
import { fenceLine } from '../shared/fence.ts';

/** Lines of one paragraph or table, at most: what is meant stands in the block that begins at the line. */
const farthest = 500;

/** A file's lines; undefined where it cannot be read. */
export type LinesOf = (file: string) => readonly string[] | undefined;

/**
 * Looks for what a finding quotes: from its line to the end of that block; where there is no line, in the whole file,
 * outside of fences. What is not found as written (an URL that was composed, an attribute that a component makes) stays as it was.
 */
export function locate(diagnostics: Diagnostic[], linesOf: LinesOf): Diagnostic[] {
  return diagnostics.map(({ quote, ...found }): Diagnostic => {
    if (!quote || found.column || !found.file) return found;
    const lines = linesOf(found.file) ?? [];
    const place = found.line ? inBlock(lines, found.line - 1, quote) : outsideFences(lines, quote);
    return place ? { ...found, ...place } : found;
  });
}

function inBlock(lines: readonly string[], from: number, quote: string) {
  for (
    let at = from;
    at < Math.min(lines.length, from + farthest) && (at === from || lines[at]!.trim());
    at++
  ) {
    const column = lines[at]!.indexOf(quote);
    if (column >= 0) return { line: at + 1, column: column + 1 };
  }
  return undefined;
}

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
