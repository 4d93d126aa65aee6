/** The insides of string literals of nine languages. Browser-safe. */

const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const codeUnit = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

// Control characters, line separators, and the mark of a byte order: seen by no reader.
const unseen = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g;
const unseenInBlock = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g;

/** A literal with backslash escapes; `marked` are the characters that get one. */
const escaped =
  (marked: RegExp, hidden = unseen) =>
  (text: string): string =>
    text
      .replace(marked, '\\$&')
      .replace(hidden, (character) => short[character] ?? codeUnit(character));

const asItIs = (text: string): string => text;

const escapes = {
  /** POSIX shell, in `'`. No shell holds a NUL, and no source should. */
  shell: (text: string) => text.replaceAll('\0', '').replaceAll("'", "'\\''"),
  /** In `$'`, for what `'` cannot show (bash, zsh, ksh). */
  'shell-ansi': escaped(/[\\']/g),
  js: escaped(/[\\']/g),
  'js-template': escaped(/[\\`]|\$(?=\{|$)/g, unseenInBlock),
  python: escaped(/[\\']/g),
  /** In `'''`. */
  'python-block': escaped(/\\|'(?='')|^'|'$/g, unseenInBlock),
  /** In `"`: `#{`, `#$` and `#@` would be code. */
  ruby: escaped(/[\\"]|#(?=[{$@]|$)/g),
  /** In `'`, which may hold line breaks. */
  php: (text: string) => text.replaceAll('\0', '').replace(/[\\']/g, '\\$&'),
  /** In `"`, for what `'` cannot show. */
  'php-double': (text: string) =>
    escaped(/[\\"$]/g)(text).replace(/(?<=(?:^|[^\\])(?:\\\\)*\\)u([\da-f]{4})/g, 'u{$1}'),
  go: escaped(/[\\"]/g),
  /** In backticks, which know no escape: another literal holds a backtick. */
  'go-raw': (text: string) =>
    text.replace(/[`\r\ufeff\0]+/g, (run) => `\` + "${escapes.go(run)}" + \``),
  java: escaped(/[\\"]/g),
  /** In `"""`; white space at the end of a line would be cut off. */
  'java-block': (text: string) =>
    escaped(/\\|"(?="")|^"|"$/g, unseenInBlock)(text).replace(/ (?=\n|$)/g, '\\s'),
  csharp: escaped(/[\\"]/g),
  /** Literals without escapes, for JSON and for fixed text only: who writes one has looked. */
  raw: asItIs,
};

/** A kind of string literal. */
export type Literal = keyof typeof escapes;

/**
 * @param indent spaces before each line but the first, in a literal that takes them off again
 * @returns the text as it stands between the quotes of such a literal; lone surrogates, which
 *   UTF-8 cannot hold, are replaced by U+FFFD
 */
export function escapeLiteral(literal: Literal, text: string, indent = 0): string {
  const inside = escapes[literal](text.replace(/\p{Surrogate}/gu, '\ufffd'));
  return indent ? inside.replace(/\n(?!\n)/g, `\n${' '.repeat(indent)}`) : inside;
}

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
