/** An HTML block of a Slate text, almost as it stands. */
import type { Element, ElementContent, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { isElementName, isVoid, mayStayOpen } from '../shared/html-elements.ts';

export interface HtmlBlockOptions {
  /** The author's line of the block's first character. */
  line: number;
  /** Told of an unknown tag within `<pre>`. As in Slate it stays a tag, so its name is not shown. */
  lost(tag: string, line: number): void;
  /** Renders the Markdown within an aside, which else stays as it is. */
  inner?: ((markdown: string, line: number) => ElementContent[]) | undefined;
}

/** Their content is no HTML, or not ours to read. */
const verbatim = new Set(['script', 'style', 'textarea', 'svg', 'math', 'noscript', 'iframe']);
/** Tags nested deeper are dropped, their text kept. */
const MAX_DEPTH = 100;

/** @returns elements: unknown tags are text; headings with an id, links and images have `dataLine` */
export const slateHtml = (html: string, options: HtmlBlockOptions): ElementContent[] =>
  new HtmlText(html, options).elements();

class HtmlText {
  private readonly html: string;
  private readonly options: HtmlBlockOptions;
  private out = '';
  private line: number;
  private lineAt = 0;
  private depth = 0;
  private dropped = 0;
  /** Where a `<pre>` ends: it holds code, tags and all. */
  private preEnd = 0;
  /** Quotation marks that do not come again. */
  private readonly lastQuote = new Map<string, number>();
  /** What asides hold, put in after parsing. */
  private readonly asides: ElementContent[][] = [];

  constructor(html: string, options: HtmlBlockOptions) {
    this.html = html;
    this.options = options;
    this.line = options.line;
  }

  elements(): ElementContent[] {
    this.read();
    const tree = htmlToHast(this.out, { fragment: true }) as Root;
    if (this.asides.length > 0) this.fill(tree);
    return tree.children as ElementContent[];
  }

  private read(): void {
    const { html } = this;
    let at = 0;
    for (;;) {
      const start = html.indexOf('<', at);
      if (start < 0) break;
      this.out += html.slice(at, start);
      at = this.tag(start);
    }
    this.out += html.slice(at);
  }

  /** Reads what starts with the `<` at `start`; returns where it ends. */
  private tag(start: number): number {
    const { html } = this;
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4);
      return this.copy(start, end < 0 ? html.length : end + 3);
    }
    const found = /^<(\/?)([A-Za-z][^\s/>]*)/.exec(html.slice(start, start + 80));
    const name = found?.[2]?.toLowerCase() ?? '';
    const isTag = found && (isElementName(name) || start < this.preEnd);
    const end = isTag ? this.tagEnd(start + found[0].length) : -1;
    if (end < 0) {
      this.out += '&lt;';
      return start + 1;
    }
    if (found![1] === '/') return this.endTag(start, end, name);
    if (!isElementName(name)) this.options.lost(html.slice(start, end), this.lineOf(start));
    if (verbatim.has(name)) {
      const close = new RegExp(`</${name}\\s*>`, 'gi');
      close.lastIndex = end;
      const last = close.exec(html);
      return this.copy(start, last ? last.index + last[0].length : html.length);
    }
    if (name === 'pre') {
      const close = html.slice(end).search(/<\/pre\s*>/i);
      this.preEnd = close < 0 ? html.length : end + close;
    }
    if (name === 'aside' && start >= this.preEnd) return this.aside(start, end);
    return this.startTag(start, end, name);
  }

  private copy(start: number, end: number): number {
    this.out += this.html.slice(start, end);
    return end;
  }

  private startTag(start: number, end: number, name: string): number {
    if (!isVoid(name) && !mayStayOpen(name)) {
      if (this.depth >= MAX_DEPTH) {
        this.dropped += 1;
        return end;
      }
      this.depth += 1;
    }
    const tag = this.html.slice(start, end);
    const wantsLine =
      /^(?:a|img|aside)$/.test(name) || (/^h[1-6]$/.test(name) && /\sid\s*=/i.test(tag));
    this.out += wantsLine
      ? tag.replace(/^<[A-Za-z0-9]+/, `$& data-line="${this.lineOf(start)}"`)
      : tag;
    return end;
  }

  private endTag(start: number, end: number, name: string): number {
    if (!isVoid(name) && !mayStayOpen(name)) {
      if (this.dropped > 0) {
        this.dropped -= 1;
        return end;
      }
      this.depth = Math.max(0, this.depth - 1);
    }
    return this.copy(start, end);
  }

  private aside(start: number, end: number): number {
    const { html } = this;
    const { inner } = this.options;
    if (!inner) return this.startTag(start, end, 'aside');
    const tags = /<(\/?)aside(?=[\s/>])[^>]*>/gi;
    tags.lastIndex = end;
    let depth = 1;
    for (let found = tags.exec(html); found; found = tags.exec(html)) {
      depth += found[1] === '/' ? -1 : 1;
      if (depth > 0) continue;
      const text = html.slice(end, found.index).replace(/^[ \t]+/, '');
      const content = inner(text, this.lineOf(end));
      const notes = `data-line="${this.lineOf(start)}" data-inner="${this.asides.length}"`;
      this.out += `${html.slice(start, end).replace(/^<aside/i, `$& ${notes}`)}</aside>`;
      this.asides.push(alone(content));
      return found.index + found[0].length;
    }
    return this.startTag(start, end, 'aside');
  }

  private fill(tree: Root): void {
    const walk = (node: Root | Element) => {
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        const { dataInner } = child.properties;
        const content = dataInner === undefined ? undefined : this.asides[Number(dataInner)];
        if (content) {
          child.children = content;
          delete child.properties.dataInner;
        } else walk(child);
      }
    };
    walk(tree);
  }

  /** The end of a tag; -1 where a quotation mark or another tag comes before its `>`. */
  private tagEnd(from: number): number {
    const { html } = this;
    for (let at = from; at < html.length; at += 1) {
      const char = html[at]!;
      if (char === '>') return at + 1;
      if (char === '<') return -1;
      if (char !== '"' && char !== "'") continue;
      let last = this.lastQuote.get(char);
      if (last === undefined) this.lastQuote.set(char, (last = html.lastIndexOf(char)));
      if (last <= at) return -1;
      at = html.indexOf(char, at + 1);
    }
    return -1;
  }

  /** The author's line at an offset; asked for in order. */
  private lineOf(offset: number): number {
    for (; this.lineAt < offset; this.lineAt += 1)
      if (this.html[this.lineAt] === '\n') this.line += 1;
    return this.line;
  }
}

/** One paragraph alone is the aside's own text, as the author wrote it. */
function alone(content: ElementContent[]): ElementContent[] {
  const blocks = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'element' && only.tagName === 'p'
    ? only.children
    : content;
}
