/** Lets an expression that fails while a page is rendered tell the line it stands on. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { nodesOf, type AnyNode } from './estree.ts';

/** What an expression is wrapped in: `globalThis.phylliteAt(12, 5, () => …)`. */
export const marker = 'phylliteAt';

/** 1-based, as MDX counts in the author's file. */
interface Place {
  line: number;
  column: number;
}

/** Errors and the places of the expressions that threw them. */
const places = new WeakMap<object, Place>();

(globalThis as Record<string, unknown>)[marker] = <T>(line: number, column: number, evaluate: () => T): T => {
  try {
    return evaluate();
  } catch (error) {
    if (typeof error === 'object' && error !== null && !places.has(error)) places.set(error, { line, column });
    throw error;
  }
};

/** @returns where the innermost expression that threw `error` stands; undefined where no expression did */
export const placeOfThrown = (error: unknown): Place | undefined => (typeof error === 'object' && error !== null ? places.get(error) : undefined);

/** Wraps every expression that could fail. After the outline, which reads expressions as they are. */
export function locate(tree: Root): void {
  visit(tree, (node) => {
    const place = node.position?.start;
    if (!place) return;
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') wrapIn(node.data?.estree, place);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes) {
        if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'object') wrapIn(attribute.value?.data?.estree, place);
      }
    }
  });
}

function wrapIn(program: unknown, { line, column }: Place): void {
  const [statement, ...more] = (program as { body?: AnyNode[] } | undefined)?.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || more.length) return;
  const expression = statement.expression as AnyNode;
  if (!canFail(expression)) return;
  statement.expression = {
    type: 'CallExpression', optional: false,
    callee: { type: 'MemberExpression', object: { type: 'Identifier', name: 'globalThis' }, property: { type: 'Identifier', name: marker }, computed: false, optional: false },
    arguments: [
      { type: 'Literal', value: line, raw: String(line) },
      { type: 'Literal', value: column, raw: String(column) },
      { type: 'ArrowFunctionExpression', id: null, expression: true, generator: false, async: false, params: [], body: expression },
    ],
  };
}

/** A text, or a key of the front matter (checked already), cannot. What awaits cannot be put into a function. */
function canFail(expression: AnyNode): boolean {
  if (expression.type === 'Literal') return false;
  if (expression.type === 'MemberExpression' && (expression.object as AnyNode).name === 'frontmatter') return false;
  return ![...nodesOf(expression)].some(({ node }) => node.type === 'AwaitExpression' || node.type === 'YieldExpression');
}
