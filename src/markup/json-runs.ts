/**
 * Runs of colour in valid JSON, read directly: four fifths of the code in an API reference is JSON, and this is some
 * hundred times faster than a grammar, with the same result (a test holds the two equal).
 */
import { tokenKinds } from './code-theme.ts';
import type { Runs } from './runs.ts';

const name = tokenKinds.indexOf('name'), string = tokenKinds.indexOf('string'), value = tokenKinds.indexOf('value');

/** @returns undefined where the text is not valid JSON (a comment, an ellipsis): a grammar makes more of it */
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
      if (end - at > 2) runs.push(at, end, text.charCodeAt(afterSpace(text, end)) === 58 ? name : string);
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

/** Letters, digits, `+`, `-` and `.`: in valid JSON, outside strings, a number or `true`, `false`, `null`. */
const isWord = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 43 || code === 45 || code === 46 || code === 69;
