/** A cut row as HTML: a flat sibling, whose cells are its prose and its code. The element around them is a note to `layouts/block-group.ts`. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { SplitRow } from './split-rows.ts';
import { blocks, withoutWhitespace } from './whitespace.ts';
import { isElement, textOf } from '../../shared/hast-text.ts';

const options = {
  allowDangerousHtml: true,
  closeSelfClosing: false,
  quote: '"',
  characterReferences: { useShortestReferences: true },
} as const;

/** Notes for the steps, which no page needs. */
const notes = ['dataLine', 'dataOutline', 'dataFence', 'dataMeta', 'dataRow', 'dataCenter'];

export function rowHtml(row: SplitRow): string {
  return row.rowParts
    .map((beat, index) => {
      const attributes = index ? ` data-beat=""` : '';
      const code = beat.code.length ? `<div class="code">${inner(beat.code)}</div>` : '';
      return `<div class="row" data-level="${row.level}" data-height="${rowHeight(beat)}"${attributes}><div class="prose">${inner(beat.prose)}</div>${code}</div>\n`;
    })
    .join('');
}

function inner(nodes: ElementContent[]): string {
  // An author's own `<div class="row" data-level>` is none of ours: `layouts/block-group.ts` would begin a row there.
  return toHtml({ type: 'root', children: tidied(nodes, true, false) }, options).replace(
    /^<div class="row" (?=data-level)/gm,
    '$& ',
  );
}

/** Without notes and gaps. @param isBlock whether what holds the nodes is one of `blocks`; `isKept`: its gaps may be seen */
function tidied(nodes: ElementContent[], isBlock: boolean, isKept: boolean): ElementContent[] {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    for (const note of notes) delete node.properties[note];
    // A list with a class or style of the author's may be set in a line.
    const isOwn =
      isElement(node, 'ul', 'ol', 'dl') &&
      (node.properties.className ?? node.properties.style) !== undefined;
    node.children = tidied(
      node.children,
      blocks.has(node.tagName),
      isKept || isOwn || node.tagName === 'pre',
    );
  }
  return isKept ? nodes : withoutWhitespace(nodes, isBlock);
}

/**
 * An estimate of the row's height on a wide screen, in px, so that the scroll bar and links are right before it is laid
 * out (`contain-intrinsic-size` in styles/rows.css).
 */
const rowHeight = ({ prose, code }: { prose: ElementContent[]; code: ElementContent[] }): number =>
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
      height += heightOf(
        (node.children.find((child) => isElement(child)) as Element | undefined)?.children ?? [],
        measure,
      );
    else if (node.tagName === 'table')
      visit(node, 'element', (row: Element) => {
        if (row.tagName === 'tr') height += 40 + 22 * Math.floor(textOf(row).length / 60);
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
