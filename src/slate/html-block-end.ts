/** Where HTML blocks end: at their own closing tag, across blank lines. */

/** Tags that open a block at the start of a line. */
const blockTags = new Set(
  (
    'div aside p pre table details section article nav header footer ul ol dl h1 h2 h3 h4 h5 h6 blockquote figure form fieldset ' +
    'iframe script style math ins del noscript video audio canvas output hgroup'
  ).split(' '),
);

/** Hold text, not elements: the first closing tag ends them. */
const flat = new Set(['pre', 'script', 'style', 'iframe', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** A heading, a fence or an annotation after a blank line. */
const sectionHead = /\n[ \t]*\n(?:#{1,6}[^#\n]|```|~~~|> )/g;

interface TagPlace {
  start: number;
  end: number;
  closing: boolean;
}

/** The lines of one text, and the tags in it, found when first asked for. */
export class HtmlBlocks {
  private readonly lines: readonly string[];
  private readonly tags = new Map<string, TagPlace[]>();
  private built: { text: string; offsets: number[] } | undefined;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  private get text(): string {
    return this.index.text;
  }

  private get offsets(): number[] {
    return this.index.offsets;
  }

  private get index(): { text: string; offsets: number[] } {
    if (!this.built) {
      const offsets: number[] = [];
      let offset = 0;
      for (const line of this.lines) {
        offsets.push(offset);
        offset += line.length + 1;
      }
      this.built = { text: this.lines.join('\n'), offsets };
    }
    return this.built;
  }

  /**
   * The HTML block that starts at the first `<` of line `index`.
   * @param column of that `<` in the line
   * @returns its HTML and the index of the line after it; undefined where the tag is no block's, is never closed, or text
   *   follows the closing tag: then it is inline HTML in a paragraph
   */
  at(index: number, column: number): { html: string; next: number } | undefined {
    const start = (this.offsets[index] ?? 0) + column;
    let end = start;
    for (;;) {
      const after = this.endOf(end, column > 0);
      if (after === undefined) return undefined;
      const rest = this.restOfLine(after);
      if (rest.trim() === '')
        return { html: this.text.slice(start, after), next: this.lineAt(after) + 1 };
      end = after + (rest.length - rest.trimStart().length);
      if (this.text[end] !== '<') return undefined;
    }
  }

  private restOfLine(from: number): string {
    const line = this.text.indexOf('\n', from);
    return this.text.slice(from, line < 0 ? this.text.length : line);
  }

  private endOf(start: number, isIndented: boolean): number | undefined {
    if (this.text.startsWith('<!--', start)) {
      const end = this.text.indexOf('-->', start + 4);
      // `<!---->` and `<!-->`: the closing marks may overlap the opening ones.
      return end < 0 ? undefined : end + 3;
    }
    const name = /^<([A-Za-z][A-Za-z0-9]*)(?=[\s>])/
      .exec(this.text.slice(start, start + 16))?.[1]
      ?.toLowerCase();
    if (name === undefined || !blockTags.has(name)) return undefined;
    const places = this.placesOf(name);
    let depth = 0;
    /** The first closing tag that ends its line: where the block ends in Slate. */
    let firstEnd: number | undefined;
    for (let at = first(places, start); at < places.length; at += 1) {
      const place = places[at] as TagPlace;
      if (place.closing) depth -= 1;
      else if (depth === 0 || !flat.has(name)) depth += 1;
      if (depth === 0) return this.withoutSections(start, place.end, firstEnd, isIndented);
      if (place.closing && firstEnd === undefined && this.restOfLine(place.end).trim() === '')
        firstEnd = place.end;
    }
    return undefined;
  }

  /**
   * The block's own end, unless headings or samples that Slate shows lie before it: a closing tag is one too few, or one too many
   * further down, and the block must not take them in.
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
      places = [];
      for (const found of this.text.matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*>`, 'gi'))) {
        places.push({
          start: found.index,
          end: found.index + found[0].length,
          closing: found[1] === '/',
        });
      }
      this.tags.set(name, places);
    }
    return places;
  }

  private lineAt(offset: number): number {
    let low = 0,
      high = this.offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.offsets[middle] ?? 0) < offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Index of the first place at or after `start`. */
function first(places: TagPlace[], start: number): number {
  let low = 0,
    high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as TagPlace).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
