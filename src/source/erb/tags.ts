/** ERB's tags in a text. */

export type ErbPart =
  | { kind: 'text'; text: string; line: number }
  /** `<%= … %>`. `whole`: it stands alone on its line. */
  | { kind: 'output'; code: string; line: number; whole: boolean }
  /** `<% … %>`: a statement. */
  | { kind: 'code'; code: string; line: number }
  /** A tag that is never closed; its text follows as text. */
  | { kind: 'unclosed'; line: number };

/**
 * Splits a text at its tags. Comments (`<%# … %>`) are gone, `<%%` is text; a line that holds nothing but statements and
 * comments is gone whole, and `-%>` takes the line's end with it.
 * @param line number of the first line
 */
export function erbParts(text: string, line: number): ErbPart[] {
  const parts: ErbPart[] = [];
  let at = 0;
  const push = (piece: string, on: number) => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.kind === 'text') last.text += piece;
    else parts.push({ kind: 'text', text: piece, line: on });
  };
  const advance = (piece: string) => {
    for (const char of piece) if (char === '\n') line += 1;
  };
  for (;;) {
    const start = text.indexOf('<%', at);
    if (start < 0) break;
    const before = text.slice(at, start);
    if (text[start + 2] === '%') {
      push(`${before}<%`, line);
      advance(before);
      at = start + 3;
      continue;
    }
    const end = text.indexOf('%>', start + 2);
    if (end < 0) {
      push(before, line);
      advance(before);
      parts.push({ kind: 'unclosed', line });
      at = start;
      break;
    }
    const sign = text[start + 2] ?? '';
    const output = sign === '=';
    const trims = text[end - 1] === '-';
    const code = text.slice(start + ('=#-'.includes(sign) && sign ? 3 : 2), trims ? end - 1 : end);
    let next = end + 2,
      shown = before;
    const alone =
      /(^|\n)[ \t]*$/.test(before) &&
      (before.includes('\n') || at === 0 || text[at - 1] === '\n') &&
      /^[ \t]*(\n|$)/.test(text.slice(next, text.indexOf('\n', next) + 1 || undefined));
    if (alone && !output) {
      shown = before.replace(/[ \t]*$/, '');
      next = lineEnd(text, next);
    } else if (trims) {
      const newline = /^[ \t]*\n/.exec(text.slice(next, lineEnd(text, next)));
      next += newline?.[0].length ?? 0;
    }
    push(shown, line);
    advance(before);
    if (output) parts.push({ kind: 'output', code, line, whole: alone });
    else if (sign !== '#') parts.push({ kind: 'code', code, line });
    advance(text.slice(start, next));
    at = next;
  }
  push(text.slice(at), line);
  return parts;
}

/** Just behind the end of the line that holds `at`. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
