/** The open list items, and where CommonMark wants their content. */
import { columns } from '../../shared/fence.ts';

export interface Item {
  /** What goes before the item's text: white space and its mark. */
  prefix: string;
  rest: string;
  /** Column of `rest` in the source. */
  column: number;
  /** Right after text CommonMark needs a blank line before it: only `1.` starts a list there. */
  needsBlank?: boolean;
}

/** From this column on Redcarpet reads a line after a blank one as the item's. */
export const inItem = 4;

interface Open {
  /** Column of the mark in the source. */
  mark: number;
  /** Column of the content, in the source and as written. */
  column: number;
  written: number;
  isOrdered: boolean;
  /** A blank line stands in its list so far, or after it. */
  isLoose: boolean;
}

const marker = /^([ \t]*)([-*+]|\d{1,9}\.)([ \t]+)(?=\S)/;
const empty = /^([ \t]*)([-*+]|\d{1,9}\.)[ \t]*$/;

/** More open items than this are read as text. */
const MAX_ITEMS = 50;

/**
 * Items are written where CommonMark nests them. In Redcarpet any deeper mark nests; in CommonMark
 * only one that reaches the content above, and a much deeper one is code.
 */
export class ListStack {
  private readonly open: Open[] = [];

  get depth(): number {
    return this.open.length;
  }

  clear(): void {
    this.open.length = 0;
  }

  /** White space before a line in the innermost item. */
  get indent(): string {
    return ' '.repeat(this.open.at(-1)?.written ?? 0);
  }

  /**
   * The item that `line` starts. Right after text outside a list only `1.` and bullets start one.
   * @param afterBlank a blank line stands before it
   */
  marker(line: string, afterText: boolean, afterBlank: boolean): Item | undefined {
    const found = marker.exec(line) ?? empty.exec(line);
    if (!found) return undefined;
    const [whole, space = '', mark = '', gap = ''] = found;
    if (
      afterText &&
      this.open.length === 0 &&
      (gap === '' || (/^\d/.test(mark) && Number.parseInt(mark, 10) !== 1))
    )
      return undefined;
    const column = columns(space);
    let before: Open | undefined;
    while (this.open.length > 0 && this.open.at(-1)!.mark >= column) before = this.open.pop();
    if (this.open.length >= MAX_ITEMS) return undefined;
    const item = this.push(this.indent, mark, column, columns(whole), line.slice(whole.length));
    const open = this.open.at(-1)!;
    if (before?.isOrdered === open.isOrdered) open.isLoose = before.isLoose || afterBlank;
    else if (afterText && open.isOrdered && Number.parseInt(mark, 10) !== 1) item.needsBlank = true;
    return item;
  }

  /**
   * Whether the item at line `index` holds blocks in Redcarpet, so that `1. ### One` is a heading:
   * a blank line stands in its list so far, or before what follows. Only in outermost lists; in
   * others Redcarpet loses such lines.
   */
  isLoose(lines: readonly string[], index: number): boolean {
    const [item, inner] = this.open;
    if (!item || inner) return false;
    if (item.isLoose) return true;
    let next = index + 1;
    for (; next < lines.length && lines[next]!.trim() !== ''; next += 1)
      if (this.isNext(lines[next]!, item)) return false;
    while (next < lines.length && lines[next]!.trim() === '') next += 1;
    const line = lines[next] ?? '';
    return (
      columns(/^[ \t]*/.exec(line)?.[0] ?? '') >= inItem ||
      (this.isNext(line, item) && /^\s*\d/.test(line) === item.isOrdered)
    );
  }

  /** A blank line stands before what was last read of the innermost item, or before that item. */
  get holdsBlocks(): boolean {
    return this.open.at(-1)?.isLoose ?? false;
  }

  private isNext(line: string, { mark }: Open): boolean {
    const found = marker.exec(line);
    return found !== null && columns(found[1] ?? '') <= mark;
  }

  /** An item at the very start of the item `outer`. */
  nested(rest: string, outer: Item): Item | undefined {
    const found = marker.exec(rest);
    if (!found || this.open.length >= MAX_ITEMS) return undefined;
    const [whole, , mark = ''] = found;
    return this.push('', mark, outer.column, outer.column + whole.length, rest.slice(whole.length));
  }

  private push(
    before: string,
    mark: string,
    markColumn: number,
    column: number,
    rest: string,
  ): Item {
    const written = (this.open.at(-1)?.written ?? 0) + mark.length + 1;
    this.open.push({
      mark: markColumn,
      column,
      written,
      isOrdered: /^\d/.test(mark),
      isLoose: false,
    });
    return { prefix: `${before}${mark} `, rest, column };
  }

  /**
   * The indentation of a line that starts no item. After a blank line it belongs to the innermost
   * item whose content it reaches, or whose mark it is deeper than; after text it continues that.
   */
  place(indent: number, afterBlank: boolean): string {
    if (afterBlank) {
      while (this.open.length > 0 && this.open.at(-1)!.mark >= indent) this.open.pop();
      const reached = this.open.findLastIndex((item) => item.column <= indent);
      if (reached >= 0) this.open.length = reached + 1;
      const inner = this.open.at(-1);
      if (inner && indent >= inItem) inner.isLoose = true;
    }
    return this.indent;
  }
}
