/**
 * Recognises tables of parameters by their headers, so that styles can show them as a list and each
 * row can be linked to. The table stays a `<table>` with the author's text. The styles' contract:
 * - `<table class="parameters" data-columns="type-2 required-3 description-4">`: the places of the
 *   known columns but the name, which is the first. Left out where it is “type-2 description-3”.
 * - On `<tr>`: an id's placeholder and `data-row` (its number), `data-depth` of a nested parameter,
 *   `data-nested` (how many rows lie below) of one with a set, `data-folded` of one that lies in a
 *   set which is closed until a reader opens it.
 *   `data-name` of a generated row is what its id ends with, where that is not its name.
 * - In a nested name: `<span class="path">billing.</span>first_name`.
 * - On `<td>`: `data-label`, the header's text, where the value needs it; `data-answer="yes|no"`
 *   where the cell only answers “required” or “optional”, or says that there is nothing (`none`).
 * A table that we made says what its columns are (`data-roles`), and a row of it may say what its id
 * ends with (`data-name`): shared/attribute-table.ts.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { element } from '../../shared/hast/element.ts';
import { markRows, type NestedRowsContext } from './nested-rows.ts';
import { parameterName } from './parameter-name.ts';
import { spanOf, tableRows } from './table-grid.ts';
import type { TableRow } from './table-grid.ts';
import { answer, columnRole } from './table-words.ts';
import type { ColumnRole } from './table-words.ts';
import { classesOf, collapse, isElement, textOf } from '../../shared/hast/text.ts';
import { scrollTable } from './table-scroll.ts';

/** Places of the columns in most tables. */
const usual = 'type-2 description-3';

/** Marks parameter tables, and gives other wide tables a frame to scroll in. */
export function parameterTables(tree: Root, context: NestedRowsContext): void {
  const walk = (parent: Parents, annotation: boolean): void => {
    for (const child of [...parent.children]) {
      if (!isElement(child)) continue;
      if (child.tagName !== 'table') walk(child, annotation || child.tagName === 'blockquote');
      else if (annotation || !markTable(child, context)) {
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
function markTable(table: Element, context: NestedRowsContext): boolean {
  const rows = tableRows(table);
  const body = rows.filter((row) => !row.head && !row.foot && row.cells.length > 0);
  const own = ownColumns(table, rows);
  const columns = own ?? columnsOf(rows, body);
  if (!columns) return false;
  // A cell that stands for several, or a heading among the rows: no list of names.
  if (rows.some(hasSpan) || rows.indexOf(body[0]!) < rows.findLastIndex(({ head }) => head))
    return false;
  const names = body.map((row) => parameterName(row.cells[0]!));
  if (!own && names.filter(Boolean).length < Math.max(1, body.length * 0.7)) return false;
  headFirst(table, rows);
  table.properties.className = [...classesOf(table), 'parameters'];
  const places = columns
    .flatMap(({ role }, index) => (index > 0 && role !== 'other' ? [`${role}-${index + 1}`] : []))
    .join(' ');
  if (places !== usual) table.properties.dataColumns = places;
  for (const row of body) label(row, columns);
  markRows(body, names, context);
  return true;
}

const hasSpan = ({ cells }: TableRow): boolean =>
  cells.some((cell) => spanOf(cell, 'colSpan') > 1 || spanOf(cell, 'rowSpan') > 1);

/** Rows of headers that stand among the others (`<tr><th>` without `<thead>`) are its head. */
function headFirst(table: Element, rows: TableRow[]): void {
  if (table.children.some((child) => isElement(child, 'thead'))) return;
  const heads = new Set<unknown>(rows.filter(({ head }) => head).map(({ node }) => node));
  for (const part of [table, ...table.children])
    if (part.type === 'element') part.children = part.children.filter((node) => !heads.has(node));
  const nodes = rows.filter(({ head }) => head).map(({ node }) => node);
  const at = table.children.findIndex((child) => isElement(child, 'tr', 'tbody', 'tfoot'));
  table.children.splice(at < 0 ? table.children.length : at, 0, element('thead', {}, nodes));
}

interface Column {
  role: ColumnRole;
  header: string;
}

const knownRoles = 'name|type|required|optional|default|description|other';
const rolesList = new RegExp(`^name(?: (?:${knownRoles}))+$`);

/** Columns of a table that we made. */
function ownColumns(table: Element, rows: TableRow[]): Column[] | undefined {
  const { dataRoles } = table.properties;
  if (typeof dataRoles !== 'string' || !rolesList.test(dataRoles)) return undefined;
  delete table.properties.dataRoles;
  const cells = rows.find((row) => row.head)?.cells ?? [];
  return dataRoles.split(' ').map((role, index) => ({
    role: role as ColumnRole,
    header: cells[index] ? collapse(textOf(cells[index])) : '',
  }));
}

/**
 * Columns of a parameter table: the first names, another describes or types. Of two with one role
 * the second is `other`.
 */
function columnsOf(rows: TableRow[], body: TableRow[]): Column[] | undefined {
  const head = rows.find((row) => row.head);
  if (!head || head.cells.length < 2) return undefined;
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
