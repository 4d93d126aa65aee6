/** Bounds how deep a tree is, since every later step walks it by recursion. */
import type { Element, ElementContent, Root } from 'hast';

/** Deeper elements than this are text. */
const MAX_DEPTH = 200;

/** @param found is told the line, in the text parsed, of each element that is too deep */
export function flatten(tree: Root, found: (line: number) => void): void {
  const todo: { node: Root | Element; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, depth } = next;
    if (depth >= MAX_DEPTH) {
      if (node.children.some((child) => child.type === 'element')) {
        node.children = [{ type: 'text', value: textBelow(node) }];
        found(node.position?.start.line ?? 0);
      }
      continue;
    }
    for (const child of node.children)
      if (child.type === 'element') todo.push({ node: child, depth: depth + 1 });
  }
}

/** All text below a node, without recursion. */
function textBelow(node: Root | Element): string {
  const parts: string[] = [];
  const todo: ElementContent[] = [...(node.children as ElementContent[])].reverse();
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.type === 'text') parts.push(next.value);
    else if (next.type === 'element')
      for (let index = next.children.length - 1; index >= 0; index -= 1)
        todo.push(next.children[index] as ElementContent);
  }
  return parts.join('');
}
