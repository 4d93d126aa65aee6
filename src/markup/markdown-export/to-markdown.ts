/**
 * A row as Markdown (GFM), for machines. The mapping to mdast is our own: samples, callouts and
 * endpoints are this project's contract, and hast-util-to-mdast was tried and takes seven times as
 * long (half a second of WooCommerce's cold build).
 */
import type { ElementContent } from 'hast';
import type { Html, Nodes, Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown as write, type Options } from 'mdast-util-to-markdown';
import { flow } from './flow.ts';

const tables = gfmTableToMarkdown({ tablePipeAlign: false });

const options: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  resourceLink: true,
  // Padded columns would make a wide table several times its size.
  extensions: [tables, gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
  // mdast-util-gfm-autolink-literal escapes bare URLs (`https\://`).
  handlers: {
    text(node, parent, state, info) {
      // An underscore between letters is no emphasis (CommonMark 6.2).
      const text = defaultHandlers
        .text(node, parent, state, info)
        .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
      return state.stack.includes('link')
        ? text
        : text.replace(
            escapedUrl,
            (url) => `<${unescape(url, state.stack.includes('tableCell'))}>`,
          );
    },
    // Readers other than GFM's want three dashes.
    table: (node, parent, state, info) =>
      tables.handlers!.table!(node, parent, state, info).replace(/\n[^\n]*/, (row) =>
        row.replaceAll('-', '---'),
      ),
  },
  join: [(left, right) => (isAnchor(left) && right.type === 'heading' ? 0 : undefined)],
};

/** GFM reads a backslash in a bare URL as its own: with escapes it goes between angle brackets. */
const escapedUrl = /https?:\/\/[^\s<>\\]*\\[^\s<>]*/g;

const unescape = (text: string, inTable: boolean): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (escape, char: string) =>
    char === '|' && inTable ? escape : char,
  );

const isAnchor = (node: Nodes): node is Html =>
  node.type === 'html' && node.value.startsWith('<a id=');

/**
 * Ends in a newline, or is empty; placeholders stay.
 * @param nodes a row's content after all steps
 */
export function toMarkdown(nodes: ElementContent[]): string {
  const root: Root = { type: 'root', children: flow(nodes) };
  return root.children.length ? write(root, options) : '';
}
