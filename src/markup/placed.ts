/** Parts of a description in MDX: what stands for them in the rendered text becomes what they say. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { OutlineHeading } from './fragment.ts';

/** An operation, a schema or a chapter. */
export interface PlacedPiece {
  /** Where the author wants it. */
  at: { name: string; file: string; line: number; column: number };
  /** What is wrong with it is told already. */
  isTold?: boolean;
  /** Its headings, as they stand in the outline of the page. */
  outline: OutlineHeading[];
  /** Changes with all that it is made of. */
  key(): string;
  /** Its content; the element `data-words` in it is where the author's words go. */
  make(): { children: ElementContent[]; diagnostics: Diagnostic[] };
}

/** What an element stands for: the key of a piece. */
export type PieceOf = (kind: string, name: string, of: string) => PlacedPiece | undefined;

/**
 * To be called before `adoptImported`, which then gives every heading its place in the outline.
 * @param outline of the whole file
 */
export function adoptPlaced(
  tree: Root,
  outline: OutlineHeading[],
  pieceOf: PieceOf,
  report: Report,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const used = new Set<PlacedPiece>();
  visit(tree, 'element', (node: Element, index, parent: Parents | undefined) => {
    const { dataPlaced: kind, dataName: name, dataOf: of = '', dataLine } = node.properties;
    if (kind === undefined || !parent || index === undefined) return undefined;
    const piece = pieceOf(String(kind), String(name ?? ''), String(of));
    const [first] = piece?.outline ?? [];
    const isListed =
      first && outline.some(({ id, file }) => id === first.id && file === first.file);
    if (!piece || !isListed || used.has(piece)) {
      const [, file, line] = /^(?:(.*):)?(\d+)$/.exec(String(dataLine)) ?? [];
      if (!piece && name !== undefined)
        report({ ...unreachable(String(name)), ...(file && { file }), line: Number(line ?? 0) });
      parent.children.splice(index, 1);
      return index;
    }
    used.add(piece);
    const { children, diagnostics } = piece.make();
    found.push(...diagnostics);
    withWords(children, node.children);
    parent.children.splice(index, 1, ...(children as never[]));
    return index + children.length;
  });
  return found;
}

/** What is asked for where the outline of a page cannot know of it. */
export const unreachable = (name: string) => ({
  kind: 'openapi-placed' as const,
  message: `“${name}” cannot stand here: an expression makes it, or a file that is imported`,
  hint: 'write it, with its name in quotes, into the text of the page or of one of its `includes`',
});

/** Puts the author's words where the mark is, or takes that out. */
function withWords(children: ElementContent[], words: ElementContent[]): void {
  const at = children.findIndex(
    (node) => node.type === 'element' && node.properties.dataWords !== undefined,
  );
  if (at >= 0) children.splice(at, 1, ...words);
  else children.splice(1, 0, ...words);
}
