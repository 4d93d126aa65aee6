/** The text of hast, as a reader sees it. */
import type { Element, ElementContent, Nodes, RootContent } from 'hast';

type Node = Nodes | RootContent | ElementContent;

/** Is it an element, and one of these names if any are given? */
export function isElement(node: Node | undefined): node is Element;
export function isElement<Name extends string>(
  node: Node | undefined,
  ...names: Name[]
): node is Element & { tagName: Name };
export function isElement(node: Node | undefined, ...names: string[]): boolean {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** Is it `h1` to `h6`? */
export const isHeading = (node: Node | undefined): node is Element & { tagName: `h${number}` } =>
  isElement(node) && /^h[1-6]$/.test(node.tagName);

/** Is it white space or a comment, which no reader sees? */
export const isBlank = (node: Node): boolean =>
  node.type === 'comment' || (node.type === 'text' && !node.value.trim());

/** Made by the site, not by the author (contract: DESIGN "HTML"). */
export const isGenerated = (node: Node): boolean =>
  node.type === 'element' && node.properties.dataGenerated !== undefined;

export const classesOf = (node: Element): string[] => {
  const value: unknown = node.properties.className;
  return Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string'
      ? value.split(/\s+/)
      : [];
};

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x3C': '<',
  '#x26': '&',
  '#x22': '"',
};

/** The text of highlighted HTML, which is in `raw` nodes. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Of a node, which several steps ask. */
const plains = new WeakMap<object, { html: string; text: string }>();

function plainOf(node: { value: string }): string {
  let known = plains.get(node);
  if (known?.html !== node.value)
    plains.set(node, (known = { html: node.value, text: plain(node.value) }));
  return known.text;
}

const silent = new Set(['script', 'style', 'template']);

/** All text below `node`, to the letter; nothing of what the site adds. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'raw') return plainOf(node);
  if (
    !('children' in node) ||
    isGenerated(node) ||
    (node.type === 'element' && silent.has(node.tagName))
  )
    return '';
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
