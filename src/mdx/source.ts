/** Going from a node back to the author's text. */
import type { Node } from 'unist';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { AnyNode } from './estree/estree.ts';

/** The author's text of a node, to the letter. */
export const sourceOf = (node: Node, text: string): string =>
  text.slice(startOf(node), endOf(node));

export const startOf = (node: Node): number => node.position?.start.offset ?? 0;
export const endOf = (node: Node): number => node.position?.end.offset ?? 0;

/** Line and column of a node of Markdown, for a finding. */
export const placeOf = (node: Node | undefined): Pick<Finding, 'line' | 'column'> => ({
  line: node?.position?.start.line ?? 0,
  column: node?.position?.start.column ?? 0,
});

/**
 * The same for JavaScript, whose columns count from 0; without a place, the Markdown's around it.
 */
export const placeIn = (node: AnyNode, host: Node | undefined): Pick<Finding, 'line' | 'column'> =>
  node.loc ? { line: node.loc.start.line, column: node.loc.start.column + 1 } : placeOf(host);
