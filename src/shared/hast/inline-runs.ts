/** Neighbours that stand in running text together, among blocks. */
import type { ElementContent } from 'hast';
import { element } from './element.ts';
import { isElement, textOf } from './text.ts';
import { isPhrasing } from '../html-elements.ts';

const isInline = (node: ElementContent): boolean => !isElement(node) || isPhrasing(node.tagName);

/** @param each what a run becomes; blocks stay as they are */
export function mapRuns(
  nodes: readonly ElementContent[],
  each: (run: ElementContent[]) => ElementContent[],
): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  for (const node of nodes)
    if (isInline(node)) run.push(node);
    else {
      out.push(...each(run), node);
      run = [];
    }
  return [...out, ...each(run)];
}

/** Runs become paragraphs; white space between blocks is left out, and an anchor stays bare. */
export const paragraphs = (nodes: readonly ElementContent[]): ElementContent[] =>
  mapRuns(nodes, (run) => {
    if (run.some(isShown)) return [element('p', {}, run)];
    return run.filter((node) => node.type !== 'text');
  });

const isShown = (node: ElementContent): boolean =>
  textOf(node).trim() !== '' || isElement(node, 'img', 'picture', 'svg', 'video', 'audio', 'input');
