/** Reading JavaScript's tree (estree, with JSX), as far as checks and constants need it. */
import type { Identifier, Node, Program } from 'estree';

/** A node of whatever type; JSX's are not in the types of estree. */
export interface AnyNode {
  type: string;
  loc?: { start: { line: number; column: number } } | null;
  [key: string]: unknown;
}

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';

/** Every node below `node` with its ancestors, nearest last. */
export function* nodesOf(
  node: AnyNode,
  ancestors: AnyNode[] = [],
): Generator<{ node: AnyNode; ancestors: AnyNode[] }> {
  yield { node, ancestors };
  const inner = [...ancestors, node];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key === 'data' || key === 'comments') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* nodesOf(child, inner);
  }
}

/** The names that a pattern (`a`, `{a, b: c}`, `[d = 1, ...e]`) binds. */
export function boundNames(pattern: AnyNode | null): string[] {
  if (!pattern) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return (pattern.properties as AnyNode[]).flatMap((property) =>
        boundNames(
          (property.type === 'RestElement' ? property.argument : property.value) as AnyNode,
        ),
      );
    case 'ArrayPattern':
      return (pattern.elements as (AnyNode | null)[]).flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern.left as AnyNode);
    case 'RestElement':
      return boundNames(pattern.argument as AnyNode);
    default:
      return [];
  }
}

/** Every name bound anywhere in `program`, whatever its scope: a check that takes one too many misses a fault, but invents none. */
export function declaredNames(program: Program | Node): Set<string> {
  const names = new Set<string>();
  const add = (pattern: unknown) =>
    boundNames(pattern as AnyNode | null).forEach((name) => names.add(name));
  for (const { node } of nodesOf(program as unknown as AnyNode)) {
    if (node.type === 'VariableDeclarator') add(node.id);
    else if (/Function/.test(node.type))
      [node.id ?? null, ...(node.params as AnyNode[])].forEach(add);
    else if (/^Class(Declaration|Expression)$/.test(node.type)) add(node.id ?? null);
    else if (node.type === 'CatchClause') add(node.param ?? null);
    else if (/^Import(Default|Namespace)?Specifier$/.test(node.type)) add(node.local);
  }
  return names;
}

/** Identifiers that refer to a value (not a key, a label, or what is being bound), and JSX names that refer to a component. */
export function* references(
  program: Program | Node,
): Generator<{ node: AnyNode; name: string; ancestors: AnyNode[]; jsx: boolean }> {
  for (const { node, ancestors } of nodesOf(program as unknown as AnyNode)) {
    const parent = ancestors.at(-1);
    if (node.type === 'Identifier' && refers(node, parent))
      yield { node, name: (node as unknown as Identifier).name, ancestors, jsx: false };
    else if (
      node.type === 'JSXIdentifier' &&
      parent &&
      parent.type !== 'JSXClosingElement' &&
      parent.type !== 'JSXAttribute' &&
      parent.type !== 'JSXNamespacedName'
    ) {
      const name = String(node.name);
      const root =
        parent.type === 'JSXMemberExpression'
          ? parent.object === node && ancestors.some(({ type }) => type === 'JSXOpeningElement')
          : isComponentName(name);
      if (root) yield { node, name, ancestors, jsx: true };
    }
  }
}

function refers(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed === true;
    case 'Property':
      return parent.value === node || parent.computed === true;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node || parent.computed === true;
    case 'ExportSpecifier':
      return parent.local === node;
    case 'UnaryExpression':
      return parent.operator !== 'typeof';
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportAttribute':
      return false;
    default:
      return true;
  }
}

/** JSX takes a name for a component if it starts with a capital (or is a member, `ui.Button`); others are HTML. */
export const isComponentName = (name: string): boolean => /^[^a-z]/.test(name);
