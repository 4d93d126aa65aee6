/** Runs of equal marks, and the characters around them. */

export const space = /\s/;
const punctuation = /[\p{P}\p{S}]/u;

/** A run of emphasis marks, with the characters around it. */
export interface Run {
  mark: string;
  length: number;
  before: string;
  after: string;
  /** Index in `out`. */
  piece: number;
  /** The second of two marks, of which the first is text. */
  split?: true;
}

/** CommonMark's rule of flanking: `inner` is the character on the emphasised side. */
export function flanks({ mark }: Run, inner: string, outer: string): boolean {
  const isOuterFree = outer === '' || space.test(outer) || punctuation.test(outer);
  if (punctuation.test(inner)) return isOuterFree;
  return mark === '_' ? isOuterFree : true;
}

/** The starts of the runs of backticks by length, the first one last. */
export function ticksOf(text: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const starts = found.get(run.length);
    if (starts) starts.push(index);
    else found.set(run.length, [index]);
  }
  for (const starts of found.values()) starts.reverse();
  return found;
}

export function runAt(text: string, at: number, sign: string): number {
  let end = at;
  while (text[end] === sign) end += 1;
  return end - at;
}

/** The character that ends at `at`, whole. */
export function charBefore(text: string, at: number): string {
  if (at === 0) return '';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

export function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
