/**
 * Places in a fragment's HTML and Markdown that the document fills in later, marked by Unicode
 * noncharacters. No text of an author holds these: `source/` replaces those that are written as
 * they are, and `dropPlaceholders` those that only an entity (`&#xFDD0;`) or an expression brings
 * in.
 */
import type { Nodes, Root } from 'hast';
import { eachNode } from '../shared/hast/walk.ts';

export const PLACEHOLDER = '\uFDD0';
export const PLACEHOLDER_END = '\uFDD1';

/** `i` an id, `l` a link's URL, `m` an image's URL (and its size). */
export type PlaceholderKind = 'i' | 'l' | 'm';

export const placeholder = (kind: PlaceholderKind, index: number): string =>
  `${PLACEHOLDER}${kind}${index}${PLACEHOLDER_END}`;

const pattern = /\uFDD0([ilm])(\d+)\uFDD1/g;

/** Fills every placeholder of `text`. */
export function fillPlaceholders(
  text: string,
  value: (kind: PlaceholderKind, index: number) => string,
): string {
  return text.replace(pattern, (_, kind: PlaceholderKind, index: string) =>
    value(kind, Number(index)),
  );
}

/**
 * Replaces the marks by U+FFFD wherever a parsed tree holds one, before our steps put theirs in.
 */
export function dropPlaceholders(tree: Root): void {
  eachNode(tree, (node: Nodes) => {
    if ('value' in node) node.value = withoutMarks(node.value);
    if (node.type !== 'element') return;
    for (const name in node.properties) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = withoutMarks(value);
      else if (Array.isArray(value))
        node.properties[name] = value.map((one) =>
          typeof one === 'string' ? withoutMarks(one) : one,
        );
    }
  });
}

const withoutMarks = (text: string): string =>
  /[\uFDD0-\uFDEF]/.test(text) ? text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD') : text;
