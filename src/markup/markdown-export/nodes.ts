/** Nodes of mdast that several files make. */
import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast';

export type Flow = BlockContent | DefinitionContent;

export const paragraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

/** A paragraph all in bold; nothing where there is no text. */
export const strong = (children: PhrasingContent[]): Flow[] =>
  children.length ? [paragraph([{ type: 'strong', children }])] : [];
