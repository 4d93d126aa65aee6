/** Keeps what later steps need of a fence: that it is one, its meta, its text as written. */
import type { Element, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Before MDX makes HTML of it. */
export function markFences(tree: Root): void {
  visit(tree, 'code', (node) => {
    // HTML drops a line break right after `<pre>`.
    if (node.value.startsWith('\n')) node.value = `\n${node.value}`;
    node.data = {
      ...node.data,
      hProperties: {
        ...node.data?.hProperties,
        dataFence: '',
        ...(node.meta && { dataMeta: node.meta }),
      },
    };
  });
}

/** Afterwards: mark and line belong to the `<pre>`. */
export function settleFences(tree: HastRoot): void {
  visit(tree, 'element', (node) => {
    const code = node.tagName === 'pre' ? (node.children[0] as Element | undefined) : undefined;
    if (code?.type !== 'element' || code.properties.dataFence === undefined) return;
    const { dataFence, dataLine, metastring, ...properties } = code.properties;
    code.properties = properties;
    node.properties = {
      ...node.properties,
      dataFence,
      ...(dataLine !== undefined && { dataLine }),
    };
  });
}
