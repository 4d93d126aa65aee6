/** Findings as an author reads them in a terminal. */
import type { Diagnostic } from './diagnostic.ts';
import { byKind } from './collector.ts';
import { kinds } from './kinds.ts';

export interface TextOptions {
  /** The line of a file as the author sees it, without its end; undefined where it cannot be read. */
  readLine?: (file: string, line: number) => string | undefined;
  /** Colour by ANSI escapes. */
  colour?: boolean;
  /** Tell notes too; they are only counted otherwise. */
  notes?: boolean;
  /** Of one kind, so many are told each with its line; of more, a few examples. */
  most?: number;
}

const examples = 3;

/**
 * `file:line:column  what is wrong  how to mend it`, one finding after another, each with its line and the place marked.
 * Where there are more than `most` of one kind, one line says how many, with a few examples. Errors come last, where the eye is.
 * @returns text that ends in a newline, or nothing
 */
export function formatText(diagnostics: Diagnostic[], options: TextOptions = {}): string {
  const { most = 12, notes = false } = options;
  const parts: string[] = [];
  for (const severity of notes
    ? (['note', 'warning', 'error'] as const)
    : (['warning', 'error'] as const)) {
    for (const [kind, found] of byKind(
      diagnostics.filter((diagnostic) => diagnostic.severity === severity),
    )) {
      if (found.length <= most) parts.push(...found.map((diagnostic) => one(diagnostic, options)));
      else parts.push(many(kind, found, options));
    }
  }
  return parts.join('');
}

/** `file:line:column`, as much of it as is known; editors and terminals make it a link. */
export const placeOf = ({
  file,
  line,
  column,
}: Pick<Diagnostic, 'file' | 'line' | 'column'>): string =>
  [file || 'content', ...(line ? [line, column || 1] : [])].join(':');

function head(diagnostic: Diagnostic, { colour }: TextOptions): string {
  const paint = paints(colour);
  return `${[paint.bold(placeOf(diagnostic)), plain(diagnostic.message), paint.soft(plain(diagnostic.hint))].filter((part) => part !== '').join('  ')}\n`;
}

function one(diagnostic: Diagnostic, options: TextOptions): string {
  const paint = paints(options.colour);
  const label = paint[diagnostic.severity](`${diagnostic.severity} ${diagnostic.kind}`);
  const line = diagnostic.line ? options.readLine?.(diagnostic.file, diagnostic.line) : undefined;
  if (line === undefined || !line.trim()) return `${head(diagnostic, options)}      ${label}\n`;
  const { text, start, length } = excerpt(line, diagnostic.column);
  const number = String(diagnostic.line).padStart(5);
  const mark = diagnostic.column
    ? `${' '.repeat(cells(text.slice(0, start)))}${paint[diagnostic.severity]('^'.repeat(length))}  `
    : '';
  return `${head(diagnostic, options)}${paint.soft(`${number} | `)}${text}\n${paint.soft(`${' '.repeat(5)} | `)}${mark}${label}\n`;
}

function many(kind: Diagnostic['kind'], found: Diagnostic[], options: TextOptions): string {
  const paint = paints(options.colour);
  const severity = found[0]?.severity ?? 'warning';
  const title = `${paint[severity](`${found.length} × ${severity} ${kind}`)}  ${kinds[kind].explained}\n`;
  return `${title}${found
    .slice(0, examples)
    .map((diagnostic) => head(diagnostic, options))
    .join('')}${paint.soft(`… and ${found.length - examples} more; --format json lists all`)}\n`;
}

/**
 * A line cut down to what lies about the column.
 * @returns where in `text` the word at the column starts, and its length
 */
export function excerpt(
  line: string,
  column: number,
): { text: string; start: number; length: number } {
  const flat = plain(line.replace(/\t/g, ' '));
  const at = Math.min(Math.max(column - 1, 0), flat.length);
  const from = at > 70 ? at - 50 : 0;
  const shown = flat.slice(from, from + 100);
  const lead = from > 0 ? '…' : '';
  const word = /^[\w$.-]+/.exec(flat.slice(at, from + 100))?.[0].length ?? 1;
  return {
    text: `${lead}${shown}${from + 100 < flat.length ? '…' : ''}`.trimEnd(),
    start: lead.length + at - from,
    length: Math.max(1, word),
  };
}

/** How many cells of a terminal a text takes: East Asian wide characters take two, combining ones none. */
const cells = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/\p{M}/u.test(character)
        ? 0
        : /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
              character,
            )
          ? 2
          : 1),
    0,
  );

/** What an author wrote must not steer the reader's terminal. */
const plain = (text: string): string =>
  text.replace(/\s*\n\s*/g, ' ').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');

function paints(colour = false) {
  const paint =
    (code: number) =>
    (text: string): string =>
      colour && text ? `\u001B[${code}m${text}\u001B[0m` : text;
  return { bold: paint(1), soft: paint(2), error: paint(31), warning: paint(33), note: paint(36) };
}
