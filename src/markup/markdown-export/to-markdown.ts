/**
 * A row as Markdown (GFM), for readers that are machines.
 *
 * Our own mapping hast → mdast, since what it maps is this project's contract (samples, callouts, endpoints, what is
 * generated); a library's writer from there, since escaping is where own writers go wrong. (hast-util-to-mdast was
 * tried: 0.2–0.5 s on 1.15 MB before the writing, and every element above would have needed a handler all the same.)
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
  // Padded columns would make a wide table several times its own size.
  extensions: [tables, gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
  // Without mdast-util-gfm-autolink-literal: it would escape every bare URL that is to stay text (`https\://`).
  handlers: {
    text(node, parent, state, info) {
      // An underscore between letters is never emphasis (CommonMark 6.2), and API names are full of them.
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
    // Readers other than GFM's want three dashes in a delimiter row.
    table: (node, parent, state, info) =>
      tables.handlers!.table!(node, parent, state, info).replace(/\n[^\n]*/, (row) =>
        row.replaceAll('-', '---'),
      ),
  },
  join: [(left, right) => (isAnchor(left) && right.type === 'heading' ? 0 : undefined)],
};

/** GFM reads a bare URL as a link, and a backslash in it as one: a URL that would need escapes goes between angle brackets. */
const escapedUrl = /https?:\/\/[^\s<>\\]*\\[^\s<>]*/g;

const unescape = (text: string, inTable: boolean): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (escape, char: string) =>
    char === '|' && inTable ? escape : char,
  );

const isAnchor = (node: Nodes): node is Html =>
  node.type === 'html' && node.value.startsWith('<a id=');

/**
 * @param nodes a row's content after all steps of `markup/`, in reading order; elements with `data-generated` are left out
 * @returns GFM that ends in a newline (empty for no content); ids and URLs may be slots (`slot.ts`) and are passed on as they are
 */
export function toMarkdown(nodes: ElementContent[]): string {
  const root: Root = { type: 'root', children: flow(nodes) };
  return root.children.length ? write(root, options) : '';
}
