/** Telling MDX's nodes from Markdown's, in mdast and in hast. */
import type { Program } from 'estree';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';

type Node = { type: string };
type Jsx = 'mdxJsxFlowElement' | 'mdxJsxTextElement';
type Expression = 'mdxFlowExpression' | 'mdxTextExpression';

export const isJsx = <T extends Node>(node: T): node is Extract<T, { type: Jsx }> =>
  /^mdxJsx(?:Flow|Text)Element$/.test(node.type);

export const isExpression = <T extends Node>(node: T): node is Extract<T, { type: Expression }> =>
  /^mdx(?:Flow|Text)Expression$/.test(node.type);

/** The expression that is an attribute's value, or all of it. */
export const programOf = (
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
): Program | null | undefined =>
  attribute.type === 'mdxJsxExpressionAttribute'
    ? attribute.data?.estree
    : typeof attribute.value === 'object'
      ? attribute.value?.data?.estree
      : undefined;
