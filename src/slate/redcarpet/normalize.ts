/**
 * From Redcarpet's Markdown, as Slate sets it up, to GFM: what the two read differently is rewritten, fences and HTML
 * blocks are taken out whole. Every rule was found by probing Redcarpet 3.6; where CommonMark's reading is what authors
 * mean (a list or a fence straight after text), CommonMark's is kept.
 */
import type { Block } from './block.ts';
import { definitionAt } from './definition.ts';
import { closes, columns, dedent, expandTabs } from '../../shared/fence.ts';
import { fenceAt } from './fence-block.ts';
import { HtmlBlocks } from '../html-block-end.ts';
import { normaliseInline } from './inline.ts';
import { inItem, ListStack } from './list-stack.ts';
import { END, GUARD, OWN_ID, place } from './marks.ts';
import { quotedLines } from './quote.ts';
import { tableAt } from './table.ts';

export interface Normalised {
  /** GFM, with a mark (`marks.ts`) where a block was taken out. */
  text: string;
  /** For each line of `text` the 0-based line of the source it comes from. */
  lines: number[];
  blocks: Block[];
  /** Definitions of link references (`[id]: url`), which hold in the whole file: also within blocks. One line each. */
  definitions: string[];
  findings: LineFinding[];
}

export interface LineFinding {
  kind: 'fence-unclosed' | 'nesting-too-deep' | 'table-cell-dropped';
  /** 0-based line of the source. */
  line: number;
  message: string;
  hint: string;
}

/** Quotes, lists and tags deeper than this are text: nobody reads them, and every later step walks the tree. */
export const MAX_DEPTH = 50;

/**
 * @param text a file without front matter, line ends `\n`, no noncharacters (`read-text.ts`)
 */
