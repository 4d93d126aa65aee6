/** Tables: GFM where it can say them, else HTML, which GFM may hold. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { isPhrasing } from '../../shared/html-elements.ts';
import { isElement, isGenerated, textOf } from '../../shared/hast/text.ts';
import { tableRows } from '../tables/table-grid.ts';
import { phrasing } from './phrasing.ts';
import { strong, type Flow } from './nodes.ts';

type Align = 'left' | 'right' | 'center' | null;

export function table(node: Element): Flow[] {
  if (holds(node, 0)) return [asHtml(node)];
  const caption = node.children.find((child) => isElement(child, 'caption')) as Element | undefined;
  const title = caption ? phrasing(caption.children) : [];
  const rows = gridOf(node).filter(
    (row) => row.some((cell) => cell.children.length > 0) || row.length > 1,
  );
  if (!rows.length) return strong(title);
  const width = Math.max(...rows.map((row) => row.length));
  const headed = rows[0]!.every((cell) => cell.head);
  // GFM wants a header row, and drops cells beyond its width.
  const [head, ...body] = headed ? rows : [[], ...rows];
  const children: TableRow[] = [
    [...head!, ...Array.from({ length: width - head!.length }, empty)],
    ...body,
  ].map((cells) => ({
    type: 'tableRow',
    children: cells.map(({ children }): TableCell => ({ type: 'tableCell', children })),
  }));
  const align = Array.from(
    { length: width },
    (_, column) => rows.map((row) => row[column]?.align).find(Boolean) ?? null,
  );
  const whole: Table = { type: 'table', align, children };
  return [...strong(title), whole];
}

interface Cell {
  children: PhrasingContent[];
  head: boolean;
  align: Align;
}

const empty = (): Cell => ({ children: [], head: true, align: null });

/** Cells as a rectangle: a cell over several columns or rows is followed by empty ones. */
function gridOf(node: Element): Cell[][] {
  const rows: Cell[][] = [];
  /** By column: rows that a cell above still covers. */
  const covered: number[] = [];
  for (const row of tableRows(node)) {
    const { head } = row;
    const cells: Cell[] = [];
    const skip = () => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]!--;
        cells.push({ ...empty(), head });
      }
    };
    for (const cell of row.cells) {
      skip();
      const wide = span(cell.properties.colSpan),
        high = span(cell.properties.rowSpan);
      for (let column = 0; column < wide; column++) {
        covered[cells.length] = high - 1;
        cells.push({
          children: column ? [] : cellContent(cell),
          head: head || cell.tagName === 'th',
          align: alignOf(cell),
        });
      }
    }
    skip();
    rows.push(cells);
  }
  return rows;
}

/** A million columns would exhaust memory. */
const span = (value: unknown): number =>
  Math.min(Math.max(1, Math.floor(Number(value ?? 1)) || 1), 50);

function alignOf(cell: Element): Align {
  const written = String(
    cell.properties.align ??
      /text-align:\s*(\w+)/.exec(String(cell.properties.style ?? ''))?.[1] ??
      '',
  );
  return written === 'left' || written === 'right' || written === 'center' ? written : null;
}

/** A cell is one line: `<br>` stands between its blocks, items of lists are marked. */
function cellContent(cell: Element): PhrasingContent[] {
  const lines: ElementContent[][] = [[]];
  const put = (nodes: ElementContent[]) => {
    for (const node of nodes) {
      if (!isElement(node) || isPhrasing(node.tagName)) {
        lines.at(-1)!.push(node);
        continue;
      }
      if (isGenerated(node)) continue;
      lines.push(node.tagName === 'li' ? [{ type: 'text', value: '• ' }] : []);
      put(node.children);
      lines.push([]);
    }
  };
  put(cell.children);
  const written = lines
    .map((line) => phrasing(line, { breaks: '<br>' }))
    .filter((line) => line.length);
  return written.flatMap((line, index) =>
    index ? [{ type: 'html', value: '<br>' } as const, ...line] : line,
  );
}

/** Code blocks and tables within cells: GFM has no way to say them. */
function holds(node: Element, depth: number): boolean {
  return node.children.some(
    (child) =>
      isElement(child) &&
      (child.tagName === 'pre' ||
        child.tagName === 'table' ||
        (depth < 20 && holds(child, depth + 1))),
  );
}

function asHtml(node: Element): Html {
  const html = toHtml(plain(node), { closeSelfClosing: false });
  // A blank line would end the HTML block.
  return { type: 'html', value: html.replace(/\n(?=[ \t]*\n)/g, '&#10;') };
}

const kept = new Set(['href', 'src', 'alt', 'title', 'colSpan', 'rowSpan', 'align', 'start']);

/** Without what the site added: classes, notes for the steps, coloured code. */
function plain(node: Element): Element {
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => kept.has(name)),
  );
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return isGenerated(child) ? [] : [plain(child)];
    return child.type === 'comment' ? [] : [{ type: 'text', value: textOf(child) }];
  });
  return {
    ...node,
    properties,
    children: node.tagName === 'code' ? [{ type: 'text', value: textOf(node) }] : children,
  };
}
