/** Reads blocks as Redcarpet does and writes them for GFM. */
import type { Block } from './block.ts';
import { definitionAt } from './definition.ts';
import { closes, columns, dedent } from '../../shared/fence.ts';
import { fenceAt } from './fence-block.ts';
import { HtmlBlocks } from '../html-block-end.ts';
import { headingLine, markedHeading, trim } from './heading.ts';
import { inItem, ListStack, type Item } from './list-stack.ts';
import { GUARD, placeholder } from './marks.ts';
import { Output } from './output.ts';
import type { LineFinding, Normalised } from './normalize.ts';
import { blank, blockLike, container, rule, underItem, underline } from './patterns.ts';
import { quotedLines } from './quote.ts';
import { lineOfRow, tableAt, tableLines } from './table.ts';

/** Deeper quotes are text: later steps walk the tree by recursion. */
const MAX_DEPTH = 50;

/** What quotes share with the text around them. */
interface Shared {
  result: Normalised;
  /** Labels of definitions that look like ids: `[#x]: url`. */
  labels: Set<string>;
}

/** A line from its first character on. */
interface Start {
  rest: string;
  /** Goes before it: an item's mark, or white space. */
  prefix: string;
  /** Goes before the lines that follow it in the same container. */
  indent: string;
  /** Of `rest` in the source line. */
  column: number;
  isItem: boolean;
}

/** Reads the blocks of a text, or of a quote in it. */
export class BlockReader {
  private readonly source: readonly string[];
  private readonly origins: readonly number[];
  private readonly shared: Shared;
  private readonly depth: number;
  private readonly html: HtmlBlocks;
  private readonly list = new ListStack();
  private readonly out = new Output();
  private at = 0;
  /**
   * Right after text, or deep outside of lists, an unclosed fence is text: none is closed before
   * this line up to this column.
   */
  private unclosed = { before: 0, column: 0 };
  /** The last line that closes a fence. */
  private readonly lastFence: number;

  /** @param origins for each line of `source` its line in the author's text */
  constructor(source: readonly string[], origins: readonly number[], shared: Shared, depth = 0) {
    this.source = source;
    this.origins = origins;
    this.shared = shared;
    this.depth = depth;
    this.html = new HtmlBlocks(source);
    this.lastFence = source.findLastIndex((line) => closes(line, Infinity));
  }

  run(): Output {
    let afterBlank = true;
    for (let line; (line = this.source[this.at]) !== undefined; ) {
      const definition = definitionAt(this.source, this.at);
      const isBlank = blank.test(line) && !this.out.keepBlank(this.source, this.at, this.origin);
      if (isBlank) {
        this.out.flush();
        this.emit('');
      }
      if (blank.test(line)) this.at += 1;
      else if (definition) {
        this.shared.result.definitions.push(definition.source);
        this.at = definition.next;
        continue;
      } else this.block(line, afterBlank);
      afterBlank = isBlank;
    }
    this.out.flush();
    return this.out;
  }

  /** The author's line of the line being read. */
  private get origin(): number {
    return this.origins[this.at] ?? 0;
  }

  private emit(line: string, origin = this.origin): void {
    this.out.emit(line, origin);
  }

  private find(kind: LineFinding['kind'], message: string, hint: string, line = this.origin): void {
    this.shared.result.findings.push({ kind, line, message, hint });
  }

