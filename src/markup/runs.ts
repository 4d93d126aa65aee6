/** Runs of colour in a text: flat triples of start, end and kind (`code-theme.ts`), in order, none of them plain. */
import { tokenKinds } from './code-theme.ts';

export type Runs = number[];

const string = tokenKinds.indexOf('string'), value = tokenKinds.indexOf('value');

/** Adds a run; one of the same kind as the last, with nothing but white space between them, lengthens it. White space alone is no run. */
export function addRun(runs: Runs, text: string, start: number, end: number, kind: number): void {
  if (isBlank(text, start, end)) return;
  const last = runs.length - 3;
  if (last >= 0 && runs[last + 2] === kind && isBlank(text, runs[last + 1]!, start)) runs[last + 1] = end;
  else runs.push(start, end, kind);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}

/** Without strings that hold nothing: two quotes need no colour, and references are full of them. */
export function dropEmpty(runs: Runs, text: string): Runs {
  const kept: Runs = [];
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!, end = runs[i + 1]!;
    if (end - start !== 2 || !isEmpty(text.slice(start, end))) kept.push(start, end, runs[i + 2]!);
  }
  return kept;
}

const isEmpty = (text: string): boolean => text === '""' || text === "''";

/**
 * Without the keys of a list or an object: a quoted string before `:` or `=>` names what its value is, as `code` does in
 * `{ code: "x" }`. So a sample looks the same in every language, and its values stand out. What follows `case` or `?`
 * is a value before a colon of another kind.
 */
export function dropKeys(runs: Runs, text: string): Runs {
  const kept: Runs = [];
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!, end = runs[i + 1]!, kind = runs[i + 2]!;
    const key = (kind === string && isQuoted(text, start, end) && (isBeforeColon(text, start, end) || isBeforeArrow(text, end)))
      || (kind === value && isBeforeArrow(text, end));
    if (!key) kept.push(start, end, kind);
  }
  return kept;
}

/** Whole: a string with something filled in is several runs, and each of them is what it looks like. */
const isQuoted = (text: string, start: number, end: number): boolean => end - start > 2 && text[start] === text[end - 1] && /["'`]/.test(text[start]!);

const afterOther = /(?:\bcase\s|\?)\s*$/;

function isBeforeColon(text: string, start: number, end: number): boolean {
  return text[end] === ':' && text[end + 1] !== ':' && text[end + 1] !== '=' && !afterOther.test(text.slice(Math.max(0, start - 12), start));
}

function isBeforeArrow(text: string, end: number): boolean {
  let at = end;
  while (text[at] === ' ') at++;
  return text.startsWith('=>', at);
}
