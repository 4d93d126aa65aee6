/** Code with its runs of colour and its marks as HTML, text to the letter. */
import { escapeText } from '../../shared/html.ts';
import { tokenTags } from './code-theme.ts';
import type { Runs } from './runs.ts';

/**
 * A stretch that the author marked, a part of long code, or what is not copied (`uncopied`) or not
 * in focus (`dim`); `line`: whole lines, with their breaks.
 */
export interface Mark {
  start: number;
  end: number;
  kind: 'mark' | 'ins' | 'del' | 'part' | 'uncopied' | 'dim';
  line: boolean;
}

const special = /[&<]/;

/**
 * @param marks in any order; of two that overlap the later one counts
 */
export function codeHtml(text: string, runs: Runs, marks: readonly Mark[] = []): string {
  if (marks.length) return markedHtml(text, runs, marks);
  // Most code has nothing to escape.
  const piece = special.test(text)
    ? (start: number, end?: number) => escapeText(text.slice(start, end))
    : (start: number, end?: number) => text.slice(start, end);
  let html = '',
    at = 0;
  for (let i = 0; i < runs.length; i += 3) {
    const start = runs[i]!,
      end = runs[i + 1]!,
      [open, close] = tokenTags[runs[i + 2]!]!;
    html += piece(at, start) + open + piece(start, end) + close;
    at = end;
  }
  return html + piece(at);
}

/** Lines enclose words, words enclose colours: each edge closes what ends and opens what begins. */
function markedHtml(text: string, runs: Runs, marks: readonly Mark[]): string {
  const edges = new Set([0, text.length]);
  for (let i = 0; i < runs.length; i++) if (i % 3 < 2) edges.add(runs[i]!);
  for (const mark of marks) edges.add(mark.start).add(mark.end);
  const cuts = [...edges].sort((a, b) => a - b);
  const coming = marks.map((mark, index) => ({ ...mark, index })).sort((a, b) => a.start - b.start);
  let next = 0,
    here: typeof coming = [];
  let html = '',
    run = 0;
  let open: (readonly [open: string, close: string, key: unknown])[] = [];
  for (const [index, start] of cuts.entries()) {
    while (run < runs.length && runs[run + 1]! <= start) run += 3;
    const end = cuts[index + 1] ?? start;
    here = here.filter(({ end }) => start < end);
    for (; next < coming.length && coming[next]!.start <= start; next++)
      if (start < coming[next]!.end) here.push(coming[next]!);
    const last = (line: boolean) =>
      here.reduce<(typeof here)[number] | undefined>(
        (found, mark) => (mark.line === line && mark.index >= (found?.index ?? 0) ? mark : found),
        undefined,
      );
    const line = last(true),
      word = last(false);
    const wanted: typeof open = [];
    if (line) wanted.push([...tagsOf(line), line]);
    if (word) wanted.push([...tagsOf(word), word]);
    if (run < runs.length && runs[run]! <= start && start < text.length)
      wanted.push([...tokenTags[runs[run + 2]!]!, run]);
    let kept = 0;
    while (kept < open.length && open[kept]![2] === wanted[kept]?.[2]) kept++;
    for (const tag of open.slice(kept).reverse()) html += tag[1];
    for (const tag of wanted.slice(kept)) html += tag[0];
    open = wanted;
    html += escapeText(text.slice(start, end));
  }
  return html;
}

function tagsOf({ kind, line }: Mark): [open: string, close: string] {
  if (kind === 'part' || kind === 'uncopied' || kind === 'dim')
    return [`<span class="${kind}">`, '</span>'];
  return [line ? `<${kind} class="line">` : `<${kind}>`, `</${kind}>`];
}
