/**
 * `:::notice[Title]` … `:::` and `::notice[text]` are callouts. Other directives are text as
 * written: references are full of colons (`/users/:id`, `localhost:port`).
 */
import type {
  Blockquote,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { nearest } from '../../shared/nearest.ts';
import { calloutLook, calloutTypes } from '../../shared/callout.ts';
import { calloutProperties, titleParagraph, unknownCallout } from './callout-node.ts';
import type { MdxFile } from '../context.ts';
import { expressionOf } from './directive-expression.ts';
import { directiveMarks } from './directive-marks.ts';
import { joined } from './join-text.ts';
import { endOf, placeOf, startOf } from '../source.ts';

/** Replaces every directive of the tree. */
export function directives(tree: Root, file: MdxFile): void {
  titledWithoutBrackets(tree, file);
  replaceIn(tree, file);
}

/** `:::notice A title` is no directive, and would silently be text. */
function titledWithoutBrackets(tree: Root, { file, report }: MdxFile): void {
  visit(tree, 'paragraph', (node) => {
    const [first] = node.children;
    const [, colons, name = '', title = ''] =
      (first?.type === 'text' && /^(:{3,})[ \t]*([A-Za-z]+)[ \t]*([^\r\n]*)/.exec(first.value)) ||
      [];
    if (!calloutLook(name)) return;
    report({
      kind: 'directive-unknown',
      file,
      ...placeOf(node),
      message: `\`${colons}${name}\` is not a valid callout, so it is shown as text`,
      hint: `write \`${colons}${name}${title && `[${title}]`}\``,
    });
  });
}

function replaceIn(parent: Parents, file: MdxFile): void {
  const children: RootContent[] = [];
  let replaced = false;
  for (const child of parent.children) {
    if ('children' in child) replaceIn(child, file);
    if (child.type === 'textDirective') children.push(...asText(child, file));
    else if (child.type === 'leafDirective') children.push(...leaf(child, file));
    else if (child.type === 'containerDirective') children.push(...container(child, file));
    else {
      children.push(child);
      continue;
    }
    replaced = true;
  }
  if (replaced) parent.children = joined(children) as typeof parent.children;
}

function asText(node: TextDirective, file: MdxFile): PhrasingContent[] {
  const { open, close, attributes } = directiveMarks(node, file.text);
  const expression = attributes && expressionOf(node, attributes, file);
  const tail = expression ? close.slice(0, close.length - attributes.length) : close;
  const textAt = (value: string, start: number): Text[] =>
    value
      ? [{ type: 'text', value, position: span(node, start, start + value.length, file.text) }]
      : [];
  const start = startOf(node),
    end = endOf(node) - (close.length - tail.length);
  return [
    ...textAt(open, start),
    ...node.children,
    ...textAt(tail, end - tail.length),
    ...(expression ? [expression] : []),
  ];
}

function leaf(node: LeafDirective, file: MdxFile): RootContent[] {
  if (calloutLook(node.name)) {
    const { children, position } = node;
    return [calloutOf(node, [], [{ type: 'paragraph', children, position }])];
  }
  if (nearest(node.name, calloutTypes)) unknownCallout(node, '::', node.name, file);
  const { open, close } = directiveMarks(node, file.text);
  return [
    {
      type: 'paragraph',
      children: joined([text(open), ...node.children, text(close)]) as PhrasingContent[],
      position: node.position,
    },
  ];
}

function container(node: ContainerDirective, file: MdxFile): RootContent[] {
  const label =
    node.children[0]?.data && 'directiveLabel' in node.children[0].data
      ? (node.children[0] as Paragraph)
      : undefined;
  const content = node.children.slice(label ? 1 : 0);
  const { open, close, end } = directiveMarks(node, file.text);
  if (calloutLook(node.name)) {
    const cut = end ? -1 : content.findIndex(({ type }) => type === 'heading');
    const after = cut < 0 ? [] : content.splice(cut);
    if (!end) {
      const held = after.length ? 'everything up to the next heading' : 'the rest of the text';
      file.report({
        kind: 'directive-unclosed',
        file: file.file,
        ...placeOf(node),
        message: `\`:::${node.name}\` is opened here and never closed, so it contains ${held}`,
        hint: 'end it with a line of `:::`',
      });
    }
    return [calloutOf(node, label?.children ?? [], content), ...after];
  }
  unknownCallout(node, ':::', node.name, file);
  const first: Paragraph = {
    type: 'paragraph',
    children: joined([text(open), ...(label?.children ?? []), text(close)]) as PhrasingContent[],
    position: node.position,
  };
  return [
    first,
    ...content,
    ...(end ? [{ type: 'paragraph', children: [text(end)] } as Paragraph] : []),
  ];
}

/**
 * `{#id .class title="…" x=y}`: the title is the callout's where it has no label; the rest is the
 * element's.
 */
function calloutOf(
  { name, attributes, position }: ContainerDirective | LeafDirective,
  label: PhrasingContent[],
  content: RootContent[],
): Blockquote {
  const { class: own = '', title, ...others } = attributes ?? {};
  const rest = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, value ?? '']));
  const callout = calloutProperties(name, own?.split(/\s+/).filter(Boolean));
  const heading = label.length || !title ? label : [text(title)];
  return {
    type: 'blockquote',
    position,
    data: { hName: 'aside', hProperties: { ...rest, ...callout } },
    children: [
      ...(heading.length ? [titleParagraph(heading)] : []),
      ...(content as Blockquote['children']),
    ],
  };
}

const text = (value: string): Text => ({ type: 'text', value });

/** A place within a node that lies on one line, or the node's own. */
function span(node: TextDirective, start: number, end: number, source: string): Text['position'] {
  if (!node.position || source.slice(startOf(node), endOf(node)).includes('\n'))
    return node.position;
  const { line, column, offset = 0 } = node.position.start;
  return {
    start: { line, column: column + start - offset, offset: start },
    end: { line, column: column + end - offset, offset: end },
  };
}
