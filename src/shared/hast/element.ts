/** Making nodes of hast. */
import type { Element, ElementContent, Properties, Text } from 'hast';

export const textNode = (value: string): Text => ({ type: 'text', value });

/** An element; children that are texts may be given as such. */
export const element = (
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? textNode(child) : child)),
});
