/** Slate Markdown as fixtures show it: HTML with Slate's ids, then what was found, a comment a finding. */
import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { slateToHast } from '../../src/slate/parse.ts';
import { headingSlugs, SlugCounter } from '../../src/shared/slug.ts';

export function shown(markdown: string): { html: string; findings: string[] } {
  const findings: string[] = [];
  const tree = slateToHast(markdown, {
    file: 'x.md',
    report: ({ kind, line, message }) =>
      findings.push(`<!-- ${kind}, line ${line}: ${message} -->`),
  });
  const counter = new SlugCounter();
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    if (node.type === 'element') finish(node, counter);
    node.children.forEach((child) => walk(child as Nodes));
  };
  walk(tree);
  return { html: `${toHtml(tree)}\n`, findings };
}

function finish(node: Element, counter: SlugCounter): void {
  if (/^h[1-6]$/.test(node.tagName) && node.properties.dataLine !== undefined)
    node.properties.id ??= counter.next(headingSlugs(node).id);
  delete node.properties.dataLine;
}
