/** Putting together what only the marks of a directive had parted. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';

/** Neighbouring texts become one, and so do paragraphs with no blank line between them. */
export function joined(children: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
      if (last.position && child.position)
        last.position = { start: last.position.start, end: child.position.end };
      else last.position ??= child.position;
    } else if (child.type === 'paragraph' && last?.type === 'paragraph' && touch(last, child)) {
      last.children = joined([
        ...last.children,
        { type: 'text', value: '\n' },
        ...child.children,
      ]) as PhrasingContent[];
      last.position = { start: last.position!.start, end: child.position!.end };
    } else if (child.type !== 'text' || child.value) result.push(child);
  }
  return result;
}

const touch = (a: Paragraph, b: Paragraph) =>
  a.position !== undefined &&
  b.position !== undefined &&
  a.position.end.line + 1 === b.position.start.line;
