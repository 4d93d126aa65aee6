/** Finds footnotes without a reference, which GFM drops, and references without a footnote. */
import type { FootnoteDefinition, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { endOf, placeOf, startOf } from '../source.ts';

export function checkFootnotes(tree: Root, file: MdxFile): void {
  const referred = new Set<string>();
  const definitions: FootnoteDefinition[] = [],
    texts: Text[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') referred.add(node.identifier);
    else if (node.type === 'footnoteDefinition') definitions.push(node);
    else if (node.type === 'text' && node.value.includes('[^')) texts.push(node);
  });
  for (const node of definitions) {
    if (referred.has(node.identifier)) continue;
    const mark = `[^${node.label ?? node.identifier}]`;
    file.report({
      kind: 'footnote-unused',
      file: file.file,
      ...placeOf(node),
      message: `nothing refers to the footnote ${mark}, so it is not shown`,
      hint: `write ${mark} where it belongs, or remove the footnote`,
    });
  }
  for (const node of texts) missing(node, definitions.length > 0, file);
}

/**
 * @param hasOthers the file has footnotes: else only a number counts, since `[^a-z]` is a pattern
 */
function missing(node: Text, hasOthers: boolean, { file, text, report }: MdxFile): void {
  const source = text.slice(startOf(node), endOf(node));
  for (const { 0: mark, 1: label, index } of source.matchAll(/(?<!\\)\[\^([\p{L}\p{N}_-]+)\]/gu)) {
    if (hasOthers || /^\d+$/.test(label!))
      report({
        kind: 'footnote-missing',
        file,
        ...placeWithin(node, source.slice(0, index)),
        quote: mark,
        message: `there is no footnote ${mark}, so it is shown as text`,
        hint: `write ${mark}: and its text into this file, or remove the mark`,
      });
  }
}

/** @param before the node's text up to there */
function placeWithin(node: Text, before: string): { line: number; column: number } {
  const { line = 0, column = 0 } = placeOf(node),
    lines = before.split('\n');
  return {
    line: line + lines.length - 1,
    column: (lines.length > 1 ? 1 : column) + lines.at(-1)!.length,
  };
}
