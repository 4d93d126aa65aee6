/**
 * An expression that fails while a page is rendered is reported with its place and shows nothing;
 * the rest is rendered, so that all failures are found at once.
 */
import type { Program } from 'estree';
import type { Root } from 'hast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { isExpression, isJsx } from '../node-kinds.ts';
import { someNode, type AnyNode } from './estree.ts';

/** What an expression is wrapped in: `globalThis.phylliteTry("index.mdx", 12, 5, () => …)`. */
const wrapper = 'phylliteTry';

/** Takes what an expression threw: its file, and its 1-based place. */
export type ExpressionFailed = (
  at: { file: string; line: number; column: number },
  error: unknown,
) => void;

let failed: ExpressionFailed = (_, error) => {
  throw error;
};

/** Compiled MDX is run in this process: it calls this by a global name. */
(globalThis as Record<string, unknown>)[wrapper] = <T>(
  file: string,
  line: number,
  column: number,
  evaluate: () => T,
): T | undefined => {
  try {
    return evaluate();
  } catch (error) {
    failed({ file, line, column }, error);
    return undefined;
  }
};

/** Sets what is called when an expression fails; until then it throws. */
export function onExpressionFailed(listener: ExpressionFailed): void {
  failed = listener;
}

/** Wraps every expression that could fail; after the outline, which reads them as they are. */
export function locate(tree: Root, { file }: Pick<MdxFile, 'file'>): void {
  visit(tree, (node) => {
    const place = node.position?.start;
    if (!place) return;
    if (isExpression(node)) wrapExpression(node.data?.estree, file, place);
    else if (isJsx(node)) {
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'object')
          wrapExpression(attribute.value?.data?.estree, file, place);
    } else if (node.type === 'mdxjsEsm') wrapConstants(node.data?.estree, file, place);
  });
}

function wrapExpression(program: Program | null | undefined, file: string, place: Point): void {
  const [statement, ...more] = (program?.body ?? []) as unknown as AnyNode[];
  if (statement?.type === 'ExpressionStatement' && !more.length)
    statement.expression = wrapped(statement.expression as AnyNode, file, place);
}

/** `export const total = prices.length`. */
function wrapConstants(program: Program | null | undefined, file: string, place: Point): void {
  for (const statement of (program?.body ?? []) as unknown as AnyNode[]) {
    const declaration = (
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    ) as AnyNode | null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const each of declaration.declarations as AnyNode[]) {
      const init = each.init as AnyNode | null;
      if (init)
        each.init = wrapped(
          init,
          file,
          init.loc ? { ...init.loc.start, column: init.loc.start.column + 1 } : place,
        );
    }
  }
}

function wrapped(expression: AnyNode, file: string, { line, column }: Point): AnyNode {
  if (!canFail(expression)) return expression;
  const name = (text: string) => ({ type: 'Identifier', name: text });
  const literals = [file, line, column].map((value) => ({
    type: 'Literal',
    value,
    raw: JSON.stringify(value),
  }));
  const evaluate = {
    type: 'ArrowFunctionExpression',
    expression: true,
    params: [],
    body: expression,
  };
  return {
    type: 'CallExpression',
    callee: { type: 'MemberExpression', object: name('globalThis'), property: name(wrapper) },
    arguments: [...literals, evaluate],
  };
}

/** Literals, functions and front matter (checked already) cannot. `await` cannot be wrapped. */
function canFail(expression: AnyNode): boolean {
  if (
    /^(Literal|Identifier|ArrowFunctionExpression|FunctionExpression|ClassExpression)$/.test(
      expression.type,
    )
  )
    return false;
  if ((expression.object as AnyNode | undefined)?.name === 'frontmatter') return false;
  return !someNode(expression, ({ type }) => /^(?:Await|Yield)Expression$/.test(type));
}
