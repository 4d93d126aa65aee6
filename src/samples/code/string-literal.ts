/** The insides of string literals of nine languages, as rules that a browser can follow, too. */
import { escapeText, type Rule } from '../../shared/sample/escape.ts';

// Control characters, line separators, and the mark of a byte order: seen by no reader.

const unseen: Rule[] = [
  ['\\n', '\\n'],
  ['\\r', '\\r'],
  ['\\t', '\\t'],
  ['[\\0-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]', '\\u0000'],
];
/** In literals that hold line breaks. */
const unseenInBlock = unseen
  .slice(1)
  .map(([pattern, escape]): Rule => [pattern.replace('\\x1f', '\\x09\\x0b-\\x1f'), escape]);
/** A literal with backslash escapes; `marked` are the characters that get one. */
const escaped = (marked: RegExp, hidden = unseen): Rule[] => [[marked.source, '\\$&'], ...hidden];

const inGo = (character: string, escape: string): Rule => [character, `\` + "${escape}" + \``];

const literals = {
  /** POSIX shell, in `'`. No shell holds a NUL, and no source should. */
  shell: [
    ['\\0', ''],
    ["'", "'\\''"],
  ],
  /** In `"` of curl's `--form`, in `'`. */
  'shell-form': [
    ['\\0', ''],
    ['[\\\\"]', '\\$&'],
    ["'", "'\\''"],
  ],
  /** In `$'`, for what `'` cannot show (bash, zsh, ksh). */
  'shell-ansi': escaped(/[\\']/),
  js: escaped(/[\\']/),
  'js-template': escaped(/[\\`]|\$(?=\{|$)/, unseenInBlock),
  python: escaped(/[\\']/),
  /** In `'''`. */
  'python-block': escaped(/\\|'(?='')|^'|'$/, unseenInBlock),
  /** In `"`: `#{`, `#$` and `#@` would be code. */
  ruby: escaped(/[\\"]|#(?=[{$@]|$)/),
  /** In `'`, which may hold line breaks. */
  php: [
    ['\\0', ''],
    ["[\\\\']", '\\$&'],
  ],
  /** In `"`, for what `'` cannot show. */
  'php-double': [...escaped(/[\\"$]/).slice(0, -1), [unseen.at(-1)![0], '\\u{0000}']],
  go: escaped(/[\\"]/),
  /** In backticks, which know no escape: another literal holds a backtick. */
  'go-raw': [
    inGo('`+', '$&'),
    inGo('\\r', '\\r'),
    inGo('\\ufeff', '\\ufeff'),
    inGo('\\0', '\\u0000'),
  ],
  java: escaped(/[\\"]/),
  /** In `"""`; white space at the end of a line would be cut off. */
  'java-block': [...escaped(/\\|"(?="")|^"|"$/, unseenInBlock), [' (?=\\n|$)', '\\s']],
  csharp: escaped(/[\\"]/),
  /** Literals without escapes, for JSON and for fixed text only: who writes one has looked. */
  raw: [],
} satisfies Record<string, Rule[]>;

/** A kind of string literal. */
export type Literal = keyof typeof literals;

/** The rules of each, by its name. */
export const literalRules: Readonly<Record<Literal, readonly Rule[]>> = literals;

/** @param indent as `escapeText` has it */
export const escapeLiteral = (literal: Literal, text: string, indent = 0): string =>
  escapeText(literalRules[literal], text, indent);

/**
 * `escapeLiteral` for fixed text beside a hole. What is put into a hole has its outermost quotes
 * escaped in a block, so that fixed text need not.
 */
export function escapeBeside(
  literal: Literal,
  text: string,
  beside: { before: boolean; after: boolean },
  indent = 0,
): string {
  if (!literal.endsWith('-block')) return escapeLiteral(literal, text, indent);
  const [before, after] = [beside.before ? '.' : '', beside.after ? '.' : ''];
  const inside = escapeLiteral(literal, before + text + after, indent);
  return inside.slice(before.length, inside.length - after.length);
}
