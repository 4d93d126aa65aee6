/**
 * `{((a + b))}`: the compiler keeps parentheses as nodes that it cannot write. They can go: it
 * writes those that precedence demands.
 */
import type { Node, Program } from 'estree';
import { visit } from 'estree-util-visit';
import type { Plugin } from 'unified';
import type { AnyNode } from './estree.ts';

/** A plugin for the compiled program (recma). */
export const parentheses: Plugin<[], Program> = () => (program) =>
  visit(program as Node, {
    leave(each, key, index, ancestors) {
      const node = each as unknown as AnyNode;
      if (node.type !== 'ParenthesizedExpression') return;
      const parent = ancestors.at(-1) as unknown as Record<string, unknown>;
      if (index === undefined) parent[key!] = node.expression;
      else (parent[key!] as unknown[])[index] = node.expression;
    },
  });
