/** Tables, counted as Redcarpet counts them and written as GFM reads them. */
import { dedent } from '../../shared/fence.ts';
import { normaliseInline } from './inline.ts';

export interface Table {
  /** Cells of the header and of each row. */
  rows: string[][];
  /** The delimiter's cells: `---`, `:--`, `:-:`, `--:`. */
  alignments: string[];
  /** Index of the line after it. */
  next: number;
  /** Rows (by index in `rows`) with more cells than the header, and what is dropped. */
  dropped: { row: number; text: string }[];
}

const indentedPipe = /^[ \t]+\|/;
const delimiter = /^[\s|:+-]*-[\s|:+-]*$/;

/**
 * The table whose header is line `index`. The header gives the number of columns; each following
 * line with a pipe is a row.
 * @param set columns of white space that are the list item's
 */
export function tableAt(lines: readonly string[], index: number, set = 0): Table | undefined {
  const head = dedent(lines[index] ?? '', set),
    under = lines[index + 1];
  if (under === undefined || !head.includes('|') || !delimiter.test(under)) return undefined;
  const marks = delimiterCells(under);
  if (marks === undefined) return undefined;
  // To Redcarpet an indented pipe ends a cell. Where the delimiter has one too, Redcarpet sees no
  // table: here the whole table is read as indented.
  const isIndented = indentedPipe.test(head) && indentedPipe.test(dedent(under, set));
  const header = cellsOf(isIndented ? head.trimStart() : head).map(trim);
  const columns = header.length;
  if (columns === 0 || marks.length < columns) return undefined;
  const rows = [header],
    dropped: Table['dropped'] = [];
  let next = index + 2;
  for (; next < lines.length && lines[next]!.includes('|'); next += 1) {
    const line = lines[next]!;
    const row = fit(cellsOf(isIndented ? line.trimStart() : dedent(line, set)), columns).map(trim);
    const surplus = row.slice(columns).filter((cell) => cell !== '');
    if (surplus.length > 0) dropped.push({ row: rows.length, text: surplus.join(' | ') });
    rows.push(row.slice(0, columns));
  }
  return { rows, alignments: marks.slice(0, columns), next, dropped };
}

/** A row's line in the table: the delimiter comes after the header. */
export const lineOfRow = (row: number): number => (row === 0 ? 0 : row + 1);

/** The table for GFM: each line's number in the table, and what is written. */
export function tableLines({ rows, alignments }: Table): [line: number, written: string][] {
  const write = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const lines = rows.map((cells, row): [number, string] => [
    lineOfRow(row),
    write(cells.map((cell) => normaliseInline(cell))),
  ]);
  return [lines[0]!, [1, write(alignments)], ...lines.slice(1)];
}

/** The delimiter's cells up to the first that is none; undefined without any. */
function delimiterCells(line: string): string[] | undefined {
  const cells: string[] = [];
  for (const cell of line.trim().replace(/^\|/, '').split(/[|+]/)) {
    const found = /^(:?)-*(:?)$/.exec(cell.trim());
    if (!found || cell.trim() === '') break;
    cells.push(`${found[1]}---${found[2]}`);
  }
  return cells.length > 0 ? cells : undefined;
}

/** Splits at unescaped pipes; a first pipe in column 0 and a last one end no cell. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let start = line.startsWith('|') ? 1 : 0;
  const end = line.trimEnd().length;
  for (let at = start; at < end; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '|') {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  if (start < end || cells.length === 0) cells.push(line.slice(start, end));
  return cells;
}

/** A row with more cells than the header may mean fewer: pipes in code. */
function fit(row: string[], columns: number): string[] {
  if (row.length <= columns) return row;
  const joined: string[] = [];
  let open = false;
  for (const cell of row) {
    if (open) joined[joined.length - 1] += `\\|${cell}`;
    else joined.push(cell);
    if (cell.split('`').length % 2 === 0) open = !open;
  }
  return open ? row : joined;
}

const trim = (cell: string): string => cell.trim();
