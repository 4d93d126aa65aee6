/**
 * `{((a + b))}`: the compiler keeps parentheses as nodes that it cannot write. They can go: it
 * writes those that precedence demands.
 */
import type { Node, Program } from 'estree';
import { visit } from 'estree-util-visit';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit as visitTree } from 'unist-util-visit';
import { isExpression, isJsx, programOf } from '../node-kinds.ts';
import type { AnyNode } from './estree.ts';

/** A plugin for the hast: what the author wrote is a fraction of the compiled program. */
export const parentheses: Plugin<[], Root> = () => (tree) =>
  visitTree(tree, (node) => {
    if (isJsx(node)) for (const attribute of node.attributes) unwrap(programOf(attribute));
    else if (isExpression(node) || node.type === 'mdxjsEsm') unwrap(node.data?.estree);
  });

function unwrap(program: Program | null | undefined): void {
  if (!program) return;
  visit(program as Node, {
    leave(each, key, index, ancestors) {
      const node = each as unknown as AnyNode;
      if (node.type !== 'ParenthesizedExpression') return;
      const parent = ancestors.at(-1) as unknown as Record<string, unknown>;
      if (index === undefined) parent[key!] = node.expression;
      else (parent[key!] as unknown[])[index] = node.expression;
    },
  });
}
