/** Slate Markdown to hast: all HTML parsed, nothing highlighted yet. */
import type { Element, ElementContent, Root } from 'hast';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Block, Fence } from './redcarpet/block.ts';
import { END, OWN_ID, PART, blockIndex, unmark, withoutMarks } from './redcarpet/marks.ts';
import { clean } from '../source/read-text.ts';
import { normalizeRedcarpet, type Normalised } from './redcarpet/normalize.ts';
import { flatten } from './flatten.ts';
import { markdownTree } from './markdown.ts';
import { parseRaw } from './raw-html.ts';
import type { Content, Raw } from './raw-tag.ts';
import { slateHtml } from './html-block.ts';
import { renderSlateHeading } from './heading-source.ts';
import { element } from '../shared/hast/element.ts';
import { keepRendered } from '../shared/slug.ts';

export interface SlateOptions {
  report: Report;
  /** Path relative to the content folder. */
  file: string;
  /** Lines of front matter before the text. */
  lineOffset?: number;
}

/** Elements that get their line as `dataLine`. */
const lined = /^(?:h[1-6]|p|ul|ol|li|table|tr|blockquote|pre|hr|a|img)$/;
const headingName = /^h[1-6]$/;
/** Markdown within asides in asides is rendered this deep. */
const MAX_ASIDES = 8;

/**
 * @param text of one file, without front matter, ERB expanded
 * @returns its tree; `dataLine` is the author's line, `id` an author's own id
 */
export function slateToHast(text: string, { report, file, lineOffset = 0 }: SlateOptions): Root {
  const normalised = normalizeRedcarpet(withoutMarks(clean(text)));
  for (const { line, ...finding } of normalised.findings)
    report({ ...finding, file, line: line + 1 + lineOffset });
  const lineOf = (line: number) => line + 1 + lineOffset;
  return new SlateText(normalised, { lineOf, report, file, depth: 0 }).tree();
}

interface Context {
  /** The author's line of a line of the text. */
  lineOf(line: number): number;
  report: Report;
  file: string;
  /** Asides that the text lies in. */
  depth: number;
}

/** A file's text, or an aside's. */
class SlateText {
  private readonly source: Normalised;
  private readonly context: Context;

  constructor(source: Normalised, context: Context) {
    this.source = source;
    this.context = context;
  }

  tree(): Root {
    const tree = markdownTree(this.source.text);
    flatten(tree, (line) => this.tooDeep(this.lineAt(line)));
    this.walk(tree);
    return parseRaw(tree, (line) => this.tooDeep(line));
  }

  private tooDeep(line: number): void {
    this.context.report({
      kind: 'nesting-too-deep',
      file: this.context.file,
      line,
      message: 'elements are nested too deeply here; what is nested deeper is shown as text',
      hint: 'close tags, or use fewer levels',
    });
  }

  /** The author's line of a 1-based line of the text parsed. */
  private lineAt(line: number): number {
    return this.context.lineOf(this.source.lines[line - 1] ?? 0);
  }

  /** Turns what only Slate's dialect has. Without recursion, since authors nest without end. */
  private walk(tree: Root): void {
    const todo: (Root | Element)[] = [tree];
    for (let parent = todo.pop(); parent; parent = todo.pop()) {
      const children: Content[] = [];
      for (const child of parent.children as Content[]) {
        const converted = this.convert(child);
        if (Array.isArray(converted)) children.push(...converted);
        else {
          children.push(converted);
          if (converted === child && converted.type === 'element') todo.push(converted);
        }
      }
      parent.children = children as ElementContent[];
      delete parent.position;
    }
  }

  private convert(node: Content): Content | Content[] {
    if (node.type === 'text') return { type: 'text', value: unmark(node.value) };
    if (node.type === 'raw') return this.raw(node);
    if (node.type !== 'element') return node;
    const { tagName, properties, position } = node;
    const start = position?.start.offset ?? -1;
    // `http://c.d` is text in Slate.
    if (tagName === 'a' && start >= 0 && !'[<'.includes(this.source.text[start] ?? '['))
      return node.children.flatMap((child) => this.convert(child));
    if (tagName === 'ul' || tagName === 'ol') delete properties.className;
    if (tagName === 'li' && properties.className) this.untask(node, start);
    if (headingName.test(tagName)) this.heading(node);
    for (const name of ['href', 'src', 'alt', 'title'] as const) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = unmark(value);
    }
    if (lined.test(tagName) && position) properties.dataLine = this.lineAt(position.start.line);
    return node;
  }

  /** `- [ ] a` is text in Slate. */
  private untask(node: Element, start: number): void {
    delete node.properties.className;
    const box = /\[[^\]]\]/.exec(this.source.text.slice(start, start + 40))?.[0] ?? '[ ]';
    const first = node.children.find((child) => child.type === 'element');
    const parent = first?.type === 'element' && first.tagName === 'p' ? first : node;
    const at = parent.children.findIndex(
      (child) => child.type === 'element' && child.tagName === 'input',
    );
    if (at >= 0) parent.children[at] = { type: 'text', value: box };
  }

  private heading(node: Element): void {
    keepRendered(node, renderSlateHeading(node.children as Content[]));
    const last = node.children.at(-1);
    const own =
      last?.type === 'text' ? new RegExp(`\\s*${OWN_ID}([^${END}]*)${END}`).exec(last.value) : null;
    if (!own?.[1] || last?.type !== 'text') return;
    node.properties.id = own[1];
    last.value = last.value.slice(0, own.index);
  }

  private raw(
    node: Raw & { position?: { start: { line: number } } | undefined },
  ): Content | Content[] {
    if (node.value === PART) return [];
    const index = blockIndex(node.value);
    const block = index === undefined ? undefined : this.source.blocks[index];
    return block
      ? this.block(block)
      : {
          type: 'raw',
          value: unmark(node.value),
          line: this.lineAt(node.position?.start.line ?? 1),
        };
  }

  private block(block: Block): Content | Content[] {
    const line = this.context.lineOf(block.line);
    if (block.kind === 'fence') return fenceElement(block, line);
    const isDeep = this.context.depth >= MAX_ASIDES;
    return slateHtml(block.html, {
      line,
      lost: (tag, at) => this.lost(tag, at),
      inner: isDeep ? undefined : (inner, at) => this.inner(inner, at - 1),
    });
  }

  private lost(tag: string, line: number): void {
    this.context.report({
      kind: 'tag-in-pre',
      file: this.context.file,
      line,
      quote: tag,
      message: `“${tag.slice(0, 60)}” is read as a tag by browsers, so it is not shown`,
      hint: 'write &lt; for a < that is meant as text, or use a fence',
    });
  }

  /** Markdown within an aside. @param line 0-based, in the author's file */
  private inner(text: string, line: number): ElementContent[] {
    const { definitions } = this.source;
    const inner = normalizeRedcarpet(
      definitions.length > 0 ? `${text}\n\n${definitions.join('\n')}` : text,
    );
    for (const { line: at, ...finding } of inner.findings)
      this.context.report({ ...finding, file: this.context.file, line: at + line + 1 });
    const lineOf = (at: number) => at + line + 1;
    const context = { ...this.context, lineOf, depth: this.context.depth + 1 };
    return new SlateText(inner, context).tree().children as ElementContent[];
  }
}

function fenceElement({ language, meta, code }: Fence, line: number): Element {
  const properties = {
    ...(language && { className: [`language-${language}`] }),
    ...(meta && { dataMeta: meta }),
  };
  const inner = element('code', properties, code ? [code] : []);
  return element('pre', { dataFence: '', dataLine: line }, [inner]);
}
