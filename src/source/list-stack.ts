/** The list items that are open, and where CommonMark wants what stands in them. */
import { columns } from './fence.ts';

export interface Item {
  /** What goes before the item's text: white space and its mark. */
  prefix: string;
  rest: string;
  /** Column of `rest` in the source. */
  column: number;
}

interface Open {
  /** Column of the mark in the source. */
  mark: number;
  /** Column of the content, in the source and as written. */
  column: number;
  written: number;
}

const marker = /^([ \t]*)([-*+]|\d{1,9}\.)([ \t]+)(?=\S)/;
const empty = /^([ \t]*)([-*+]|\d{1,9}\.)[ \t]*$/;

/** More open items than this are read as text. */
const deepest = 50;

/**
 * Items are written where CommonMark nests them. In Redcarpet any deeper mark nests, in CommonMark only one that reaches
 * the content of the item above (`1. a` over two spaces and `* b`), and one that is much deeper is code.
 */
export class ListStack {
  private readonly open: Open[] = [];

  get depth(): number { return this.open.length; }

  clear(): void { this.open.length = 0; }

  /** White space before a line in the innermost item. */
  get indent(): string { return ' '.repeat(this.open.at(-1)?.written ?? 0); }

  /** The item that `line` starts, if it does. Straight after text outside a list only `1.` and bullets start one. */
  marker(line: string, afterText: boolean): Item | undefined {
    const found = marker.exec(line) ?? empty.exec(line);
    if (!found) return undefined;
    const [whole, space = '', mark = '', gap = ''] = found;
    if (afterText && this.open.length === 0 && (gap === '' || (/^\d/.test(mark) && Number.parseInt(mark, 10) !== 1))) return undefined;
    const column = columns(space);
    while (this.open.length > 0 && (this.open.at(-1) as Open).mark >= column) this.open.pop();
    if (this.open.length >= deepest) return undefined;
    return this.push(this.indent, mark, column, columns(whole), line.slice(whole.length));
  }

  /** An item at the very start of the item `outer`. */
  nested(rest: string, outer: Item): Item | undefined {
    const found = marker.exec(rest);
    if (!found || this.open.length >= deepest) return undefined;
    const [whole, , mark = ''] = found;
    return this.push('', mark, outer.column, outer.column + whole.length, rest.slice(whole.length));
  }

  private push(before: string, mark: string, markColumn: number, column: number, rest: string): Item {
    const written = (this.open.at(-1)?.written ?? 0) + mark.length + 1;
    this.open.push({ mark: markColumn, column, written });
    return { prefix: `${before}${mark} `, rest, column };
  }

  /**
   * The white space for a line that starts no item.
   * After a blank line it stands in the innermost item whose content it reaches, or whose mark it is deeper than; straight
   * after text it goes on with that.
   */
  place(indent: number, afterBlank: boolean): string {
    if (afterBlank) {
      while (this.open.length > 0 && (this.open.at(-1) as Open).mark >= indent) this.open.pop();
      const reached = this.open.findLastIndex((item) => item.column <= indent);
      if (reached >= 0) this.open.length = reached + 1;
    }
    return this.indent;
  }
}
