/** Finds footnotes that nothing refers to: GFM leaves them out. */
import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from './context.ts';
import { placeOf } from './source.ts';

export function checkFootnotes(tree: Root, { file, report }: Pick<MdxFile, 'file' | 'report'>): void {
  const referred = new Set<string>();
  const definitions: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') referred.add(node.identifier);
    else if (node.type === 'footnoteDefinition') definitions.push(node);
  });
  for (const node of definitions) {
    if (referred.has(node.identifier)) continue;
    const mark = `[^${node.label ?? node.identifier}]`;
    report({ kind: 'footnote-unused', file, ...placeOf(node), message: `nothing refers to the footnote ${mark}, so it is not shown`, mend: `write ${mark} where it belongs, or take it out` });
  }
}
