/**
 * Raw HTML of a Markdown tree to elements. An open tag ends with its block, so that a forgotten
 * `</div>` cannot swallow later sections; an unknown tag (`<ID>`) is text.
 */
import type { Element, ElementContent, Root } from 'hast';
import { isRun, parseFlow } from './raw-flow.ts';
import { resolvePhrasing } from './raw-phrasing.ts';
import { tagOf, type Content, type Parent } from './raw-tag.ts';

/**
 * Parses every `raw` node below `tree`, in place.
 * @param tooDeep is told the line of a tag that lies too deep, and is shown as text
 */
export function parseRaw(tree: Root, tooDeep: (line: number) => void): Root {
  const parents: Parent[] = [];
  const withRaw: Parent[] = [];
  const tableOf = new Map<Parent, Element>();
  const todo: { node: Parent; table: Element | undefined }[] = [{ node: tree, table: undefined }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node } = next;
    const table = node.type === 'element' && node.tagName === 'table' ? node : next.table;
    let hasRaw = false;
    for (const child of node.children as Content[]) {
      if (child.type === 'raw') hasRaw = true;
      else if (child.type === 'element') todo.push({ node: child, table });
    }
    parents.push(node);
    if (!hasRaw) continue;
    withRaw.push(node);
    if (table) tableOf.set(node, table);
  }
  if (withRaw.length === 0) return tree;
  for (const parent of withRaw)
    parent.children = resolvePhrasing(parent.children as Content[], tooDeep) as ElementContent[];
  const brokenTables = new Set<Element>();
  // Innermost first, so that what a container holds is whole.
  for (const parent of parents.reverse()) {
    if (parent.type === 'element' && isRun(parent.tagName)) continue;
    const table = tableOf.get(parent);
    if (table && breaksTable(parent)) brokenTables.add(table);
    else parseFlow(parent, brokenTables, tooDeep);
  }
  return tree;
}

/** A cell with cells or rows of its own table in it (`a | b <td>c`): the table is read as HTML. */
function breaksTable(cell: Parent): boolean {
  let depth = 0;
  for (const child of cell.children as Content[]) {
    const tag = child.type === 'raw' ? tagOf(child.value) : undefined;
    if (tag?.name === 'table') depth += tag.closing ? -1 : 1;
    else if (tag && depth === 0 && /^(?:t[dhr]|tbody|thead|tfoot)$/.test(tag.name)) return true;
  }
  return false;
}
