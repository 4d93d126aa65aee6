/** Keys among the runs of colour: they are plain, as a name is. */
import { tokenKinds } from './code-theme.ts';
import type { Runs } from './runs.ts';

const string = tokenKinds.indexOf('string'),
  value = tokenKinds.indexOf('value');

/** Where `=>` stands between a key and its value; elsewhere it follows patterns. */
const withArrows = new Set(['php', 'ruby', 'perl', 'elixir', 'crystal']);

/**
 * Removes the runs of keys: a quoted string before `:` or `=>` is a name, like `code` in `{ code:
 * "x" }`. So a sample looks alike in every language. YAML's keys keep their colour.
 */
export function plainKeys(runs: Runs, text: string, grammar: string): Runs {
  if (grammar === 'yaml') return runs;
  const kept: Runs = [];
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!,
      end = runs[i + 1]!,
      kind = runs[i + 2]!;
    const isString = kind === string && isQuoted(text, start, end);
    const key =
      (isString && isBeforeColon(text, start, end)) ||
      ((isString || kind === value) && withArrows.has(grammar) && isBeforeArrow(text, end));
    if (!key) kept.push(start, end, kind);
  }
  return kept;
}

/**
 * Whole: a string with something filled in is several runs, and each of them is what it looks like.
 */
const isQuoted = (text: string, start: number, end: number): boolean =>
  end - start > 2 && text[start] === text[end - 1] && /["'`]/.test(text[start]!);

/** Colons end other things, too: `case "a":`, `if x == "a":`, `x ? "a": "b"`. */
const statement = /^\s*(?:case|when|if|elif|else|while|for|with|except|switch|default)\b/;

/** At the beginning of its line, or where a list or an object begins or goes on. */
function isBeforeColon(text: string, start: number, end: number): boolean {
  if (text[end] !== ':' || text[end + 1] === ':' || text[end + 1] === '=') return false;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /(?:^|[{[(,])\s*$/.test(before) && !statement.test(before);
}

function isBeforeArrow(text: string, end: number): boolean {
  let at = end;
  while (text[at] === ' ') at++;
  return text.startsWith('=>', at);
}
