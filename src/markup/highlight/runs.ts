/** Runs of colour in a text: flat triples of start, end and kind (`code-theme.ts`), in order. */

export type Runs = number[];

/**
 * Adds a run, or lengthens the last one of the same kind over white space. White space alone is
 * none.
 */
export function addRun(runs: Runs, text: string, start: number, end: number, kind: number): void {
  if (isBlank(text, start, end)) return;
  const last = runs.length - 3;
  if (last >= 0 && runs[last + 2] === kind && isBlank(text, runs[last + 1]!, start))
    runs[last + 1] = end;
  else runs.push(start, end, kind);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}

/** Without empty strings, of which references are full. */
export function dropEmpty(runs: Runs, text: string): Runs {
  const kept: Runs = [];
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!,
      end = runs[i + 1]!;
    if (end - start !== 2 || !isEmpty(text.slice(start, end))) kept.push(start, end, runs[i + 2]!);
  }
  return kept;
}

const isEmpty = (text: string): boolean => text === '""' || text === "''";
