/**
 * In a page that runs from right to left, text of Latin letters only (`POST /keys/<key>`)
 * reads from left to right: else its marks jump to the wrong end.
 */
import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element } from '../../shared/hast/element.ts';
import { mapRuns } from '../../shared/hast/inline-runs.ts';
import { isBlank, isElement, isGenerated, textOf } from '../../shared/hast/text.ts';

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt']);

/** These keep their own side, for their bullet or their arrow stands there: only the text in them turns. */
const marked = new Set(['li', 'dd', 'summary']);

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** A block takes `dir="ltr"`, where the author gave no direction; text beside a bullet stands in `bdi`. */
export function markLatinText(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (isGenerated(node) || node.tagName === 'pre') return SKIP;
    if (node.properties.dir !== undefined) return;
    if (marked.has(node.tagName)) node.children = mapRuns(node.children, isolate);
    else if (blocks.has(node.tagName) && isLatin(textOf(node))) node.properties.dir = 'ltr';
  });
}

const isLatin = (text: string): boolean => /\p{L}/u.test(text) && !rightToLeft.test(text);

/** A task list's box stays at the bullet's side. */
function isolate(run: ElementContent[]): ElementContent[] {
  const from = run.findIndex((node) => !isBlank(node) && !isElement(node, 'input'));
  const children = run.slice(from);
  const alone = isElement(children[0], 'bdi') && children.slice(1).every(isBlank);
  if (from < 0 || alone || !isLatin(children.map(textOf).join(''))) return run;
  return [...run.slice(0, from), element('bdi', {}, children)];
}
