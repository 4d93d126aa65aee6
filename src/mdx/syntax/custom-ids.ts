/** `## Title [#my-id]`: a heading's own id. (Braces, as in other tools, are code in MDX.) */
import type { Heading, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { endOf, sourceOf, startOf } from '../source.ts';

const mark = /(?:^|\s)\[#([^\s[\]]+)\]\s*$/;

/** Takes the mark off each heading that ends with one, and gives the heading the id. */
export function customIds(tree: Root, { text }: Pick<MdxFile, 'text'>): void {
  visit(tree, 'heading', (node) => {
    const id = takeMark(node, text);
    if (id !== undefined)
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
  });
}

/**
 * Looks in the source, so that `\[#x]` and code stay as they are, and `[#get_my_id_]`, which
 * Markdown reads as emphasis, is found.
 */
function takeMark(node: Heading, text: string): string | undefined {
  const last = node.children.at(-1);
  if (!last) return undefined;
  const start = startOf(node.children[0]!);
  const found = mark.exec(text.slice(start, endOf(last)));
  if (!found) return undefined;
  const at = start + found.index + found[0].indexOf('[');
  const rest = node.children.filter((child) => startOf(child) <= at);
  const taken = node.children.slice(rest.length);
  const host = rest.at(-1);
  // The text may define `[#my-id]: url`: then it is a link.
  if (host?.type !== 'text' || taken.some(isLink)) return undefined;
  const cut = host.value.lastIndexOf('[#');
  if (cut < 0 || sourceOf(host, text).indexOf('[#') < 0) return undefined;
  host.value = host.value.slice(0, cut).trimEnd();
  node.children = host.value ? rest : rest.slice(0, -1);
  return found[1]!;
}

const isLink = (node: PhrasingContent): boolean =>
  /^(link|image)/.test(node.type) || ('children' in node && node.children.some(isLink));
