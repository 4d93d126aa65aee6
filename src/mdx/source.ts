/** From a node back to the author's text. */
import type { Node } from 'unist';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { AnyNode } from './estree/estree.ts';

/** To the letter. */
export const sourceOf = (node: Node, text: string): string =>
  text.slice(startOf(node), endOf(node));

export const startOf = (node: Node): number => node.position?.start.offset ?? 0;
export const endOf = (node: Node): number => node.position?.end.offset ?? 0;

/** Of Markdown, for a finding. */
export const placeOf = (node: Node | undefined): Pick<Finding, 'line' | 'column'> => ({
  line: node?.position?.start.line ?? 0,
  column: node?.position?.start.column ?? 0,
});

/** Of JavaScript, whose columns count from 0; else of the Markdown around. */
export const placeIn = (node: AnyNode, host: Node | undefined): Pick<Finding, 'line' | 'column'> =>
  node.loc ? { line: node.loc.start.line, column: node.loc.start.column + 1 } : placeOf(host);
