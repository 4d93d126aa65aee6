/** A table's rows and cells as they stand, whatever wraps them. */
import type { Element } from 'hast';
import { isElement } from '../../shared/hast/text.ts';

/** As browsers have it (HTML Standard, `colspan`). */
const MAX_SPAN = 1000;

export interface TableRow {
  node: Element;
  cells: Element[];
  /** Column of each cell, counted from 0: cells of rows above may reach down into this one. */
  columns: number[];
  /** Stands in `<thead>`, or holds nothing but `<th>`. */
  head: boolean;
  /** Stands in `<tfoot>`: a sum of the others, and none of them. */
  foot: boolean;
}

/** Rows of the table itself, in order; those of a table within a cell are not. */
export function tableRows(table: Element): TableRow[] {
  const rows: TableRow[] = [];
  const loose: number[] = [];
  for (const child of table.children) {
    if (isElement(child, 'tr')) rows.push(row(child, 'tbody', loose));
    else if (isElement(child, 'thead', 'tbody', 'tfoot')) {
      // Nothing reaches into another group (HTML Standard, "Forming a table").
      const reach: number[] = [];
      for (const inner of child.children)
        if (isElement(inner, 'tr')) rows.push(row(inner, child.tagName, reach));
    }
  }
  return rows;
}

/** How many columns or rows a cell takes; Infinity: all to the end of its group. */
export function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number.parseInt(String(cell.properties[name] ?? 1), 10);
  if (span === 0 && name === 'rowSpan') return Infinity;
  return span > 0 ? span : 1;
}

/**
 * @param group the tag around it
 * @param reach for each column how many more rows the cell in it takes; brought up to date
 */
function row(node: Element, group: string, reach: number[]): TableRow {
  const cells = node.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
  const columns: number[] = [];
  const open = reach.map((left) => left > 0);
  for (const [index, left] of reach.entries()) if (left > 0) reach[index] = left - 1;
  let column = 0;
  for (const cell of cells) {
    while (open[column]) column++;
    columns.push(column);
    const rows = spanOf(cell, 'rowSpan');
    // More columns than that no table has; a hostile number would take the memory.
    for (let width = Math.min(spanOf(cell, 'colSpan'), MAX_SPAN); width > 0; width--, column++)
      if (rows > 1 || reach[column]) reach[column] = rows - 1;
  }
  return {
    node,
    cells,
    columns,
    head: group === 'thead' || (cells.length > 0 && cells.every((cell) => cell.tagName === 'th')),
    foot: group === 'tfoot',
  };
}
