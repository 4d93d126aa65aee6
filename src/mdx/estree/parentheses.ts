/** `{((a + b))}`: the compiler keeps parentheses as nodes of the tree and cannot write them; precedence writes those that are needed. */
import type { Program } from 'estree';
import type { Plugin } from 'unified';
import { isNode, type AnyNode } from './estree.ts';

/** A plugin for the compiled program (recma). */
export const parentheses: Plugin<[], Program> = () => (program) =>
  unwrapBelow(program as unknown as AnyNode);

function unwrapBelow(node: AnyNode): void {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key === 'data') continue;
    if (Array.isArray(value))
      value.forEach((child: unknown, index) => {
        if (isNode(child)) value[index] = unwrapped(child);
      });
    else if (isNode(value)) node[key] = unwrapped(value);
  }
}

function unwrapped(node: AnyNode): AnyNode {
  let inner = node;
  while (inner.type === 'ParenthesizedExpression') inner = inner.expression as AnyNode;
  unwrapBelow(inner);
  return inner;
}
