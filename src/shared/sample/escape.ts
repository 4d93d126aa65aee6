/** Writes text into string literals, and JSON as data of a language, by rules. Browser-safe. */

/** A pattern and what replaces it; `0000` stands for the code of the character. */
export type Rule = readonly [pattern: string, replacement: string];

/** How a language writes JSON as data of its own. */
export interface Data {
  /** Of its string literals. */
  rules: readonly Rule[];
  quote: string;
  /** What tokens of JSON become; `{}` is an object without members. */
  words: Readonly<Record<string, string>>;
  /** Spaces a level. */
  tab: number;
  /** Keys that are names have no quotes. */
  bare?: boolean;
}

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/**
 * @param indent spaces before each line but the first, in a literal that takes them off again
 * @returns the text as it stands between the quotes of such a literal; lone surrogates, which
 *   UTF-8 cannot hold, are replaced by U+FFFD
 */
export function escapeText(rules: readonly Rule[], text: string, indent = 0): string {
  let inside = text.toWellFormed();
  for (const [pattern, replacement] of rules)
    inside = inside.replace(new RegExp(pattern, 'gu'), (character) =>
      replacement.replace('$&', () => character).replace('0000', () => codeOf(character)),
    );
  return indent ? inside.replace(/\n(?!\n)/g, `\n${' '.repeat(indent)}`) : inside;
}

const tokens = /"(?:[^"\\]|\\.)*"(\s*:\s*)?|[{[]\s*[}\]]|\s*\n *([}\]]?)|\w+|[{}:]/g;

/**
 * @param json valid; its lines stay as they are
 * @param indent spaces before the line on which it begins
 */
export function dataCode(
  json: string,
  { rules, quote, words, tab, bare }: Data,
  indent: number,
): string {
  const word = (token: string): string => words[token] ?? token;
  return json.trim().replace(tokens, (token, colon?: string, closing?: string) => {
    if (token[0] === '"') {
      const text = JSON.parse(colon ? token.slice(0, -colon.length) : token) as string;
      const isBare = bare && colon && /^[a-z_$][\w$]*$/i.test(text);
      const string = isBare ? text : quote + escapeText(rules, text) + quote;
      return colon ? string + word(':') : string;
    }
    if (closing === undefined) return word(token.replace(/\s+/, ''));
    const spaces = token.slice(token.lastIndexOf('\n') + 1, closing ? -1 : undefined).length;
    const line = `\n${' '.repeat(indent + (spaces / 2) * tab)}`;
    return closing ? `,${line}${word(closing)}` : line;
  });
}
