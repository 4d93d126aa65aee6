/**
 * An expression that fails while a page is rendered is told with its place, and shows nothing; the
 * rest of the page is
 * rendered, so that all that fail are told at once.
 */
import type { Program } from 'estree';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { nodesOf, type AnyNode } from './estree.ts';

/** What an expression is wrapped in: `phylliteAttempt("index.mdx", 12, 5, () => …)`. */
const wrapper = 'phylliteAttempt';

/** Where the compiled file has it from: `build/` answers to this name, so that each site has its own. */
const module = 'phyllite:attempt';

/** Wraps every expression that could fail. After the outline, which reads expressions as they are. */
export function locate(tree: Root, { file }: Pick<MdxFile, 'file'>): void {
  let wraps = false;
  const wrapIn = (program: Program | null | undefined, place: Start, constants = false) => {
    if ((constants ? wrapConstants : wrapExpression)(program, file, place)) wraps = true;
  };
  visit(tree, (node) => {
    const place = node.position?.start;
    if (!place) return;
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      wrapIn(node.data?.estree, place);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'object')
          wrapIn(attribute.value?.data?.estree, place);
    } else if (node.type === 'mdxjsEsm') wrapIn(node.data?.estree, place, true);
  });
  if (wraps)
    tree.children.push({ type: 'mdxjsEsm', value: '', data: { estree: importOfWrapper() } });
}

/** `import { attempt as phylliteAttempt } from 'phyllite:attempt'`. */
const importOfWrapper = (): Program => ({
  type: 'Program',
  sourceType: 'module',
  body: [
    {
      type: 'ImportDeclaration',
      specifiers: [
        {
          type: 'ImportSpecifier',
          imported: { type: 'Identifier', name: 'attempt' },
          local: { type: 'Identifier', name: wrapper },
        },
      ],
      source: { type: 'Literal', value: module },
      attributes: [],
    },
  ],
});

interface Start {
  line: number;
  column: number;
}

/** @returns whether anything is wrapped */
function wrapExpression(program: Program | null | undefined, file: string, place: Start): boolean {
  const [statement, ...more] = (program?.body ?? []) as unknown as AnyNode[];
  if (statement?.type !== 'ExpressionStatement' || more.length) return false;
  const expression = statement.expression as AnyNode;
  statement.expression = wrapped(expression, file, place);
  return statement.expression !== expression;
}

/** `export const total = prices.length`. @returns whether anything is wrapped */
function wrapConstants(program: Program | null | undefined, file: string, place: Start): boolean {
  let wraps = false;
  for (const statement of (program?.body ?? []) as unknown as AnyNode[]) {
    const declaration = (
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    ) as AnyNode | null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const each of declaration.declarations as AnyNode[]) {
      const init = each.init as AnyNode | null;
      if (!init) continue;
      const start = init.loc?.start;
      const at = start ? { line: start.line, column: start.column + 1 } : place;
      each.init = wrapped(init, file, at);
      wraps ||= each.init !== init;
    }
  }
  return wraps;
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
    callee: name(wrapper),
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

/** Not a text, a function, a key of the front matter (checked already), nor what awaits. */
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
