/**
 * A row as Markdown (GFM), for machines. The mapping hast to mdast is our own, since samples,
 * callouts and endpoints are this project's contract; hast-util-to-mdast was tried and takes seven
 * times as long (half a second of WooCommerce's cold build). Writing, with its escapes, is a
 * library's.
 */
import type { ElementContent } from 'hast';
import type { Html, Nodes, Paragraph, Root, Table } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown as write, type Options } from 'mdast-util-to-markdown';
import { flow } from './flow.ts';
import { isPlainLine, isPlainText, plainCell, plainParagraph, tableLine } from './plain.ts';

const tables = gfmTableToMarkdown();
const tasks = gfmTaskListItemToMarkdown();

const options: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  resourceLink: true,
  extensions: [tables, gfmStrikethroughToMarkdown(), tasks],
  // Without mdast-util-gfm-autolink-literal, which escapes bare URLs (`https\://`).
  handlers: {
    paragraph(node: Paragraph, parent, state, info) {
      const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
      const plain = isTask ? undefined : plainParagraph(node);
      return plain ?? tasks.handlers!.paragraph!(node, parent, state, info);
    },
    text(node, parent, state, info) {
      const isCell = state.stack.includes('tableCell');
      if (isCell ? isPlainText(node.value) : isPlainLine(node.value)) return node.value;
      // An underscore between letters is no emphasis (CommonMark 6.2); API names are full of them.
      const text = defaultHandlers
        .text(node, parent, state, info)
        .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
      return state.stack.includes('link')
        ? text
        : text.replace(escapedUrl, (url) => `<${unescape(url, isCell)}>`);
    },
    table({ children, align }: Table, _parent, state, info) {
      const leave = state.enter('table');
      const [head = [], ...body] = children.map((row) =>
        row.children.map(
          (cell) => plainCell(cell) ?? tables.handlers!.tableCell!(cell, row, state, info),
        ),
      );
      leave();
      const width = Math.max(align?.length ?? 0, head.length);
      // Readers other than GFM's want three dashes.
      const rule = Array.from({ length: width }, (_, column) => rules[align?.[column] ?? 'none']);
      const filled = (cells: string[]) => [...cells, ...rule.slice(cells.length).fill('')];
      return [filled(head), rule, ...body.map(filled)].map(tableLine).join('\n');
    },
  },
  join: [(left, right) => (isAnchor(left) && right.type === 'heading' ? 0 : undefined)],
};

const rules = { left: ':---', right: '---:', center: ':---:', none: '---' };

/** GFM reads a backslash in a bare URL as its own: with escapes it goes between angle brackets. */
const escapedUrl = /https?:\/\/[^\s<>\\]*\\[^\s<>]*/g;

const unescape = (text: string, inTable: boolean): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (escape, char: string) =>
    char === '|' && inTable ? escape : char,
  );

const isAnchor = (node: Nodes): node is Html =>
  node.type === 'html' && node.value.startsWith('<a id=');

/**
 * @param nodes a row's content after all steps, in reading order; generated elements are left out
 * @returns GFM that ends in a newline (empty for no content), with its placeholders
 */
export function toMarkdown(nodes: ElementContent[]): string {
  const root: Root = { type: 'root', children: flow(nodes) };
  return root.children.length ? write(root, options) : '';
}
