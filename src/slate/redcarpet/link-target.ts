/** What stands in the round brackets of a link, read as Redcarpet reads it. */

export interface LinkTarget {
  /** Where the link ends. */
  end: number;
  /** The same for CommonMark; absent where it reads the source alike. */
  written?: string;
}

/** Valid in CommonMark too. */
const plain =
  /\((?:[^\s()<>\\]*|[ \t]*(?:<[^<>\n]*>|[^\s<()][^\s()]*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*)\)/y;
/** `[x] (#y)`: only a likely URL, since `[optional] (default 5)` is prose. */
const scheme = '[a-z][a-z0-9+.-]+:';
const file = String.raw`[\w./-]+\.(?:html?|md|pdf|png|jpe?g|gif|svg)\b`;
const inBrackets = (likely: string) => String.raw`\(\s*(?=${likely})[^\s()]*\s*\)`;
const apart = new RegExp(
  [
    String.raw`[ \t]+\n?[ \t]*` + inBrackets(String.raw`#|\.{0,2}\/|${scheme}|www\.|${file}`),
    String.raw`\n[ \t]*` + inBrackets(`#|${scheme}`),
  ].join('|'),
  'iy',
);

/** In a heading Slate's id lacks whatever is taken for a URL. */
const apartInHeading = /[ \t]+\([^()]*\)/y;

/** Longest target that is looked for; a bracket without end is no link. */
const MAX_TARGET = 4000;

/**
 * @param text the whole paragraph
 * @param at just after a link text's `]`
 * @param heading the text is a heading
 * @returns undefined where no link follows
 */
export function linkEnd(text: string, at: number, heading = false): LinkTarget | undefined {
  if (text[at] !== '(') {
    const pattern = heading ? apartInHeading : apart;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    const [whole] = found;
    const url = whole.trim().slice(1, -1).trim();
    return { end: at + whole.length, written: `(<${url}>${ends(whole.split('\n').length - 1)}` };
  }
  plain.lastIndex = at;
  const found = plain.exec(text);
  if (found) return { end: at + found[0].length };
  return loose(text, at);
}

/** Redcarpet's reading: all up to the closing bracket, but for a quoted title. */
function loose(text: string, start: number): LinkTarget | undefined {
  const limit = Math.min(text.length, start + MAX_TARGET);
  let at = start + 1,
    depth = 0;
  while (at < limit && /\s/.test(text[at]!)) at += 1;
  const from = at;
  let quote = '';
  for (; at < limit; at += 1) {
    const char = text[at]!;
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) break;
      depth -= 1;
    } else if ((char === '"' || char === "'") && /\s/.test(text[at - 1]!)) {
      quote = char;
      break;
    }
  }
  if (at >= limit) return undefined;
  let url = text.slice(from, at),
    title = '';
  if (quote) {
    const close = titleEnd(text, at + 1, limit, quote);
    if (close === undefined) return undefined;
    const inner = text.slice(at + 1, close).trimEnd();
    if (inner.endsWith(quote)) title = inner.slice(0, -1);
    else url = text.slice(from, close);
    at = close;
  }
  url = url.trim().replace(/^</, '').replace(/>$/, '');
  const lines = text.slice(start, at + 1).split('\n').length - 1;
  const shown = url.replace(/\s*\n\s*/g, ' ').replace(/[<>]/g, '\\$&');
  const named = title ? ` "${title.replace(/\s*\n\s*/g, ' ').replace(/"/g, '\\"')}"` : '';
  return { end: at + 1, written: `(<${shown}>${named}${ends(lines)}` };
}

/** Line breaks are kept, within the link's brackets: behind them one would show as a space. */
const ends = (lines: number): string => (lines ? `\n)${'\n'.repeat(lines - 1)}` : ')');

function titleEnd(text: string, start: number, limit: number, quote: string): number | undefined {
  let inside = true;
  for (let at = start; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) inside = false;
    else if (text[at] === ')' && !inside) return at;
  }
  return undefined;
}
