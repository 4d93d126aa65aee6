/**
 * GitHub's alerts: a quote that starts with `[!NOTE]` is a callout. Other quotes are annotations.
 */
import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { calloutLook } from '../../shared/callout.ts';
import { calloutProperties, titleParagraph, unknownCallout } from './callout-node.ts';
import type { MdxFile } from '../context.ts';
import { startOf } from '../source.ts';

const mark = /^\[!(\w+)\][ \t]*/;

/** Only the file's text shows whether the mark was escaped: `\[!NOTE]`. */
export function alerts(tree: Root, file: MdxFile): void {
  visit(tree, 'blockquote', (node) => {
    const [first] = node.children;
    const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (!lead || lead.type !== 'text' || file.text[startOf(lead)] !== '[') return;
    const found = mark.exec(lead.value);
    if (!found) return;
    if (calloutLook(found[1]!)) callout(node, first as Paragraph, found);
    else unknownCallout(lead, '[!', found[1]!, file);
  });
}

function callout(node: Blockquote, paragraph: Paragraph, [whole, type]: RegExpExecArray): void {
  const [lead, ...rest] = paragraph.children;
  const title: PhrasingContent[] = [];
  const body: PhrasingContent[] = [
    { ...lead, value: (lead as { value: string }).value.slice(whole.length) } as PhrasingContent,
    ...rest,
  ];
  // What stands beside the mark on its line is a title, as other tools read it.
  for (let next = body.shift(); next; next = body.shift()) {
    const end = next.type === 'text' ? /\r?\n/.exec(next.value) : null;
    if (next.type === 'break') break;
    if (next.type !== 'text' || !end) title.push(next);
    else {
      title.push({ type: 'text', value: next.value.slice(0, end.index) });
      body.unshift({ ...next, value: next.value.slice(end.index + end[0].length) });
      break;
    }
  }
  const titled = title.some((part) => part.type !== 'text' || part.value.trim());
  const contents = body.some((part) => part.type !== 'text' || part.value.trim());
  node.children = [
    ...(titled ? [titleParagraph(title)] : []),
    ...(contents ? [{ ...paragraph, children: body }] : []),
    ...node.children.slice(1),
  ];
  node.data = {
    ...node.data,
    hName: 'aside',
    hProperties: { ...node.data?.hProperties, ...calloutProperties(type!) },
  };
}
