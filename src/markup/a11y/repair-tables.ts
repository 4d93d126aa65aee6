/** Header cells that head nothing, and cells that nothing heads. The text stays as it is. */
import type { Element } from 'hast';
import { rowsOf } from '../tables/table-grid.ts';
import type { TableRow } from '../tables/table-grid.ts';
import { textOf } from '../../shared/hast-text.ts';
import { holdsMedia } from './media.ts';

/**
 * - An empty `<th>` becomes `<td>`; a header row of nothing but empty cells is hidden.
 * - A header row over no rows becomes cells: it has nothing to head.
 * - In a table with more than two rows and columns where some column has no header, the first column's cells head their rows.
 */
export function repairTable(table: Element): void {
  const rows = rowsOf(table);
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

/** White space, and characters that show nothing (a zero-width non-joiner is what some write for an empty header). */
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
