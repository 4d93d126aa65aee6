/** Long paths in running text break after a slash, not within a word. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { element, textNode } from '../../shared/hast-element.ts';
import { isElement, isGenerated, textOf } from '../../shared/hast-text.ts';

/** Characters up to which code finds room on a line of its own, on a phone too. */
const MAX_UNBROKEN = 20;

/** After a slash (or several), or before `?` and `&`, where a word follows. */
const breaks = /(?<=[^/]\/)(?=[^/\s])|(?<=\w)(?=[?&]\w)/;

/**
 * Puts `<wbr>` into inline code that holds a long path. It is no text: copies, ids, search and the
 * Markdown of the page stay as they are.
 */
export function breakPaths(parent: Parents | Root): void {
  for (const child of parent.children) {
    if (!isElement(child) || isGenerated(child) || child.tagName === 'pre') continue;
    if (child.tagName === 'code' && textOf(child).length > MAX_UNBROKEN) split(child);
    else breakPaths(child);
  }
}

function split(node: Element): void {
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') {
      if (isElement(child)) split(child);
      return [child];
    }
    return child.value
      .split(breaks)
      .flatMap((part, index) => [...(index ? [element('wbr', {}, [])] : []), textNode(part)]);
  });
}
