/**
 * Places in HTML and Markdown that the document fills in, marked by noncharacters. No author's text
 * holds these: `source/` replaces those written, `dropPlaceholders` those of an entity (`&#xFDD0;`)
 * or an expression.
 */
import type { Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

export const PLACEHOLDER = '\uFDD0';
export const PLACEHOLDER_END = '\uFDD1';

/** An id, a link's URL, an image's URL (and its size). */
export type PlaceholderKind = 'i' | 'l' | 'm';

export const placeholder = (kind: PlaceholderKind, index: number): string =>
  `${PLACEHOLDER}${kind}${index}${PLACEHOLDER_END}`;

const pattern = /\uFDD0([ilm])(\d+)\uFDD1/g;

export function fillPlaceholders(
  text: string,
  value: (kind: PlaceholderKind, index: number) => string,
): string {
  return text.replace(pattern, (_, kind: PlaceholderKind, index: string) =>
    value(kind, Number(index)),
  );
}

/** Before our steps put theirs in. */
export function dropPlaceholders(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if ('value' in node) node.value = withoutMarks(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) {
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
