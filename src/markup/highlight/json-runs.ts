/**
 * Runs of colour in valid JSON, read directly: four fifths of the code in references is JSON, and
 * this is a hundred times faster than a grammar, with the same result (a test compares them).
 */
import { tokenKinds } from './code-theme.ts';
import type { Runs } from './runs.ts';

const name = tokenKinds.indexOf('name'),
  string = tokenKinds.indexOf('string'),
  value = tokenKinds.indexOf('value');

/** @returns undefined where the text is no valid JSON (a comment, an ellipsis) */
export function jsonRuns(text: string): Runs | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const runs: Runs = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = endOfString(text, at);
      if (end - at > 2)
        runs.push(at, end, text.charCodeAt(afterSpace(text, end)) === 58 ? name : string);
      at = end;
    } else if (isWord(code)) {
      let end = at + 1;
      while (isWord(text.charCodeAt(end))) end++;
      runs.push(at, end, value);
      at = end;
    } else at++;
  }
  return runs;
}

/**
 * Reads strings that are JSON, such as a request's body in a shell's single quotes, as JSON. Keys
 * are plain, as in any language but JSON itself.
 */
export function openJson(runs: Runs, text: string): Runs {
  const opened: Runs = [];
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!,
      end = runs[i + 1]!,
      kind = runs[i + 2]!;
    const inner =
      kind === string && isBody(text, start, end)
        ? jsonRuns(text.slice(start + 1, end - 1))
        : undefined;
    if (!inner) opened.push(start, end, kind);
    else
      for (let j = 0; j < inner.length; j += 3)
        if (inner[j + 2] !== name)
          opened.push(start + 1 + inner[j]!, start + 1 + inner[j + 1]!, inner[j + 2]!);
  }
  return opened;
}

/** An object or a list between quotes that leave its own alone. */
const isBody = (text: string, start: number, end: number): boolean =>
  (text[start] === "'" || text[start] === '`') &&
  text[end - 1] === text[start] &&
  /^\s*[{[]/.test(text.slice(start + 1, start + 40));

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
  }
}

function afterSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/**
 * Letters, digits, `+`, `-` and `.`: in valid JSON, outside strings, a number or `true`, `false`,
 * `null`.
 */
const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 97 && code <= 122) ||
  code === 43 ||
  code === 45 ||
  code === 46 ||
  code === 69;
