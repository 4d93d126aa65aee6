/** Rows of parameters within others: ids, depths, and the sets that open and close. */
import type { Element } from 'hast';
import { element, textNode } from '../../shared/hast/element.ts';
import { isElement } from '../../shared/hast/text.ts';
import { parameterize } from '../../shared/slug.ts';
import { placeholder } from '../placeholder.ts';
import { namesAbove, type ParameterName } from './parameter-name.ts';
import type { TableRow } from './table-grid.ts';

export interface NestedRowsContext {
  /** Asks for an id for a row; the answer is its placeholder's number. */
  wantId(wanted: { id: string; kind: 'parameter' }): number;
  /** Depth to which sets are open (`attributes_open`). */
  open: number;
}

/** From so many nested rows on, a set is worth folding up. */
const MIN_NESTED = 2;

/** A row that rows after it may lie in. */
interface OpenRow {
  indent: number;
  depth: number;
  name: string;
  path: string;
  row: TableRow;
  below: TableRow[];
}

/** Gives each named row its id, and its depth by indentation or by the names above it. */
export function markRows(
  body: TableRow[],
  names: (ParameterName | undefined)[],
  context: NestedRowsContext,
): void {
  const open: OpenRow[] = [];
  const close = (count: number): void => {
    for (const holder of open.splice(count)) markSet(holder, context.open);
  };
  body.forEach((row, index) => {
    const named = names[index];
    if (!named) return;
    close(
      open.findLastIndex(
        ({ indent, path }) =>
          indent < named.indent || (indent === named.indent && isBelow(named.name, path)),
      ) + 1,
    );
    const above = open.at(-1);
    const depth = above ? above.depth + 1 : 0;
    const path =
      above && !isBelow(named.name, above.path) ? `${above.path}.${named.name}` : named.name;
    for (const holder of open) holder.below.push(row);
    open.push({ indent: named.indent, depth, name: named.name, path, row, below: [] });
    if (above && named.name.startsWith(above.name) && row.cells[0])
      markPath(row.cells[0], named.name, above.name);
    if (depth > 0) row.node.properties.dataDepth = String(Math.min(depth, 9));
    const { dataName } = row.node.properties;
    delete row.node.properties.dataName;
    const id = parameterize(typeof dataName === 'string' ? dataName : path);
    if (!id || row.node.properties.id !== undefined) return;
    const number = context.wantId({ id, kind: 'parameter' });
    row.node.properties.id = placeholder('i', number);
    row.node.properties.dataRow = String(number);
  });
  close(0);
}

/** @param isOpen depth to which sets are open */
function markSet({ row, depth, below }: OpenRow, isOpen: number): void {
  if (below.length < MIN_NESTED) return;
  row.node.properties.dataNested = String(below.length);
  if (depth >= isOpen) for (const { node } of below) node.properties.dataFolded = '';
}

/** `billing.first_name` under `billing`: the repeated part goes into `<span class="path">`. */
function markPath(cell: Element, name: string, above: string): boolean {
  return cell.children.some((child, index) => {
    if (isElement(child)) return markPath(child, name, above);
    const at = child.type === 'text' ? child.value.indexOf(name) : -1;
    if (child.type !== 'text' || at < 0) return false;
    const end = at + above.length + (name[above.length] === '.' ? 1 : 0);
    const { value } = child;
    const path = element('span', { className: ['path'] }, [value.slice(at, end)]);
    cell.children.splice(index, 1, textNode(value.slice(0, at)), path, textNode(value.slice(end)));
    return true;
  });
}

const isBelow = (name: string, path: string): boolean =>
  name !== path &&
  [...namesAbove(name)].some((above) => above === path || path.endsWith(`.${above}`));
