/** Text: hast to mdast phrasing content, white space collapsed as a browser does. */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { textNode } from '../../shared/hast/element.ts';
import { collapse, isElement, isGenerated, textOf } from '../../shared/hast/text.ts';

export interface PhrasingOptions {
  /** What a line break becomes: a space (headings), `<br>` (table cells), or Markdown's own. */
  breaks?: ' ' | '<br>';
}

/** Below this only words are kept. */
const MAX_DEPTH = 60;

const marks: Record<string, 'strong' | 'emphasis' | 'delete'> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
};
const code = new Set(['code', 'tt', 'kbd', 'samp']);
const silent = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'button',
  'select',
  'textarea',
  'input',
  'rp',
]);

export function phrasing(
  nodes: ElementContent[],
  options: PhrasingOptions = {},
): PhrasingContent[] {
  const line = new Line(options);
  line.add(nodes, [], 0);
  return line.finish();
}

/** Collects content; knows whether a space would be one too many here. */
class Line {
  readonly #options: PhrasingOptions;
  #into: PhrasingContent[] = [];
  /** At the start, or after a space or a break. */
  #spaced = true;
  /** A space to write before the next text: none ends up at a mark's edges or at the end. */
  #pending = false;

  constructor(options: PhrasingOptions) {
    this.#options = options;
  }

  finish(): PhrasingContent[] {
    while (this.#into.at(-1)?.type === 'break') this.#into.pop();
    return this.#into;
  }

  add(nodes: ElementContent[], within: string[], depth: number): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#text(node.value);
      else if ((node.type as string) === 'raw') this.#text(textOf(node));
      else if (
        node.type === 'element' &&
        !isGenerated(node) &&
        !silent.has(node.tagName) &&
        node.properties.dataFootnoteBackref === undefined
      ) {
        if (depth > MAX_DEPTH) this.#text(textOf(node));
        else this.#element(node, within, depth + 1);
      }
    }
  }

  #text(value: string): void {
    const text = value.replace(/[ \t\n\f\r]+/g, ' ');
    if (text === '') return;
    if (text.startsWith(' ') && !this.#spaced) this.#pending = true;
    const core = text.slice(
      text.startsWith(' ') ? 1 : 0,
      text.length > 1 && text.endsWith(' ') ? -1 : undefined,
    );
    if (core) {
      this.#flush();
      this.#append(core);
      this.#spaced = false;
    }
    if (text.length > 1 && text.endsWith(' ') && core) this.#pending = true;
  }

  #append(value: string): void {
    const last = this.#into.at(-1);
    if (last?.type === 'text') last.value += value;
    else this.#into.push({ type: 'text', value });
  }

  #flush(): void {
    if (this.#pending && !this.#spaced) this.#append(' ');
    this.#pending = false;
  }

  #push(node: PhrasingContent): void {
    this.#flush();
    this.#into.push(node);
    this.#spaced = false;
  }

  #element(node: Element, within: string[], depth: number): void {
    const { tagName, children, properties } = node;
    if (tagName === 'br') return this.#break();
    if (tagName === 'img')
      return this.#push({
        type: 'image',
        url: String(properties.src ?? ''),
        alt: collapse(String(properties.alt ?? '')),
        ...(properties.title ? { title: String(properties.title) } : {}),
      });
    if (tagName === 'picture')
      return this.add(
        children.filter((child) => isElement(child, 'img')),
        within,
        depth,
      );
    if (code.has(tagName)) return this.#code(node, within);
    if (properties.role === 'tooltip')
      return this.add([textNode(' ('), ...children, textNode(')')], within, depth);
    if (tagName === 'sub' || tagName === 'sup') {
      return this.#inside(children, within, depth, (content) => [
        { type: 'html', value: `<${tagName}>` },
        ...content,
        { type: 'html', value: `</${tagName}>` },
      ]);
    }
    const mark = marks[tagName];
    if (mark && !within.includes(mark))
      return this.#inside(children, [...within, mark], depth, (content) => [
        { type: mark, children: content } as PhrasingContent,
      ]);
    if (tagName === 'a' && typeof properties.href === 'string' && !within.includes('link')) {
      const url = properties.href;
      const title = properties.title ? { title: String(properties.title) } : {};
      return this.#inside(children, [...within, 'link'], depth, (content) => [
        { type: 'link', url, ...title, children: content } as PhrasingContent,
      ]);
    }
    this.add(children, within, depth);
  }

  /** Content to wrap; spaces at its edges fall outside. Nothing, if it is empty. */
  #inside(
    children: ElementContent[],
    within: string[],
    depth: number,
    wrap: (content: PhrasingContent[]) => PhrasingContent[],
  ): void {
    const outer = this.#into;
    const before = { spaced: this.#spaced, pending: this.#pending };
    const [first] = children;
    if (first?.type === 'text' && /^[ \t\n\f\r]/.test(first.value) && !this.#spaced)
      before.pending = true;
    this.#into = [];
    this.#spaced = true;
    this.#pending = false;
    this.add(children, within, depth);
    const content = this.#into;
    const pending = this.#pending;
    this.#into = outer;
    this.#spaced = before.spaced;
    this.#pending = before.pending;
    if (!content.length) return;
    this.#flush();
    this.#into.push(...wrap(content));
    this.#spaced = false;
    this.#pending = pending;
  }

  /** Code holds text only; a link around the whole of it is kept. */
  #code(node: Element, within: string[]): void {
    const value = collapse(textOf(node));
    if (!value) return;
    const inner = { type: 'inlineCode', value } as const;
    const link =
      node.children.length === 1 && isElement(node.children[0], 'a')
        ? node.children[0].properties.href
        : undefined;
    this.#push(
      typeof link === 'string' && !within.includes('link')
        ? { type: 'link', url: link, children: [inner] }
        : inner,
    );
  }

  #break(): void {
    this.#pending = false;
    if (this.#options.breaks === ' ') {
      this.#pending = !this.#spaced;
      return;
    }
    if (this.#into.length || this.#options.breaks)
      this.#into.push(this.#options.breaks ? { type: 'html', value: '<br>' } : { type: 'break' });
    this.#spaced = true;
  }
}
