/** Findings as an author reads them in a terminal. */
import type { Diagnostic } from './diagnostic.ts';
import { kinds } from './kinds.ts';

export interface TextOptions {
  /** A file's line as its author sees it, without its end; undefined where it cannot be read. */
  readLine?: (file: string, line: number) => string | undefined;
  /** Colour by ANSI escapes. */
  colour?: boolean;
  /** Tell notes too; they are only counted otherwise. */
  notes?: boolean;
  /** Of one kind, so many are told each with its line; of more, a few examples. */
  most?: number;
}

const EXAMPLES = 3;

/**
 * `file:line:column  what is wrong  how to mend it`, each finding with its line and the place marked.
 * Where there are more than `most` of one kind, one line says how many, with a few examples.
 * Errors come last, where the eye is.
 * @returns text that ends in a newline, or nothing
 */
export function formatText(diagnostics: Diagnostic[], options: TextOptions = {}): string {
  const { most = 12, notes = false } = options;
  const severities = notes ? ['note', 'warning', 'error'] : ['warning', 'error'];
  return severities
    .flatMap((severity) => [
      ...Map.groupBy(
        diagnostics.filter((diagnostic) => diagnostic.severity === severity),
        ({ kind }) => kind,
      ).values(),
    ])
    .flatMap((found) =>
      found.length > most
        ? formatMany(found, options)
        : found.map((diagnostic) => formatOne(diagnostic, options)),
    )
    .join('');
}

/** `file:line:column`, as much of it as is known; editors and terminals make it a link. */
export const placeOf = ({ file, line, column }: Diagnostic): string =>
  [file || 'content', ...(line ? [line, column || 1] : [])].join(':');

function head(diagnostic: Diagnostic, { colour }: TextOptions): string {
  const paint = paints(colour);
  const hint = paint.soft(plain(diagnostic.hint));
  const parts = [paint.bold(placeOf(diagnostic)), plain(diagnostic.message), hint];
  return `${parts.filter(Boolean).join('  ')}\n`;
}

function formatOne(diagnostic: Diagnostic, options: TextOptions): string {
  const { kind, severity, file, line, column } = diagnostic;
  const paint = paints(options.colour);
  const label = paint[severity](`${severity} ${kind}`);
  const source = line ? options.readLine?.(file, line) : undefined;
  if (!source?.trim()) return `${head(diagnostic, options)}      ${label}\n`;
  const { text, start, length } = excerpt(source, column);
  const [number, margin] = [String(line), ''].map((text) => paint.soft(`${text.padStart(5)} | `));
  const mark = ' '.repeat(cells(text.slice(0, start))) + paint[severity]('^'.repeat(length));
  const marked = `${margin}${column ? `${mark}  ` : ''}${label}`;
  return `${head(diagnostic, options)}${number}${text}\n${marked}\n`;
}

/** @param found all of one kind and severity */
function formatMany(found: Diagnostic[], options: TextOptions): string {
  const paint = paints(options.colour);
  const { kind, severity } = found[0]!;
  const title = paint[severity](`${found.length} × ${severity} ${kind}`);
  const more = `… and ${found.length - EXAMPLES} more; --format json lists all`;
  const examples = found.slice(0, EXAMPLES).map((diagnostic) => head(diagnostic, options));
  return `${title}  ${kinds[kind].explained}\n${examples.join('')}${paint.soft(more)}\n`;
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

const eastAsianWide =
  '\\u1100-\\u115F\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFF60' +
  '\\uFFE0-\\uFFE6\\u{1F300}-\\u{1FAFF}\\u{20000}-\\u{3FFFD}';
const wide = new RegExp(`[${eastAsianWide}]`, 'gu');

/** How many cells of a terminal a text takes: wide characters take two, combining ones none. */
const cells = (text: string): number => [...text.replace(/\p{M}/gu, '').replace(wide, '  ')].length;

/** What an author wrote must not steer the reader's terminal. */
const plain = (text: string): string =>
  text.replace(/\s*\n\s*/g, ' ').replace(/[\0-\x08\x0B-\x1F\x7F-\x9F]/g, '\uFFFD');

function paints(colour = false) {
  const paint = (code: number) => (text: string) =>
    colour && text ? `\x1B[${code}m${text}\x1B[0m` : text;
  return { bold: paint(1), soft: paint(2), error: paint(31), warning: paint(33), note: paint(36) };
}
