/**
 * In a page that runs from right to left, a paragraph of Latin letters only (`POST /keys/<key>`)
 * reads from left to right: else its marks jump to the wrong end.
 */
import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isGenerated, textOf } from '../../shared/hast-text.ts';

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt']);
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** Sets `dir="ltr"` where the author gave no direction. */
export function markLatinText(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (isGenerated(node) || node.tagName === 'pre') return SKIP;
    if (!blocks.has(node.tagName) || node.properties.dir !== undefined) return;
    const text = textOf(node);
    if (/\p{L}/u.test(text) && !rightToLeft.test(text)) node.properties.dir = 'ltr';
  });
}
