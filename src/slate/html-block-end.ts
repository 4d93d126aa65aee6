/** Where HTML blocks end: at their own closing tag, across blank lines. */
import { lowerBound } from '../shared/binary-search.ts';

/** Tags that open a block at the start of a line. */
const blockTags = new Set(
  [
    'div aside p pre table details section article nav header footer ul ol dl h1 h2 h3 h4 h5 h6',
    'blockquote figure form fieldset iframe script style math ins del noscript video audio canvas',
    'output hgroup',
  ]
    .join(' ')
    .split(' '),
);

/** Hold text, not elements: the first closing tag ends them. */
const flat = /^(?:pre|script|style|iframe|p|h[1-6])$/;

/** A heading, a fence or an annotation after a blank line. */
const sectionHead = /\n[ \t]*\n(?:#{1,6}[^#\n]|```|~~~|> )/g;

const heading = /\n#{1,6}[^#\n]/;

interface TagPlace {
  start: number;
  end: number;
  closing: boolean;
}

/** The lines of one text, and the tags in it, found when first asked for. */
export class HtmlBlocks {
  private readonly text: string;
  /** Where each line starts. */
  private readonly offsets: number[] = [];
  private readonly tags = new Map<string, TagPlace[]>();

  constructor(lines: readonly string[]) {
    this.text = lines.join('\n');
    let offset = 0;
    for (const line of lines) {
      this.offsets.push(offset);
      offset += line.length + 1;
    }
  }

  /**
   * The HTML block that starts at the first `<` of line `index`.
   * @param column of that `<` in the line
   * @param afterText a paragraph goes before it, without a blank line
   * @returns its HTML and the index of the line after it; undefined where the tag is no block's, is
   *   never closed, or text follows the closing tag: then it is inline HTML in a paragraph
   */
  at(index: number, column: number, afterText = false): { html: string; next: number } | undefined {
    const { text, offsets } = this;
    const start = (offsets[index] ?? 0) + column;
    for (let end = start; ; ) {
      const after = this.endOf(end, column > 0, afterText);
      if (after === undefined) return undefined;
      const rest = this.restOfLine(after);
      if (rest.trim() === '')
        return {
          html: text.slice(start, after),
          next: lowerBound(offsets.length, (line) => offsets[line]! < after),
        };
      end = after + (rest.length - rest.trimStart().length);
      if (text[end] !== '<') return undefined;
    }
  }

  private restOfLine(from: number): string {
    const end = this.text.indexOf('\n', from);
    return this.text.slice(from, end < 0 ? undefined : end);
  }

  private endOf(start: number, isIndented: boolean, afterText: boolean): number | undefined {
    if (this.text.startsWith('<!--', start)) {
      const end = this.text.indexOf('-->', start + 4);
      // Within a paragraph a heading ends both: Slate shows it, and links lead to it.
      const isCut = afterText && heading.test(this.text.slice(start, end));
      return end < 0 || isCut ? undefined : end + 3;
    }
    const tag = /^<([A-Za-z][A-Za-z0-9]*)(?=[\s>])/.exec(this.text.slice(start, start + 16));
    const name = tag?.[1]!.toLowerCase();
    if (name === undefined || !blockTags.has(name)) return undefined;
    const places = this.placesOf(name);
    let depth = 0;
    /** The first closing tag that ends its line: where the block ends in Slate. */
    let firstEnd: number | undefined;
    const first = lowerBound(places.length, (at) => places[at]!.start < start);
    for (let at = first; at < places.length; at += 1) {
      const { closing, end } = places[at]!;
      if (closing) depth -= 1;
      else if (depth === 0 || !flat.test(name)) depth += 1;
      if (depth === 0) return this.withoutSections(start, end, firstEnd, isIndented);
      if (closing && this.restOfLine(end).trim() === '') firstEnd ??= end;
    }
    return undefined;
  }

  /**
   * The block's own end. Where headings or samples that Slate shows lie before it, a closing tag is
   * missing, or stands too far down: the block must not swallow them.
   */
  private withoutSections(
    start: number,
    own: number,
    firstEnd: number | undefined,
    isIndented: boolean,
  ): number | undefined {
    const from = isIndented ? start : (firstEnd ?? own);
    sectionHead.lastIndex = from;
    const found = from < own ? sectionHead.exec(this.text) : null;
    return !found || found.index >= own ? own : isIndented ? undefined : firstEnd;
  }

  private placesOf(name: string): TagPlace[] {
    let places = this.tags.get(name);
    if (!places) {
      const tags = this.text.matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*>`, 'gi'));
      places = [...tags].map(({ 0: tag, 1: slash, index }) => ({
        start: index,
        end: index + tag.length,
        closing: slash === '/',
      }));
      this.tags.set(name, places);
    }
    return places;
  }
}
