/** Long paths in running text, and long names in headings, break at their signs, not within a word. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { element, textNode } from '../../shared/hast/element.ts';
import { breakWords } from '../../shared/word-breaks.ts';
import { isElement, isGenerated, isHeading, textOf } from '../../shared/hast/text.ts';

/** Characters up to which code finds room on a line of its own, on a phone too. */
const MAX_UNBROKEN = 20;

/** After a slash (or several) that is not the first sign, or before `?` and `&`, where a word follows. */
const breaks = /(?<=[^/]\/)(?=[^/\s])|(?<=\w)(?=[?&]\w)/;

/** The same in what follows a placeholder: `</var>/next`. */
const laterBreaks = /(?<=\/)(?=[^/\s])|(?<=\w)(?=[?&]\w)/;

/**
 * Puts `<wbr>` into inline code that holds a long path, and into headings. It is no text: copies,
 * ids, search and the Markdown of the page stay as they are.
 */
export function breakPaths(parent: Parents | Root): void {
  for (const child of parent.children) {
    if (!isElement(child) || isGenerated(child) || child.tagName === 'pre') continue;
    if (child.tagName === 'code' && textOf(child).length > MAX_UNBROKEN)
      split(child, (text, isFirst) => text.split(isFirst ? breaks : laterBreaks));
    else if (isHeading(child)) split(child, breakWords);
    else breakPaths(child);
  }
}

function split(node: Element, piecesOf: (text: string, isFirst: boolean) => string[]): void {
  node.children = node.children.flatMap((child, at): ElementContent[] => {
    if (child.type !== 'text') {
      if (isElement(child)) split(child, piecesOf);
      return [child];
    }
    return piecesOf(child.value, at === 0).flatMap((part, index) => [
      ...(index ? [element('wbr', {}, [])] : []),
      textNode(part),
    ]);
  });
}
