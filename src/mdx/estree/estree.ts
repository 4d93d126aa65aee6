/** JavaScript's tree (estree, with JSX), as far as checks and constants need it. */
import type { Node, Program } from 'estree';
import { createVisitors } from 'estree-util-scope';
import { visit } from 'estree-util-visit';

/** A node of whatever type; JSX's are not in the types of estree. */
export interface AnyNode {
  type: string;
  loc?: { start: { line: number; column: number } } | null;
  [key: string]: unknown;
}

type Tree = Program | Node | AnyNode;

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';

/** `tree` and every node below it, with their ancestors, nearest last. */
export function nodesOf(tree: Tree): { node: AnyNode; ancestors: AnyNode[] }[] {
  const nodes: ReturnType<typeof nodesOf> = [];
  visit(tree as Node, (node, _key, _index, ancestors) => {
    nodes.push({ node, ancestors } as unknown as (typeof nodes)[number]);
  });
  return nodes;
}

/** Every name bound in `program`, in whatever scope: a check may miss a fault, but invents none. */
export function declaredNames(program: Tree): Set<string> {
  const names = new Set<string>();
  const { enter, exit, scopes } = createVisitors();
  visit(program as Node, {
    enter(node) {
      enter(node);
      if (node.type === 'ClassExpression' && node.id) names.add(node.id.name);
    },
    leave(node) {
      const inner = scopes.at(-1)!;
      exit(node);
      if (scopes.at(-1) !== inner) for (const name of inner.defined) names.add(name);
    },
  });
  for (const name of scopes[0].defined) names.add(name);
  return names;
}

interface Reference {
  node: AnyNode;
  name: string;
  ancestors: AnyNode[];
  /** Stands in a tag. */
  jsx: boolean;
}

/**
 * Identifiers that refer to a value (not keys, labels, or names being bound), and JSX names that
 * refer to a component.
 */
export function references(program: Tree): Reference[] {
  return nodesOf(program).flatMap(({ node, ancestors }) => {
    const parent = ancestors.at(-1);
    const jsx = node.type !== 'Identifier';
    return (jsx ? isComponent(node, parent, ancestors) : refers(node, parent))
      ? [{ node, name: String(node.name), ancestors, jsx }]
      : [];
  });
}

/** Of `<ui.Button>` the first part refers; a closing tag says nothing new. */
function isComponent(node: AnyNode, parent: AnyNode | undefined, ancestors: AnyNode[]): boolean {
  if (node.type !== 'JSXIdentifier') return false;
  if (parent?.type === 'JSXMemberExpression')
    return parent.object === node && ancestors.some(({ type }) => type === 'JSXOpeningElement');
  return parent?.type === 'JSXOpeningElement' && isComponentName(String(node.name));
}

function refers(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed === true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node || parent.computed === true;
    case 'ExportSpecifier':
      return parent.local === node;
    case 'UnaryExpression':
      return parent.operator !== 'typeof';
    default:
      return !(parent && namesNothing.test(parent.type));
  }
}

/** Identifiers right below these are labels, or names that are being bound. */
const namesNothing =
  /^(?:(?:Labeled|Break|Continue)Statement|MetaProperty|Import(?:\w*Specifier|Attribute))$/;

/** To JSX a name is a component's if it starts with a capital (or is a member, `ui.Button`). */
export const isComponentName = (name: string): boolean => /^[^a-z]/.test(name);
