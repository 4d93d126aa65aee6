/** A block of raw HTML, which Markdown hands over in one piece. */
import type { ElementContent } from 'hast';
import { isVoid, mayStayOpen } from '../shared/html-elements.ts';
import { type Content, MAX_OPEN, type Parent, parseHtml, tagOf } from './raw-tag.ts';

const attribute = /\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?/;

/** A comment or a tag, as CommonMark writes them; a value without quotation marks as a browser reads it. */
const piece = new RegExp(
  `<!--[\\s\\S]*?-->|</?[A-Za-z][A-Za-z0-9-]*(?:${attribute.source})*\\s*/?>`,
  'g',
);

/**
 * Raw children as a browser reads them. Where a tag is closed in another block (`<details>`, then
 * Markdown), each tag becomes a raw node of its own, for `parseRaw` to join.
 */
export function splitRaw(parent: Parent): void {
  const children = parent.children as Content[];
  if (!children.some((child) => child.type === 'raw')) return;
  parent.children = children.flatMap((child) =>
    child.type === 'raw' ? readBlock(child.value) : [child],
  ) as ElementContent[];
}

function readBlock(html: string): Content[] {
  const tags = [...html.matchAll(piece)];
  const isTag = tags.length === 1 && tags[0]![0].length === html.trim().length;
  if (!isTag && !html.startsWith('</') && isBalanced(tags.map(([tag]) => tag)))
    return parseHtml(join(html, tags, escapeUnknown, escapeAngles).join(''));
  return join(html, tags, (value): Content[] => [{ type: 'raw', value }], textBetween).flat();
}

/** Tags and the text between them, each as it becomes. */
function join<T>(
  html: string,
  tags: RegExpExecArray[],
  ofTag: (tag: string) => T,
  ofText: (text: string) => T,
): T[] {
  const out: T[] = [];
  let at = 0;
  for (const { 0: tag, index } of tags) {
    out.push(ofText(html.slice(at, index)), ofTag(tag));
    at = index + tag.length;
  }
  return [...out, ofText(html.slice(at))];
}

const escapeAngles = (text: string): string => text.replaceAll('<', '&lt;');

const escapeUnknown = (tag: string): string =>
  tag.startsWith('<!--') || tagOf(tag) ? tag : escapeAngles(tag);

/** Its references (`&amp;`) are read; a `<` of no tag is text. */
const textBetween = (text: string): Content[] => parseHtml(escapeAngles(text));

/** Is every tag closed that must be, in order, and none too deep? */
function isBalanced(tags: string[]): boolean {
  const open: string[] = [];
  for (const value of tags) {
    const tag = tagOf(value);
    if (!tag || isVoid(tag.name) || mayStayOpen(tag.name)) continue;
    if (!tag.closing) open.push(tag.name);
    else if (open.pop() !== tag.name) return false;
    if (open.length > MAX_OPEN) return false;
  }
  return open.length === 0;
}