  /** Reads one block, or one line of a paragraph, from a line that is not blank. */
  private block(line: string, afterBlank: boolean): void {
    const indent = columns(/^[ \t]*/.exec(line)![0]);
    const { paragraph } = this.out;
    if (indent === 0 && line.startsWith('#')) return this.heading(line);
    if (paragraph?.prefix === '' && indent === 0 && underline.test(line))
      return this.underlined(line);
    if (rule.test(line) && (indent === 0 || this.list.depth === 0)) {
      this.out.flush();
      if (indent === 0) this.list.clear();
      if (!afterBlank) this.emit('');
      this.emit(line.trim());
      this.at += 1;
      return;
    }
    // `1. Title` over `---` is a heading; further items of a list stay items.
    const isTitle =
      !paragraph &&
      this.list.depth === 0 &&
      indent === 0 &&
      underItem.test(this.source[this.at + 1] ?? '');
    const item = isTitle ? undefined : this.list.marker(line, paragraph !== undefined, afterBlank);
    if (item) return this.item(item, afterBlank);
    const lead = this.list.place(indent, afterBlank);
    // A no-break or ideographic space is text; a byte order mark is nothing.
    const rest = line.replace(/^[ \t\uFEFF]+/, '');
    if (rest.startsWith('#') && indent >= inItem && this.list.holdsBlocks)
      return this.heading(rest, lead);
    const start = { rest, prefix: lead, indent: lead, column: indent, isItem: false };
    this.content(start, afterBlank);
  }

  private item(item: Item, afterBlank: boolean): void {
    this.out.flush();
    if (item.needsBlank) this.emit('');
    let { prefix } = item,
      inner = item;
    // `- - a`: an item in an item.
    for (;;) {
      const nested = this.list.nested(inner.rest, inner);
      if (!nested) break;
      prefix += nested.prefix;
      inner = nested;
    }
    const { rest, column } = inner;
    if (rest.startsWith('#') && this.list.isLoose(this.source, this.at))
      return this.heading(rest, prefix);
    this.content({ rest, prefix, indent: this.list.indent, column, isItem: true }, afterBlank);
  }

