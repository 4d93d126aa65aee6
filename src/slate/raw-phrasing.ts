/** Raw HTML in running text: comments, empty elements, pairs of phrasing tags. */
import type { ElementContent } from 'hast';
import { textNode } from '../shared/hast/element.ts';
import { isLikelyText, isPhrasing, isVoid } from '../shared/html-elements.ts';
import {
  elementOf,
  MAX_OPEN,
  parseHtml,
  tagOf,
  write,
  type Content,
  type Raw,
  type Tag,
} from './raw-tag.ts';

/** Flow tags stay `raw`. */
export function resolvePhrasing(
  children: readonly Content[],
  tooDeep: (line: number) => void,
): Content[] {
  const out: Content[] = [];
  const open: { name: string; at: number; value: string; bare: boolean }[] = [];
  /** The innermost open element takes what has come since. */
  const close = () => {
    const { at, value } = open.pop()!;
    const element = elementOf(value);
    const inside = out.splice(at + 1) as ElementContent[];
    out[at] = element ? { ...element, children: inside } : textNode(value);
    if (!element) out.push(...inside);
  };
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]!;
    if (child.type !== 'raw') {
      out.push(child);
      continue;
    }
    const { value } = child;
    const tag = tagOf(value);
    const end = tag && /^(?:svg|math)$/.test(tag.name) ? endOf(tag, children, index) : -1;
    if (end > 0) {
      // A language of its own.
      out.push(...parseHtml(write(children.slice(index, end + 1))));
      index = end;
    } else if (tag && /^(?:svg|math)$/.test(tag.name)) {
      // Never closed: what follows would be of its language, and leave it at the first HTML tag.
      if (!tag.closing) out.push(textNode(value));
    } else if (!tag) {
      const comment = /^<!--([\s\S]*?)-->\s*$/.exec(value);
      out.push(comment ? { type: 'comment', value: comment[1] ?? '' } : textNode(value));
    } else if (tag.name === 'br' || isVoid(tag.name)) {
      const isText = tag.bare && isLikelyText(tag.name);
      const element = isText ? undefined : elementOf(tag.closing ? '<br>' : value);
      if (element || isText || !tag.closing) out.push(element ?? textNode(value));
    } else if (!isPhrasing(tag.name)) {
      out.push(child);
    } else if (!tag.closing) {
      if (open.length >= MAX_OPEN) {
        out.push(textNode(value));
        tooDeep((child as Raw).line ?? 0);
      } else if (tag.selfClosing)
        out.push(elementOf(value.replace(/\/>\s*$/, '>')) ?? textNode(value));
      else {
        open.push({ name: tag.name, at: out.length, value, bare: tag.bare });
        out.push(child);
      }
    } else if (open.some(({ name }) => name === tag.name)) {
      while (open.at(-1)?.name !== tag.name) close();
      close();
    } else if (isLikelyText(tag.name)) out.push(textNode(value));
  }
  while (open.length > 0) {
    const { name, at, value, bare } = open.at(-1)!;
    // A noscript that is never closed would hide, or show, all that follows.
    if ((bare && isLikelyText(name)) || name === 'noscript') {
      out[at] = textNode(value);
      open.pop();
    } else if (name === 'a' && !/\shref\s*=/i.test(value)) {
      out[at] = elementOf(value) ?? textNode(value);
      open.pop();
    } else close();
  }
  return out;
}

/** The index of the tag that closes an `<svg>` or `<math>`; -1 where none does. */
function endOf({ name, closing }: Tag, children: readonly Content[], start: number): number {
  const end = new RegExp(`^</${name}\\s*>`, 'i');
  if (closing) return -1;
  return children.findIndex(
    (later, at) => at > start && later.type === 'raw' && end.test(later.value),
  );
}
