/** White space between blocks, which no one sees. */
import type { ElementContent } from 'hast';
import { classesOf, isElement } from '../../shared/hast/text.ts';

/** What Markdown makes that is never part of a line, however the author styles his own `<div>`s. */
export const blocks: ReadonlySet<string> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'figure',
  'pre',
  'hr',
  'aside',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
]);

/** Without line breaks between blocks: on a page of tables a fiftieth of its bytes. */
export function withoutWhitespace(nodes: ElementContent[], isBlock: boolean): ElementContent[] {
  if (!nodes.some(isGap)) return nodes;
  const isEdge = (node: ElementContent | undefined): boolean =>
    node === undefined
      ? isBlock
      : isElement(node) && (blocks.has(node.tagName) || classesOf(node).includes('samples'));
  return nodes.filter(
    (node, index) => !isGap(node) || !(isEdge(nodes[index - 1]) && isEdge(nodes[index + 1])),
  );
}

/** White space that HTML collapses; not a no-break space, which is there to be seen. */
const isGap = (node: ElementContent): boolean =>
  node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value);
