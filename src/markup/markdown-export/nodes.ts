/** Making nodes of mdast. */
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Text,
} from 'mdast';

export type Flow = BlockContent | DefinitionContent;

export const text = (value: string): Text => ({ type: 'text', value });

export const bold = (children: PhrasingContent[]): Strong => ({ type: 'strong', children });

export const paragraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

export const listItem = (children: Flow[], spread = false): ListItem => ({
  type: 'listItem',
  spread,
  children,
});

/** A paragraph all in bold; nothing where there is no text. */
export const strong = (children: PhrasingContent[]): Flow[] =>
  children.length ? [paragraph([bold(children)])] : [];
