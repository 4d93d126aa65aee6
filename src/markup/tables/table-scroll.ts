/** Wide tables scroll within their column, in a frame that a keyboard can focus. */
import type { Element, Parents } from 'hast';
import { tableRows } from './table-grid.ts';
import { element } from '../../shared/hast/element.ts';
import { collapse, isElement, textOf } from '../../shared/hast/text.ts';

/** Characters of 14 px text that fit the prose column (600 px), and a cell's padding. */
const measure = 74;
const padding = 4;
const MAX_COLUMNS = 6;

/**
 * Puts a frame around a table with too many columns, or words too long to break.
 * @param parent of the table
 */
export function scrollTable(table: Element, parent: Parents): void {
  if (!isWide(table)) return;
  const { dataLine } = table.properties;
  const frame = element(
    'div',
    {
      className: ['table-scroll'],
      tabIndex: 0,
      // Not a region: a reference has hundreds, too many for a list of landmarks.
      role: 'group',
      ariaLabel: labelOf(table),
      ...(dataLine !== undefined && { dataLine }),
    },
    [table],
  );
  parent.children = parent.children.map((child) =>
    child === table ? frame : child,
  ) as typeof parent.children;
}

function isWide(table: Element): boolean {
  const widths: number[] = [];
  for (const { cells } of tableRows(table)) {
    cells.forEach((cell, index) => {
      const words = textOf(cell).split(/[\s\u200B-]+|(?<=[\u3000-\u9FFF\uAC00-\uD7AF])/u);
      widths[index] = Math.max(widths[index] ?? 0, ...words.map((word) => word.length));
    });
  }
  return (
    widths.length >= MAX_COLUMNS ||
    widths.reduce((sum, width) => sum + width + padding, 0) > measure
  );
}

/** Its caption, or its headers. */
function labelOf(table: Element): string {
  const caption = table.children.find((child) => isElement(child, 'caption'));
  const head = tableRows(table)[0];
  const label = caption
    ? collapse(textOf(caption))
    : (head?.cells
        .map((cell) => collapse(textOf(cell)))
        .filter(Boolean)
        .join(', ') ?? '');
  return label.length > 80 ? `${label.slice(0, 79)}…` : label || 'table';
}
