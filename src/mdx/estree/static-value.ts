/**
 * The value of an expression that is known without running it: texts, numbers, front matter,
 * constants.
 */
import { isNode, type AnyNode } from './estree.ts';

/**
 * @param values of the names in scope
 * @returns undefined where it is unknown
 */
export function staticValue(node: AnyNode, values: ReadonlyMap<string, unknown>): unknown {
  const of = (child: unknown) => (isNode(child) ? staticValue(child, values) : undefined);
  switch (node.type) {
    case 'Program': {
      const [statement, ...more] = node.body as AnyNode[];
      return statement?.type === 'ExpressionStatement' && !more.length
        ? of(statement.expression)
        : undefined;
    }
    case 'Literal':
      return node.value;
    case 'Identifier':
      return values.get(String(node.name));
    case 'ChainExpression':
      return of(node.expression);
    case 'MemberExpression':
      return member(
        of(node.object),
        node.computed ? of(node.property) : (node.property as AnyNode).name,
      );
    case 'TemplateLiteral': {
      const parts = (node.expressions as AnyNode[]).map(of);
      const quasis = (node.quasis as AnyNode[]).map(
        (quasi) => (quasi.value as { cooked: string }).cooked,
      );
      return parts.includes(undefined)
        ? undefined
        : quasis.map((text, index) => text + String(parts[index] ?? '')).join('');
    }
    case 'BinaryExpression': {
      const left = of(node.left),
        right = of(node.right);
      return node.operator === '+' && isPlain(left) && isPlain(right)
        ? (left as string) + (right as string)
        : undefined;
    }
    case 'LogicalExpression': {
      const left = of(node.left);
      if (node.operator === '??') return left ?? of(node.right);
      return node.operator === '||' ? left || of(node.right) : left && of(node.right);
    }
    case 'ConditionalExpression':
      return of(node.test) ? of(node.consequent) : of(node.alternate);
    case 'ObjectExpression': {
      const entries = (node.properties as AnyNode[]).map(
        (property) =>
          [
            property.type === 'Property' && !property.computed
              ? String((property.key as AnyNode).name ?? (property.key as AnyNode).value)
              : undefined,
            of(property.value),
          ] as const,
      );
      return entries.every(([key]) => key !== undefined) ? Object.fromEntries(entries) : undefined;
    }
    case 'ArrayExpression':
      return (node.elements as (AnyNode | null)[]).map(of);
    default:
      return undefined;
  }
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Own members only: no way from a text to `constructor`. */
export function member(object: unknown, key: unknown): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, String(key))
    ? (object as Record<string, unknown>)[String(key)]
    : undefined;
}
