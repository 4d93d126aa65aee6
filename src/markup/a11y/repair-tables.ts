/** Repairs header cells without content and cells without a header. The text stays. */
import type { Element } from 'hast';
import { tableRows } from '../tables/table-grid.ts';
import type { TableRow } from '../tables/table-grid.ts';
import { textOf } from '../../shared/hast/text.ts';
import { holdsMedia } from './media.ts';

/**
 * - An empty `<th>` becomes `<td>`; a row of empty header cells is hidden.
 * - A header row without rows below becomes cells.
 * - Where a table of more than two rows and columns lacks a column's header, the first cell of each
 *   row heads it.
 */
export function repairTable(table: Element): void {
  const rows = tableRows(table);
  const body = rows.filter((row) => !row.head);
  for (const { node, cells, head } of rows) {
    for (const cell of cells)
      if (cell.tagName === 'th' && (isEmpty(cell) || !body.length)) demote(cell);
    if (head && body.length > 0 && cells.length > 0 && cells.every(isEmpty))
      node.properties.hidden = true;
  }
  if (rows.length > 2 && (rows[0]?.cells.length ?? 0) > 2 && lacksHeader(rows, body)) {
    for (const { cells } of body)
      if (cells[0]?.tagName === 'td' && !isEmpty(cells[0]))
        Object.assign(cells[0], {
          tagName: 'th',
          properties: { ...cells[0].properties, scope: 'row' },
        });
  }
}

/**
 * White space and invisible characters (some write a zero-width non-joiner for an empty header).
 */
const invisible = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g;

const isEmpty = (cell: Element): boolean =>
  !textOf(cell).replace(invisible, '') && !holdsMedia(cell);

function demote(cell: Element): void {
  cell.tagName = 'td';
  delete cell.properties.scope;
}

/** Whether some cell, the first of each row apart, has text but no header above it. */
function lacksHeader(rows: TableRow[], body: TableRow[]): boolean {
  const heads =
    rows.find((row) => row.head || row.cells.some(({ tagName }) => tagName === 'th'))?.cells ?? [];
  return body.some(({ cells }) =>
    cells.some(
      (cell, index) =>
        index > 0 && cell.tagName === 'td' && heads[index]?.tagName !== 'th' && !isEmpty(cell),
    ),
  );
}