  /** What may stand in an item as well as outside. */
  private content(start: Start, afterBlank: boolean): void {
    const { rest, prefix, indent, column, isItem } = start;
    if (column === 0 || (column < inItem && afterBlank && !isItem && /^[`~>]/.test(rest))) {
      // Near the margin it stands outside of any list.
      if (this.wholeBlock({ rest, prefix: '', indent: '', column, isItem: false }))
        return this.list.clear();
    } else if (this.wholeBlock(start)) return;
    // CommonMark takes the spaces off a paragraph's lines; within `<pre>` they are shown.
    const kept = this.out.paragraph?.isInPre ? this.source[this.at]! : rest;
    const text = kept !== rest || blockLike.test(rest) ? GUARD + kept : rest;
    this.out.add(text, this.origin, isItem ? prefix : indent, indent);
    this.at += 1;
  }

  /** Reads what is no paragraph: a fence, an HTML block, a quote, a table. */
  private wholeBlock(start: Start): boolean {
    const { rest, prefix, column, isItem } = start;
    // Columns that set it into an item.
    const set = prefix === '' ? 0 : column - (column % inItem);
    const inText = this.out.paragraph?.prefix === '' && container.test(rest);
    if (rest[0] === '>') return this.quote(start);
    if (/^[`~]/.test(rest) && this.fence(start)) return true;
    if (rest[0] === '<' && !inText && this.htmlBlock(rest, prefix, set)) return true;
    return !isItem && this.table(prefix, set);
  }

  /** @param lead goes before it in an item: white space, or the item's mark */
  private heading(line: string, lead = ''): void {
    this.out.flush();
    if (lead === '') this.list.clear();
    const { level, text } = markedHeading(line);
    this.title(level, text, this.origin, lead);
    this.at += 1;
  }

  /** The paragraph's last line is a heading; the lines before stay a paragraph. */
  private underlined(line: string): void {
    const { text, origin } = this.out.takeLast();
    this.out.flush();
    this.title(line.startsWith('=') ? 1 : 2, trim(text.replace(GUARD, '')), origin);
    this.at += 1;
  }

  private title(level: number, text: string, origin: number, lead = ''): void {
    this.emit(text && lead + headingLine(level, text, this.shared.labels), origin);
  }

  private fence({ rest, prefix, column, isItem }: Start): boolean {
    // Code stays as it is; only the item's indentation is removed.
    const set = isItem || this.list.depth === 0 ? column : column - (column % inItem);
    const afterText = this.out.paragraph !== undefined;
    const mustClose = afterText || (column >= inItem && this.list.depth === 0);
    if (mustClose && this.at < this.unclosed.before && column <= this.unclosed.column) return false;
    const fence = fenceAt(this.source, this.at, rest, {
      column,
      indent: isItem || column >= inItem ? set : 0,
      afterText,
      lastClosing: this.lastFence,
    });
    if (!fence) return false;
    const { language, meta, code, isClosed, next } = fence;
    if (!isClosed) {
      const container = next < this.source.length ? 'list item' : 'file';
      const effect = mustClose ? 'it is text' : `everything to the end of the ${container} is code`;
      this.find(
        'fence-unclosed',
        `this fence is never closed: ${effect}`,
        'end it with a line of ```',
      );
    }
    if (mustClose && !isClosed) {
      this.unclosed = { before: next, column };
      return false;
    }
    this.out.flush();
    this.take({ kind: 'fence', language, meta, code, line: this.origin }, prefix);
    this.at = next;
    return true;
  }

  /** @param set columns of each line that are its item's */
  private htmlBlock(rest: string, prefix: string, set: number): boolean {
    const column = this.source[this.at]!.length - rest.length;
    const found = this.html.at(this.at, column, this.out.paragraph !== undefined);
    if (!found) return false;
    this.out.flush();
    const html =
      set === 0
        ? found.html
        : found.html
            .split('\n')
            .map((text, index) => (index === 0 ? text : dedent(text, set)))
            .join('\n');
    this.take({ kind: 'html', html, line: this.origin }, prefix);
    this.at = found.next;
    return true;
  }

  private take(block: Block, prefix: string): void {
    this.emit(prefix + placeholder(this.shared.result.blocks.length));
    this.shared.result.blocks.push(block);
  }

  private quote({ prefix, indent, isItem }: Start): boolean {
    if (this.depth >= MAX_DEPTH) {
      this.find(
        'nesting-too-deep',
        `quotes are nested more than ${MAX_DEPTH} levels deep here; what is nested deeper is shown as text`,
        'use fewer levels of quotes',
      );
      return false;
    }
    this.out.flush();
    const line = this.source[this.at]!;
    const isHtmlBlock = (at: number) => {
      const column = this.source[at]!.search(/\S/);
      return this.source[at]![column] === '<' && this.html.at(at, column) !== undefined;
    };
    const first = isItem ? line.slice(line.indexOf('>')) : line;
    const lines = quotedLines(this.source, this.at, first, isHtmlBlock);
    const origins = this.origins.slice(this.at, this.at + lines.length);
    const inner = new BlockReader(lines, origins, this.shared, this.depth + 1).run();
    inner.lines.forEach((text, index) =>
      this.emit(`${index === 0 ? prefix : indent}> ${text}`, inner.origins[index]),
    );
    this.at += lines.length;
    return true;
  }

  /** @param set columns that set it into an item */
  private table(indent: string, set: number): boolean {
    const table = tableAt(this.source, this.at, set);
    if (!table) return false;
    this.out.flush();
    // A table stands apart from text before it and after it.
    if (this.out.lines.at(-1)?.trim()) this.emit('');
    for (const [line, written] of tableLines(table))
      this.emit(indent + written, this.origins[this.at + line]);
    for (const { row, text } of table.dropped)
      this.find(
        'table-cell-dropped',
        `this row has more cells than the table’s header, and “${text}” is not shown`,
        'give the header as many cells, or write \\| for a pipe that is meant as text',
        this.origins[this.at + lineOfRow(row)],
      );
    this.emit('', this.origins[table.next - 1] ?? 0);
    this.at = table.next;
    return true;
  }
}
