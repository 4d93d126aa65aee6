/** Finds fences that are never closed: CommonMark shows them, and what follows, as code. */
import type { Code, Parents, Root } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { endOf, placeOf, startOf } from '../source.ts';

const opening = /^(`{3,}|~{3,})/;

/**
 * Reports each fence that only the end of its file, list, quote or callout closes.
 * @param text that the tree's positions refer to
 */
export function checkFences(
  tree: Root,
  { file, text, report }: { file: string; text: string; report: Report },
): void {
  visitParents(tree, 'code', (node, parents) => {
    const marks = opening.exec(text.slice(startOf(node), endOf(node)))?.[1];
    if (!marks || isClosed(node, marks, quotes(parents), text)) return SKIP;
    report({
      kind: 'fence-unclosed',
      file,
      ...placeOf(node),
      message: `this fence is never closed: everything to the end of ${holder(parents)} is code`,
      hint: `end it with a line of ${marks}`,
    });
    return SKIP;
  });
}

/** Its last line is another than its first, and holds as many of the same marks, and no more. */
function isClosed(node: Code, marks: string, quotes: number, text: string): boolean {
  const { start, end } = node.position!;
  if (start.line === end.line) return false;
  const from = text.lastIndexOf('\n', endOf(node) - 1) + 1;
  const quoted = new RegExp(`^(?:[ \\t]*>){0,${quotes}}[ \\t]*`);
  const last = text.slice(from, endOf(node)).replace(quoted, '').trimEnd();
  return last.length >= marks.length && last === marks[0]!.repeat(last.length);
}

const quotes = (parents: Parents[]): number =>
  parents.filter(({ type }) => type === 'blockquote').length;

function holder(parents: Parents[]): string {
  const names: Partial<Record<Parents['type'], string>> = {
    listItem: 'its list item',
    blockquote: 'its quote',
    containerDirective: 'its callout',
  };
  return parents.map(({ type }) => names[type]).findLast(Boolean) ?? 'the file';
}
