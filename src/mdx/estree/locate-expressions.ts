/**
 * An expression that fails while a page is rendered is told with its place, and shows nothing; the rest of the page is
 * rendered, so that all that fail are told at once.
 */
import type { Program } from 'estree';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { nodesOf, type AnyNode } from './estree.ts';

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

/** Names who is told of expressions that fail; until then they throw. */
export function onExpressionFailed(told: ExpressionFailed): void {
  failed = told;
}

/** Wraps every expression that could fail. After the outline, which reads expressions as they are. */
export function locate(tree: Root, { file }: Pick<MdxFile, 'file'>): void {
  visit(tree, (node) => {
    const place = node.position?.start;
    if (!place) return;
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      wrapExpression(node.data?.estree, file, place);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'object')
          wrapExpression(attribute.value?.data?.estree, file, place);
    } else if (node.type === 'mdxjsEsm') wrapConstants(node.data?.estree, file, place);
  });
}

interface Start {
  line: number;
  column: number;
}

function wrapExpression(program: Program | null | undefined, file: string, place: Start): void {
  const [statement, ...more] = (program?.body ?? []) as unknown as AnyNode[];
  if (statement?.type === 'ExpressionStatement' && !more.length)
    statement.expression = wrapped(statement.expression as AnyNode, file, place);
}

/** `export const total = prices.length`. */
function wrapConstants(program: Program | null | undefined, file: string, place: Start): void {
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
          init.loc ? { line: init.loc.start.line, column: init.loc.start.column + 1 } : place,
        );
    }
  }
}

function wrapped(expression: AnyNode, file: string, { line, column }: Start): AnyNode {
  if (!canFail(expression)) return expression;
  const name = (text: string) => ({ type: 'Identifier', name: text });
  const literal = (value: string | number) => ({
    type: 'Literal',
    value,
    raw: JSON.stringify(value),
  });
  return {
    type: 'CallExpression',
    optional: false,
    callee: {
      type: 'MemberExpression',
      object: name('globalThis'),
      property: name(wrapper),
      computed: false,
      optional: false,
    },
    arguments: [
      literal(file),
      literal(line),
      literal(column),
      {
        type: 'ArrowFunctionExpression',
        id: null,
        expression: true,
        generator: false,
        async: false,
        params: [],
        body: expression,
      },
    ],
  };
}

/** A text, a function, or a key of the front matter (checked already) cannot. What awaits cannot be put into a function. */
function canFail(expression: AnyNode): boolean {
  if (
    /^(Literal|Identifier|ArrowFunctionExpression|FunctionExpression|ClassExpression)$/.test(
      expression.type,
    )
  )
    return false;
  if (
    expression.type === 'MemberExpression' &&
    (expression.object as AnyNode).name === 'frontmatter'
  )
    return false;
  return ![...nodesOf(expression)].some(
    ({ node }) => node.type === 'AwaitExpression' || node.type === 'YieldExpression',
  );
}
