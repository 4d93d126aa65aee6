/** Notes the author's line on every block, for findings and for edit links. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { authorComponents } from '../author-components.ts';
import { isJsx } from '../node-kinds.ts';

const blocks = new Set([
  'heading',
  'paragraph',
  'code',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'thematicBreak',
  'plainImage',
]);

/** A line of another file than the document's own names that file: `snippets/limits.mdx:12`. */
export const lineMark = (line: number, { file, isImported }: MdxFile): string =>
  isImported ? `${file}:${line}` : String(line);

export function lines(tree: Root, file: MdxFile): void {
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (line === undefined) return;
    if (blocks.has(node.type)) {
      node.data = {
        ...node.data,
        hProperties: {
          ...(node.data as { hProperties?: object } | undefined)?.hProperties,
          dataLine: lineMark(line, file),
        },
      } as typeof node.data;
    } else if (
      isJsx(node) &&
      node.name &&
      (node.type === 'mdxJsxFlowElement'
        ? /^[a-z][a-z0-9]*$/.test(node.name) || Object.hasOwn(authorComponents, node.name)
        : /^Attributes?$/.test(node.name))
    ) {
      // A raw heading is one only if it has an id.
      const named = (name: string) =>
        node.attributes.some(
          (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
        );
      if (!named('data-line') && (!/^h[1-6]$/.test(node.name) || named('id')))
        node.attributes.push({
          type: 'mdxJsxAttribute',
          name: 'data-line',
          value: lineMark(line, file),
        });
    }
  });
}
