/** A table's rows and cells as they stand, whatever wraps them. */
import type { Element } from 'hast';
import { isElement } from '../../shared/hast-text.ts';

export interface TableRow {
  node: Element;
  cells: Element[];
  /** Stands in `<thead>`, or holds nothing but `<th>`. */
  head: boolean;
}

/** Rows of the table itself, in order; those of a table within a cell are not. */
export function tableRows(table: Element): TableRow[] {
  const rows: TableRow[] = [];
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') rows.push(row(child, false));
    else if (/^t(head|body|foot)$/.test(child.tagName))
      for (const inner of child.children)
        if (isElement(inner, 'tr')) rows.push(row(inner, child.tagName === 'thead'));
  }
  return rows;
}

function row(node: Element, head: boolean): TableRow {
  const cells = node.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
  return {
    node,
    cells,
    head: head || (cells.length > 0 && cells.every((cell) => cell.tagName === 'th')),
  };
}
