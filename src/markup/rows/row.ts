/** A row as HTML: its prose and its code, in as many parts as they alternate. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { RowLayout, RowPart } from '../fragment.ts';
import { isSomething, type SplitRow } from './split-rows.ts';
import { proseHeight, rowHeight } from './row-height.ts';
import { blocks, withoutWhitespace } from './whitespace.ts';
import { isElement, isHeading } from '../../shared/hast/text.ts';

const options = {
  allowDangerousHtml: true,
  closeSelfClosing: false,
  quote: '"',
  characterReferences: { useShortestReferences: true },
} as const;

/** Notes for the steps, which no page needs. */
const notes = [
  'dataLine',
  'dataOutline',
  'dataFence',
  'dataMeta',
  'dataRow',
  'dataCenter',
  'dataName',
  'dataFrom',
];

/** Takes the notes of the steps out of the row's nodes: after all else that reads them. */
export function layRow({ level, parts: split }: SplitRow): RowLayout {
  const parts = split.map((part): RowPart => {
    const height = rowHeight(part);
    const [prose, code] = [htmlOf(part.prose), htmlOf(part.code)];
    return { prose, code, height, proseHeight: code ? proseHeight(prose) : height };
  });
  const nodes = split.flatMap(({ prose, code }) => [...prose, ...code]);
  return {
    level,
    parts,
    ...(nodes.filter(isSomething).length === 1 &&
      isHeading(nodes.find(isSomething)) && { bare: true }),
    ...(hasTop(nodes) && { hasTop: true }),
  };
}

const htmlOf = (nodes: ElementContent[]): string =>
  toHtml({ type: 'root', children: tidied(nodes, true, false) }, options);

const hasTop = (nodes: ElementContent[]): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === 'h1' || hasTop(node.children)));

/**
 * Without notes and gaps. @param isBlock whether what holds the nodes is one of `blocks`; `isKept`:
 * its gaps may be seen
 */
function tidied(nodes: ElementContent[], isBlock: boolean, isKept: boolean): ElementContent[] {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    // To delete what is not there makes an object slow.
    for (const note of notes) if (note in node.properties) delete node.properties[note];
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
