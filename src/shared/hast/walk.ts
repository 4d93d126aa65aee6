/** Going through hast. `unist-util-visit` takes ten times as long, and a page is gone through often. */
import type { Element, ElementContent, Nodes, Parents } from 'hast';

/** Leaves out what lies in the element. */
export const SKIP = Symbol('skip');

/** Each element below a node, in order. @param visit may return `SKIP` */
export function eachElement(parent: Parents, visit: (node: Element) => unknown): void {
  for (const child of parent.children as ElementContent[])
    if (child.type === 'element' && visit(child) !== SKIP) eachElement(child, visit);
}

/** The node and each one below it, in order. */
export function eachNode(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) eachNode(child, visit);
}
