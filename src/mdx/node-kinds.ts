/** Telling MDX's nodes from Markdown's, in mdast and in hast. */

type Node = { type: string };
type Jsx = 'mdxJsxFlowElement' | 'mdxJsxTextElement';
type Expression = 'mdxFlowExpression' | 'mdxTextExpression';

export const isJsx = <T extends Node>(node: T): node is Extract<T, { type: Jsx }> =>
  /^mdxJsx(?:Flow|Text)Element$/.test(node.type);

export const isExpression = <T extends Node>(node: T): node is Extract<T, { type: Expression }> =>
  /^mdx(?:Flow|Text)Expression$/.test(node.type);
