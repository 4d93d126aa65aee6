/** How high a row will be, estimated before it is laid out. */
import type { Element, ElementContent } from 'hast';
import { isElement, textOf } from '../../shared/hast/text.ts';
import { eachElement } from '../../shared/hast/walk.ts';
import type { SplitPart } from './split-rows.ts';

/**
 * An estimate of the row's height on a wide screen, in px, so that the scroll bar and links are
 * right before it is laid out (`contain-intrinsic-size` in styles/rows.css).
 */
export const rowHeight = ({ prose, code }: SplitPart): number =>
  Math.round(Math.max(heightOf(prose, 72), heightOf(code, 64)) + 64);

/** @param measure characters a line of text */
function heightOf(nodes: ElementContent[], measure: number): number {
  let height = 0;
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'figure') height += codeHeight(node);
    else if (node.properties.className?.toString().includes('samples'))
      height += codeHeight(node.children.find((child) => isElement(child, 'figure')) as Element);
    // Of tabs one is shown.
    else if (node.properties.className?.toString().includes('tabs'))
      height +=
        45 + heightOf(node.children.find((child) => isElement(child))?.children ?? [], measure);
    else if (node.tagName === 'table')
      eachElement(node, (row) => {
        if (row.tagName === 'tr' && row.properties.dataFolded === undefined)
          height += 40 + 22 * Math.floor(textOf(row).length / 60);
      });
    else if (node.tagName === 'ul' || node.tagName === 'ol')
      for (const item of node.children) {
        if (isElement(item)) height += 30 + 25 * Math.floor(textOf(item).length / measure);
      }
    else height += 40 + 25 * Math.floor(textOf(node).length / measure);
  }
  return height;
}

const codeHeight = (figure: Element | undefined): number => {
  if (!figure) return 0;
  const lines = textOf(figure).split('\n').length;
  return 84 + 21 * (figure.properties.dataCollapse !== undefined ? 24 : lines);
};

/**
 * The height of prose beside which another part's code may stand: lines of some seventy characters,
 * and air around what stands in lines of its own.
 */
export const proseHeight = (html: string): number =>
  64 +
  26 * Math.ceil(html.replace(/<[^>]*>/g, '').length / 68) +
  18 * (html.match(/<(?:p|li|tr|h[1-6])\b/g)?.length ?? 0);