export function normalizeRedcarpet(text: string): Normalised {
  const result: Normalised = { text: '', lines: [], blocks: [], definitions: [], findings: [] };
  const labels = new Set(
    [...text.matchAll(/^[ \t]*\[(#[^\]\s]+)\]:/gm)].map(([, label]) =>
      (label as string).toLowerCase(),
    ),
  );
  const source = text.split('\n');
  const out = new Normaliser(
    source,
    source.map((_, index) => index),
    { result, labels },
    0,
  ).run();
  // They stand at the end, out of the way of lists and paragraphs; of two for one name the last holds in Redcarpet.
  const definitions = result.definitions
    .flatMap((line) => definitionAt([line], 0)?.written ?? [])
    .toReversed();
  if (definitions.length > 0) out.lines.push('', ...definitions);
  result.text = out.lines.join('\n');
  result.lines = out.lines.map((_, index) => out.origins[index] ?? Math.max(0, source.length - 1));
  return result;
}

const heading = /^(#{1,6})(.*)$/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(=+|-+)[ \t]*$/;
/** Under the first item of a list; one dash would be the next item. */
const underItem = /^(?:=+|-{2,})[ \t]*$/;
const blank = /^\s*$/;
/** What CommonMark would take for the start of a block where Redcarpet sees text. */
const blockLike =
  /^(?:<[A-Za-z/!?]|#{1,6}(?:\s|$)|\d{1,9}\)(?:\s|$)|`{3}|~{3}|>|\[(?=[^\]]+\]:)|=+[ \t]*$|(?=.*-)[ \t|:-]+$)/;
/** Straight after a line of text these are tags in that text, and Markdown in them renders. */
const container =
  /^<(?:div|details|section|article|nav|header|footer|blockquote|figure|form|fieldset|ul|ol|dl|p|ins|del)\b/i;
const ownId = /(^|[^\\])\[#([^\]\s]+)\]$/;

/** What quotes share with the text around them. */
interface Shared {
  result: Normalised;
  /** Labels of definitions that look like ids: `[#x]: url`. */
  labels: Set<string>;
}

class Normaliser {
  private readonly source: readonly string[];
  private readonly origins: readonly number[];
  private readonly shared: Shared;
  private readonly result: Normalised;
  private readonly depth: number;
  private readonly html: HtmlBlocks;
  private readonly list = new ListStack();
  private readonly out: string[] = [];
  private readonly outOrigins: number[] = [];
  /** Lines of the paragraph that is being read, the first with what stands before it. */
  private paragraph:
    | { prefix: string; indent: string; lines: string[]; origins: number[] }
    | undefined;
  private at = 0;
  /** Straight after text, or deep outside of lists, only a fence that is closed is one: none is, before this line and up to this column. */
  private unclosed = { before: 0, column: 0 };
  /** The last line that closes a fence. */
  private readonly lastFence: number;

  constructor(
    source: readonly string[],
    origins: readonly number[],
    shared: Shared,
    depth: number,
  ) {
    this.source = source;
    this.origins = origins;
    this.shared = shared;
    this.result = shared.result;
    this.depth = depth;
    this.html = new HtmlBlocks(source);
    this.lastFence = source.findLastIndex((line) => closes(line, Number.POSITIVE_INFINITY));
  }

  run(): { lines: string[]; origins: number[] } {
    let afterBlank = true;
    while (this.at < this.source.length) {
      const line = this.source[this.at] as string;
      if (blank.test(line)) {
        this.flush();
        this.emit('');
        this.at += 1;
        afterBlank = true;
        continue;
      }
      const definition = definitionAt(this.source, this.at);
      if (definition) {
        this.result.definitions.push(definition.source);
        this.at = definition.next;
        continue;
      }
      this.block(line, afterBlank);
      afterBlank = false;
    }
    this.flush();
    return { lines: this.out, origins: this.outOrigins };
  }

  private emit(line: string, origin = this.origins[this.at] ?? 0): void {
    this.out.push(line);
    this.outOrigins.push(origin);
  }

  /** Reads one block, or one line of a paragraph, from a line that is not blank. */
  private block(line: string, afterBlank: boolean): void {
    const indent = columns(/^[ \t]*/.exec(line)?.[0] ?? '');
    if (indent === 0 && line.startsWith('#')) return this.heading(line);
    if (this.paragraph?.prefix === '' && indent === 0 && underline.test(line))
      return this.underlined(line);
    if (rule.test(line) && (indent === 0 || this.list.depth === 0)) {
      this.flush();
      if (indent === 0) this.list.clear();
      if (!afterBlank) this.emit('');
      this.emit(line.trim());
      this.at += 1;
      return;
    }
    // `1. Title` over `---` is a heading; further items of a list stay items.
    const isTitle =
      !this.paragraph &&
      this.list.depth === 0 &&
      indent === 0 &&
      underItem.test(this.source[this.at + 1] ?? '');
    const item = isTitle
      ? undefined
      : this.list.marker(line, this.paragraph !== undefined, afterBlank);
    if (item) {
      this.flush();
      if (item.needsBlank) this.emit('');
      let prefix = item.prefix,
        rest = item.rest,
        inner = item;
      // `- - a`: an item in an item.
      for (
        let nested = this.list.nested(rest, inner);
        nested;
        nested = this.list.nested(rest, inner)
      ) {
        prefix += nested.prefix;
        rest = nested.rest;
        inner = nested;
      }
      if (rest.startsWith('#') && this.list.isLoose(this.source, this.at))
        return this.heading(rest, prefix);
      return this.content(rest, prefix, this.list.indent, inner.column, true, afterBlank);
    }
    const lead = this.list.place(indent, afterBlank);
    // A no-break space, or one of Chinese width, is text; a byte order mark is nothing.
    const text = line.replace(/^[ \t\uFEFF]+/, '');
    if (text.startsWith('#') && indent >= inItem && this.list.holdsBlocks)
      return this.heading(text, lead);
    this.content(text, lead, lead, indent, false, afterBlank);
  }

  /**
   * What may stand in an item as well as outside.
   * @param rest the line from its first character on
   * @param prefix goes before it: an item's mark, or white space
   * @param indent goes before the lines that follow it in the same container
   * @param column of `rest` in the source line
   */
  private content(
    rest: string,
    prefix: string,
    indent: string,
    column: number,
    isItem: boolean,
    afterBlank: boolean,
  ): void {
    if (column === 0 || (column < inItem && afterBlank && !isItem && /^[`~>]/.test(rest))) {
      // Near the margin it stands outside of any list.
      if (this.whole(rest, '', '', column, false)) return this.list.clear();
    } else if (this.whole(rest, prefix, indent, column, isItem)) return;
    const text = blockLike.test(rest) ? GUARD + rest : rest;
    if (this.paragraph) {
      this.paragraph.lines.push(text);
      this.paragraph.origins.push(this.origins[this.at] ?? 0);
    } else {
      this.paragraph = {
        prefix: isItem ? prefix : indent,
        indent,
        lines: [text],
        origins: [this.origins[this.at] ?? 0],
      };
    }
    this.at += 1;
  }

  /** Reads what is no paragraph: a fence, an HTML block, a quote, a table. */
  private whole(
    rest: string,
    prefix: string,
    indent: string,
    column: number,
    isItem: boolean,
  ): boolean {
    // Columns that set it into an item.
    const set = prefix === '' ? 0 : column - (column % inItem);
    switch (rest[0]) {
      case '>':
        return this.quote(prefix, indent, isItem);
      case '`':
      case '~':
        if (this.fence(rest, prefix, column, isItem)) return true;
        break;
      case '<':
        if (
          !(this.paragraph?.prefix === '' && container.test(rest)) &&
          this.htmlBlock(rest, prefix, set)
        )
          return true;
        break;
      default:
    }
    return !isItem && this.table(prefix, set);
  }

  /** Writes the paragraph that is being read. */
  private flush(): void {
    const { paragraph } = this;
    if (!paragraph) return;
    this.paragraph = undefined;
    const { prefix, indent, lines, origins } = paragraph;
    normaliseInline(lines.join('\n'))
      .split('\n')
      .forEach((line, index) => this.emit((index === 0 ? prefix : indent) + line, origins[index]));
  }

  /** @param lead goes before one that stands in an item: white space, or the item's mark */
  private heading(line: string, lead = ''): void {
    // An id may be made of the spaces that Redcarpet makes of tabs.
    const [, marks = '', rest = ''] = heading.exec(expandTabs(line)) ?? [];
    this.flush();
    if (lead === '') this.list.clear();
    // Marks at the end are dropped, also without a space before them; not with one after them.
    this.title(marks.length, trim(rest.replace(/#+$/, '')), this.origins[this.at] ?? 0, lead);
    this.at += 1;
  }

  /** The last line of the paragraph is a heading; what stands before it stays a paragraph. */
  private underlined(line: string): void {
    const { lines, origins } = this.paragraph as { lines: string[]; origins: number[] };
    const text = lines.pop() as string,
      origin = origins.pop();
    if (lines.length === 0) this.paragraph = undefined;
    this.flush();
    this.title(line.startsWith('=') ? 1 : 2, trim(text.replace(GUARD, '')), origin ?? 0);
    this.at += 1;
  }

  private title(level: number, text: string, origin: number, lead = ''): void {
    if (text === '') return this.emit('', origin);
    const own = ownId.exec(text);
    let shown = text,
      id = '';
    if (own && !this.shared.labels.has(`#${own[2]}`.toLowerCase())) {
      shown = text.slice(0, own.index + (own[1] ?? '').length).trimEnd();
      id = ` ${OWN_ID}${own[2]}${END}`;
    }
    // CommonMark would drop a mark at the end that is text.
    this.emit(
      `${lead}${'#'.repeat(level)} ${normaliseInline(shown, true).replace(/(^|[^\\])#$/, '$1\\#')}${id}`,
      origin,
    );
  }

  private fence(rest: string, prefix: string, column: number, isItem: boolean): boolean {
    // Code is to the letter, as in Slate: only what sets an item's content in is not its own.
    const set = isItem || this.list.depth === 0 ? column : column - (column % inItem);
    const afterText = this.paragraph !== undefined;
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
    const line = this.origins[this.at] ?? 0;
    if (!isClosed) {
      const effect = mustClose
        ? 'it is text'
        : `everything to the end of the ${next < this.source.length ? 'list item' : 'file'} is code`;
      this.result.findings.push({
        kind: 'fence-unclosed',
        line,
        message: `this fence is never closed: ${effect}`,
        hint: 'end it with a line of ```',
      });
    }
    if (mustClose && !isClosed) {
      this.unclosed = { before: next, column };
      return false;
    }
    this.flush();
    this.take({ kind: 'fence', language, meta, code, line }, prefix);
    this.at = next;
    return true;
  }

  /** @param set columns of each line that are its item's */
  private htmlBlock(rest: string, prefix: string, set: number): boolean {
    const line = this.source[this.at] as string;
    const found = this.html.at(this.at, line.length - rest.length);
    if (!found) return false;
    this.flush();
    const html =
      set === 0
        ? found.html
        : found.html
            .split('\n')
            .map((text, index) => (index === 0 ? text : dedent(text, set)))
            .join('\n');
    this.take({ kind: 'html', html, line: this.origins[this.at] ?? 0 }, prefix);
    this.at = found.next;
    return true;
  }

  private take(block: Block, prefix: string): void {
    this.emit(prefix + place(this.result.blocks.length));
    this.result.blocks.push(block);
  }

  private quote(prefix: string, indent: string, isItem: boolean): boolean {
    if (this.depth >= MAX_DEPTH) {
      this.result.findings.push({
        kind: 'nesting-too-deep',
        line: this.origins[this.at] ?? 0,
        message: `quotes lie more than ${MAX_DEPTH} deep in each other here; what lies deeper is text`,
        hint: 'take marks out',
      });
      return false;
    }
    this.flush();
    const line = this.source[this.at] as string;
    const isHtmlBlock = (at: number) => {
      const column = (this.source[at] as string).search(/\S/);
      return this.source[at]?.[column] === '<' && this.html.at(at, column) !== undefined;
    };
    const lines = quotedLines(
      this.source,
      this.at,
      isItem ? line.slice(line.indexOf('>')) : line,
      isHtmlBlock,
    );
    const inner = new Normaliser(
      lines,
      this.origins.slice(this.at, this.at + lines.length),
      this.shared,
      this.depth + 1,
    ).run();
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
    this.flush();
    // A table stands apart from text before it and after it.
    if (this.out.at(-1)?.trim()) this.emit('');
    const write = (cells: string[], origin: number) =>
      this.emit(`${indent}| ${cells.join(' | ')} |`, origin);
    table.rows.forEach((cells, row) => {
      write(
        cells.map((cell) => normaliseInline(cell)),
        this.origins[this.at + (row === 0 ? 0 : row + 1)] ?? 0,
      );
      if (row === 0) write(table.alignments, this.origins[this.at + 1] ?? 0);
    });
    for (const { row, text } of table.dropped) {
      this.result.findings.push({
        kind: 'table-cell-dropped',
        line: this.origins[this.at + (row === 0 ? 0 : row + 1)] ?? 0,
        message: `this row has more cells than the table’s header, and “${text}” is not shown`,
        hint: 'give the header as many cells, or write \\| for a pipe that is text',
      });
    }
    this.emit('', this.origins[table.next - 1] ?? 0);
    this.at = table.next;
    return true;
  }
}

/** Without the white space that Markdown drops; a no-break space is text. */
const trim = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');
