/** Finds the place of findings that know a quote only. */
import { fenceLine } from '../shared/fence.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The longest paragraph or table. */
const MAX_LINES = 500;

/** Undefined where the file cannot be read. */
export type LinesOf = (file: string) => readonly string[] | undefined;

/**
 * Looks for each quote in the block at the finding's line; without a line, in the file, outside
 * fences. One that is not found (a composed URL) changes nothing.
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

/** In any case of letters. */
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
