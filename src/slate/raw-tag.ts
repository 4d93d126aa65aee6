/** Tags of raw HTML in a Markdown tree. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast } from 'satteri';
import { isElementName } from '../shared/html-elements.ts';

export type Raw = { type: 'raw'; value: string; line?: number };
export type Content = ElementContent | Raw;
export type Parent = Root | Element;

/** With more tags open than this, the next is text. */
export const MAX_OPEN = 100;

export interface Tag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  bare: boolean;
}

/** A raw node as a tag; undefined for comments and what is no tag of HTML. */
export function tagOf(value: string): Tag | undefined {
  const found = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)([\s\S]*?)(\/?)>\s*$/.exec(value);
  if (!found) return undefined;
  const [, slash, written = '', rest = '', end] = found;
  const name = written.toLowerCase();
  if (!isElementName(name)) return undefined;
  // `<a href=/x/>`: the slash is the value's.
  const selfClosing = end === '/' && !/=\s*[^\s"']+$/.test(rest);
  return { name, closing: slash === '/', selfClosing, bare: rest.trim() === '' };
}

/** Nodes as HTML, raw ones as they are. */
export const write = (nodes: readonly Content[]): string =>
  toHtml({ type: 'root', children: nodes as ElementContent[] }, { allowDangerousHtml: true });

/** A piece of HTML as a browser reads it. */
export const parseHtml = (html: string): Content[] =>
  (htmlToHast(html, { fragment: true }) as Root).children as Content[];

const made = new Map<string, Element | undefined>();

/** The element that a start tag makes, empty. */
export function elementOf(tag: string): Element | undefined {
  if (!made.has(tag)) {
    if (made.size > 5000) made.clear();
    const [first] = parseHtml(tag);
    made.set(tag, first?.type === 'element' ? first : undefined);
  }
  const element = made.get(tag);
  return (
    element && {
      ...element,
      properties: { ...element.properties },
      children: [...element.children],
    }
  );
}
