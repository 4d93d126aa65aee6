/** ERB's tags in a text. */

/** `line` is the one on which the part starts. */
export type ErbPart =
  | { kind: 'text'; text: string; line: number }
  /** `<%= … %>`. `isAlone`: nothing else stands on its line. */
  | { kind: 'output'; code: string; line: number; isAlone: boolean }
  /** `<% … %>`: a statement. */
  | { kind: 'code'; code: string; line: number }
  /** A tag that is never closed; its text follows as text. */
  | { kind: 'unclosed'; line: number };

/** `<%%`, a tag, or the start of one that is never closed. */
const tag = /<%(?:%|([=#-]?)([^]*?)(-?)%>|)/g;
const restOfLine = /[ \t]*(?:\n|$)/y;

/**
 * Splits a text at its tags. Comments (`<%# … %>`) are gone, `<%%` is text; a line of nothing but
 * statements and comments is gone whole, and `-%>` takes the line's end with it.
 * @param line number of the first line
 */
export function erbParts(text: string, line: number): ErbPart[] {
  const parts: ErbPart[] = [];
  let at = 0;
  /** @param shown of what lies before `next` */
  const pass = (next: number, shown: string): void => {
    const last = parts.at(-1);
    if (shown && last?.kind === 'text') last.text += shown;
    else if (shown) parts.push({ kind: 'text', text: shown, line });
    line += text.slice(at, next).split('\n').length - 1;
    at = next;
  };
  for (;;) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (!found) break;
    const { 0: whole, 1: sign, 2: code, 3: trim, index: start } = found;
    const before = text.slice(at, start);
    if (code === undefined) {
      pass(start, whole === '<%%' ? `${before}<%` : before);
      if (whole !== '<%%') {
        parts.push({ kind: 'unclosed', line });
        break;
      }
      at += whole.length;
      continue;
    }
    const lineStart = text.lastIndexOf('\n', start) + 1;
    restOfLine.lastIndex = start + whole.length;
    const rest = restOfLine.exec(text)?.[0];
    const isAlone = rest !== undefined && lineStart >= at && !text.slice(lineStart, start).trim();
    const takesLine = isAlone && sign !== '=';
    pass(start, takesLine ? before.replace(/[ \t]*$/, '') : before);
    if (sign === '=') parts.push({ kind: 'output', code, line, isAlone });
    else if (sign !== '#') parts.push({ kind: 'code', code, line });
    const takesEnd = takesLine || (trim && rest?.endsWith('\n'));
    pass(start + whole.length + (takesEnd ? rest!.length : 0), '');
  }
  pass(text.length, text.slice(at));
  return parts;
}
