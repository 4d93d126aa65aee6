/** GFM as other tools write it, an OpenAPI description's texts among them: no Slate, no MDX. */
import type { Element, ElementContent, Root } from 'hast';
import { paragraphs } from '../shared/hast/inline-runs.ts';
import { clean } from '../source/read-text.ts';
import { withCjkMarks, withoutCjkMarks } from './cjk-marks.ts';
import { flatten } from './flatten.ts';
import { changeText, markdownTree } from './markdown.ts';
import { parseRaw } from './raw-html.ts';
import { splitRaw } from './raw-pieces.ts';
import { withoutMarks } from './redcarpet/marks.ts';

/**
 * @returns its tree, all HTML parsed, fences as the pipeline takes them. No element has a line: the
 *   text has no file of its own
 */
export function gfmToHast(text: string): Root {
  const source = withoutMarks(clean(text));
  const markdown = withCjkMarks(source);
  const tree = markdownTree(markdown);
  flatten(tree, () => {});
  if (markdown !== source) changeText(tree, withoutCjkMarks);
  const todo: (Root | Element)[] = [tree];
  for (let parent = todo.pop(); parent; parent = todo.pop()) {
    delete parent.position;
    splitRaw(parent);
    for (const child of parent.children as ElementContent[]) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'pre') markFence(child);
      todo.push(child);
    }
  }
  parseRaw(tree, () => {});
  // Text that stands in no block, as after `</div>`.
  tree.children = paragraphs(tree.children as ElementContent[]);
  return tree;
}

/** Raw HTML's `<pre>` is none: it is not parsed yet. */
function markFence(pre: Element): void {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.tagName !== 'code') return;
  pre.properties.dataFence = '';
  const last = code.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\n$/, '');
}
