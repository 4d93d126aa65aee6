/** What can be known of JSX and expressions before they are rendered. */
import type { Element, ElementContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { Endpoint } from '../../markup/fragment.ts';
import { isExpression, isJsx } from '../node-kinds.ts';
import type { AnyNode } from './estree.ts';
import { staticValue } from './static-value.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Values = ReadonlyMap<string, unknown>;

/** An attribute's value: `true` without one, undefined where it is missing or unknown. */
export function attributeValue(node: Jsx, name: string, values: Values): unknown {
  const attribute = node.attributes.findLast(
    (each) => each.type === 'mdxJsxAttribute' && each.name === name,
  );
  if (attribute?.type !== 'mdxJsxAttribute') return undefined;
  if (attribute.value === null || attribute.value === undefined) return true;
  if (typeof attribute.value === 'string') return attribute.value;
  return attribute.value.data?.estree
    ? staticValue(attribute.value.data.estree as unknown as AnyNode, values)
    : undefined;
}

/** The operation that an `<Endpoint>` names. */
export function endpointOf(node: Jsx, values: Values): Endpoint | undefined {
  const [method, path, deprecated, beta] = ['method', 'path', 'deprecated', 'beta'].map((name) =>
    attributeValue(node, name, values),
  );
  if (typeof method !== 'string' || typeof path !== 'string') return undefined;
  return {
    method: method.toUpperCase(),
    path,
    ...(deprecated ? { deprecated: true } : {}),
    ...(beta ? { beta: true } : {}),
  };
}

/**
 * The same as plain hast: expressions are their values, JSX is elements; footnote marks are left
 * out.
 */
export function settled(
  nodes: readonly (ElementContent | Jsx)[],
  values: Values,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isExpression(node)) {
      const value =
        node.data?.estree && staticValue(node.data.estree as unknown as AnyNode, values);
      return typeof value === 'string' || typeof value === 'number'
        ? [{ type: 'text', value: String(value) }]
        : [];
    }
    if (isJsx(node)) {
      const children = settled(node.children as (ElementContent | Jsx)[], values);
      if (!node.name || /^[^a-z]/.test(node.name)) return children;
      return [
        {
          type: 'element',
          tagName: node.name,
          properties: {},
          children,
          position: node.position,
        } satisfies Element,
      ];
    }
    if (node.type !== 'element') return [node];
    const note =
      node.tagName === 'sup' &&
      node.children.some(
        (child) => child.type === 'element' && child.properties.dataFootnoteRef !== undefined,
      );
    return note ? [] : [{ ...node, children: settled(node.children, values) }];
  });
}
