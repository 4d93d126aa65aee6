/**
 * Recognises tables of parameters by their headers, so that styles can show them as a list and each
 * row can be linked to. The table stays a `<table>` with the author's text. The styles' contract:
 * - `<table class="parameters" data-columns="type-2 required-3 description-4">`: the places of the
 *   known columns but the name, which is the first. Left out where it is “type-2 description-3”.
 * - On `<tr>`: an id's placeholder and `data-row` (its number), `data-depth` of a nested parameter,
 *   `data-nested` (how many rows lie below) of one with many.
 * - In a nested name: `<span class="path">billing.</span>first_name`.
 * - On `<td>`: `data-label`, the header's text, where the value needs it; `data-answer="yes|no"`
 *   where the cell only answers “required” or “optional”, or says that there is nothing (`none`).
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { placeholder } from '../placeholder.ts';
import { parameterize } from '../../shared/slug.ts';
import { namesAbove, parameterName } from './parameter-name.ts';
import type { ParameterName } from './parameter-name.ts';
import { tableRows } from './table-grid.ts';
import type { TableRow } from './table-grid.ts';
import { answer, columnRole } from './table-words.ts';
import type { ColumnRole } from './table-words.ts';
import { element, textNode } from '../../shared/hast-element.ts';
import { classesOf, collapse, isElement, textOf } from '../../shared/hast-text.ts';
import { scrollTable } from './table-scroll.ts';

export interface ParameterTablesContext {
  /** Asks for an id for a row; the answer is its placeholder's number. */
  wantId(wanted: { id: string; kind: 'parameter'; line: number }): number;
}

/** Places of the columns in most tables. */
const usual = 'type-2 description-3';

/** From so many nested rows on, a set is worth folding up. */
const MIN_NESTED = 6;

/** Marks parameter tables, and gives other wide tables a frame to scroll in. */
export function parameterTables(tree: Root, context: ParameterTablesContext): void {
  let line = 0;
  const walk = (parent: Parents, annotation: boolean): void => {
    for (const child of [...parent.children]) {
      if (!isElement(child)) continue;
      if (child.properties.dataLine !== undefined) line = Number(child.properties.dataLine) || line;
      if (child.tagName !== 'table') walk(child, annotation || child.tagName === 'blockquote');
      else if (annotation || !markTable(child, line, context)) {
        // An author's own class of that name says nothing of its columns.
        if (classesOf(child).includes('parameters')) child.properties.dataColumns ??= '';
        walk(child, true);
        scrollTable(child, parent);
      }
    }
  };
  walk(tree, false);
}

/** @returns whether the table is one of parameters */
function markTable(table: Element, line: number, context: ParameterTablesContext): boolean {
  const rows = tableRows(table);
  const body = rows.filter((row) => !row.head && row.cells.length > 0);
  const columns = columnsOf(rows, body);
  if (!columns) return false;
  const names = body.map((row) => parameterName(row.cells[0]!));
  if (names.filter(Boolean).length < Math.max(1, body.length * 0.7)) return false;
  table.properties.className = [...classesOf(table), 'parameters'];
  const places = columns
    .flatMap(({ role }, index) => (index > 0 && role !== 'other' ? [`${role}-${index + 1}`] : []))
    .join(' ');
  if (places !== usual) table.properties.dataColumns = places;
  for (const row of body) label(row, columns);
  markRows(body, names, line, context);
  return true;
}

interface Column {
  role: ColumnRole;
  header: string;
}

/**
 * Columns of a parameter table: the first names, another describes or types. Of two with one role
 * the second is `other`.
 */
function columnsOf(rows: TableRow[], body: TableRow[]): Column[] | undefined {
  const head = rows.find((row) => row.head);
  if (
    !head ||
    head.cells.length < 2 ||
    head.cells.some((cell) => cell.properties.colSpan ?? cell.properties.rowSpan)
  )
    return undefined;
  if (head.cells.every((cell) => !textOf(cell).trim()))
    return columnsByRows(head.cells.length, body);
  const seen = new Set<ColumnRole>();
  const columns = head.cells.map((cell) => {
    const header = collapse(textOf(cell)).replace(/[\s?*:]+$/, '');
    const role = columnRole(header);
    if (seen.has(role)) return { role: 'other' as const, header };
    seen.add(role);
    return { role, header };
  });
  return columns[0]?.role === 'name' && (seen.has('description') || seen.has('type'))
    ? columns
    : undefined;
}

/** Without headers: names as code or in bold, then a short type, then text. */
function columnsByRows(count: number, body: TableRow[]): Column[] | undefined {
  const most = (holds: (row: TableRow) => boolean): boolean =>
    body.length > 0 && body.filter(holds).length >= body.length * 0.8;
  const roles: ColumnRole[] | undefined =
    count === 2
      ? ['name', 'description']
      : count === 3
        ? ['name', 'type', 'description']
        : undefined;
  if (!roles || !most(({ cells }) => cells[0] !== undefined && isSetOff(cells[0])))
    return undefined;
  if (
    count === 3 &&
    !most(({ cells }) => cells[1] !== undefined && textOf(cells[1]).trim().length <= 24)
  )
    return undefined;
  return roles.map((role) => ({ role, header: '' }));
}

/** One word, and it starts as code or in bold. */
function isSetOff(cell: Element): boolean {
  const first = cell.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return isElement(first, 'code', 'strong', 'b') && !/\s/.test(collapse(textOf(first)));
}

/** Types and descriptions speak for themselves; `true`, `20` or `query` need their header. */
function label(row: TableRow, columns: Column[]): void {
  row.cells.forEach((cell, index) => {
    const { role, header } = columns[index] ?? { role: 'other', header: '' };
    if (index === 0 || role === 'type' || role === 'description' || role === 'name') return;
    const text = collapse(textOf(cell));
    if (!text && !hasImage(cell)) return;
    const asks = role === 'required' || role === 'optional';
    const said = asks ? answer(text) : nothing.test(text) && role === 'other' ? false : undefined;
    if (said !== undefined) cell.properties.dataAnswer = said ? 'yes' : 'no';
    if (header && (said ?? !asks)) cell.properties.dataLabel = header;
  });
}

/** What generators write where a column does not apply. */
const nothing = /^(?:none|n\/a|-|–|—)$/i;

const hasImage = (node: ElementContent): boolean =>
  isElement(node) && (node.tagName === 'img' || node.children.some(hasImage));

/** Gives each named row its id, and its depth by indentation or by the names above it. */
function markRows(
  body: TableRow[],
  names: (ParameterName | undefined)[],
  line: number,
  context: ParameterTablesContext,
): void {
  const open: {
    indent: number;
    depth: number;
    name: string;
    path: string;
    row: TableRow;
    below: number;
  }[] = [];
  const close = (count: number): void => {
    for (const { row, below } of open.splice(count))
      if (below >= MIN_NESTED) row.node.properties.dataNested = String(below);
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
    for (const holder of open) holder.below += 1;
    open.push({ indent: named.indent, depth, name: named.name, path, row, below: 0 });
    if (above && named.name.startsWith(above.name) && row.cells[0])
      markPath(row.cells[0], named.name, above.name);
    if (depth > 0) row.node.properties.dataDepth = String(Math.min(depth, 9));
    const id = parameterize(path);
    if (!id || row.node.properties.id !== undefined) return;
    const number = context.wantId({
      id,
      kind: 'parameter',
      line: Number(row.node.properties.dataLine ?? line),
    });
    row.node.properties.id = placeholder('i', number);
    row.node.properties.dataRow = String(number);
  });
  close(0);
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
