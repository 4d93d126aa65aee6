/** Markdown of descriptions: GFM, and always made safe, since descriptions come from elsewhere. */
import type { ElementContent } from 'hast';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { sanitize } from '../../markup/sanitize/sanitize.ts';
import type { Markdown } from '../../openapi/index.ts';
import { textNode } from '../../shared/hast/element.ts';
import { gfmToHast } from '../../slate/gfm.ts';

/** Without one of these a text holds neither an element nor a link that could do harm. */
const risky = /<[a-z!/?]|\]\s*[:([]|&#|:\/\//i;

/** A line of words is a paragraph; nine in ten descriptions are one. */
const plain = /^\p{L}[\p{L}\p{N} ,.;:'"()/%$?=+–—’-]*$/u;
const linked = /:\/\/|www\./i;

/** Characters of texts that are kept: the same ones stand in many operations. */
const MAX_KEPT = 4_000_000;

/** @param report told of what was removed, without a place */
export function descriptionMarkdown(report: Report): Markdown {
  const kept = new Map<string, ElementContent[]>();
  let room = MAX_KEPT;
  return (text) => {
    const line = text.trim();
    if (plain.test(line) && !linked.test(line))
      return [{ type: 'element', tagName: 'p', properties: {}, children: [textNode(line)] }];
    const known = kept.get(text);
    if (known) return copyOf(known);
    const tree = gfmToHast(text);
    const isRisky = risky.test(text);
    if (isRisky) sanitize(tree, report);
    const children = tree.children as ElementContent[];
    if (!isRisky && (room -= text.length) > 0) kept.set(text, copyOf(children));
    return children;
  };
}

/** Steps change what they are given. */
const copyOf = (nodes: ElementContent[]): ElementContent[] =>
  nodes.map((node) =>
    node.type === 'element'
      ? { ...node, properties: { ...node.properties }, children: copyOf(node.children) }
      : { ...node },
  );
