/**
 * In a page that runs from right to left, text of Latin letters only (`POST /keys/<key>`)
 * reads from left to right: else its marks jump to the wrong end.
 */
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isPhrasing } from '../../shared/html-elements.ts';
import { isBlank, isElement, isGenerated, textOf } from '../../shared/hast-text.ts';

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt']);

/** These keep their own side, for their bullet or their arrow stands there: only the text in them turns. */
const marked = new Set(['li', 'dd', 'summary']);

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** A block takes `dir="ltr"`, where the author gave no direction; text beside a bullet stands in `bdi`. */
export function markLatinText(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (isGenerated(node) || node.tagName === 'pre') return SKIP;
    if (node.properties.dir !== undefined) return;
    if (marked.has(node.tagName)) node.children = isolateRuns(node);
    else if (blocks.has(node.tagName) && isLatin(textOf(node))) node.properties.dir = 'ltr';
  });
}

const isLatin = (text: string): boolean => /\p{L}/u.test(text) && !rightToLeft.test(text);

const isInline = (node: ElementContent): boolean =>
  isElement(node) ? isPhrasing(node.tagName) && !isGenerated(node) : true;

/** The children with each run of Latin text between two blocks in a `bdi` of its own. */
function isolateRuns(parent: Element): ElementContent[] {
  const runs = parent.children.reduce<ElementContent[][]>((all, child) => {
    const last = all.at(-1);
    if (last?.every(isInline) && isInline(child)) last.push(child);
    else all.push([child]);
    return all;
  }, []);
  return runs.flatMap((run) => (run.every(isInline) ? isolate(run) : run));
}

/** A task list's box stays at the bullet's side. */
function isolate(run: ElementContent[]): ElementContent[] {
  const from = run.findIndex((node) => !isBlank(node) && !isElement(node, 'input'));
  const children = run.slice(from);
  const alone = isElement(children[0], 'bdi') && children.slice(1).every(isBlank);
  if (from < 0 || alone || !isLatin(children.map(textOf).join(''))) return run;
  return [...run.slice(0, from), { type: 'element', tagName: 'bdi', properties: {}, children }];
}
