/** Raw HTML around blocks: flow tags, parsed with what they hold. */
import type { Element, ElementContent } from 'hast';
import { textNode } from '../shared/hast/element.ts';
import { isHeading } from '../shared/hast/text.ts';
import { isLikelyText, isPhrasing } from '../shared/html-elements.ts';
import { keepRendered, renderedHeading } from '../shared/slug.ts';
import {
  MAX_OPEN,
  parseHtml,
  tagOf,
  write,
  type Content,
  type Parent,
  type Raw,
  type Tag,
} from './raw-tag.ts';

/** Holds running text: flow tags in it are matched in the element around it. */
export const isRun = (name: string): boolean =>
  /^(?:p|h[1-6]|font|big|tt|strike)$/.test(name) || isPhrasing(name);

interface FlowTag extends Tag {
  /** Index of the container's child it stands in. */
  child: number;
  parent: Parent;
  node: Raw;
}

/** Parses the flow tags among a container's children and in their running text. */
export function parseFlow(
  container: Parent,
  brokenTables: ReadonlySet<Element>,
  tooDeep: (line: number) => void,
): void {
  const tags: FlowTag[] = [];
  (container.children as Content[]).forEach((child, index) =>
    collect(child, index, container, tags),
  );
  const children = container.children as Content[];
  const isBroken = (child: Content) => child.type === 'element' && brokenTables.has(child);
  if (tags.length === 0 && !(brokenTables.size > 0 && children.some(isBroken))) return;
  /** `joined[i]`: child i belongs to the same HTML as the child before it. */
  const joined: boolean[] = [],
    parsed = new Set<number>();
  const open: FlowTag[] = [],
    headings = headingsUpTo(container);
  for (const tag of tags) {
    if (!tag.closing) {
      if (open.length < MAX_OPEN) open.push(tag);
      else {
        replaceTag(tag, textNode(tag.node.value));
        tooDeep(tag.node.line ?? 0);
      }
      continue;
    }
    const opener = open.findLastIndex(({ name }) => name === tag.name);
    // With a heading between, a tag was forgotten; it must not swallow sections.
    if (opener < 0 || headings[open[opener]!.child] !== headings[tag.child]) {
      if (isLikelyText(tag.name)) replaceTag(tag, textNode(tag.node.value));
      else replaceTag(tag);
      continue;
    }
    const from = open[opener]!.child;
    for (let index = from + 1; index <= tag.child; index += 1) joined[index] = true;
    parsed.add(from);
    for (const left of open.splice(opener).slice(1)) parsed.add(left.child);
  }
  for (const tag of open) {
    if (tag.bare && isLikelyText(tag.name)) replaceTag(tag, textNode(tag.node.value));
    else parsed.add(tag.child);
  }
  if (brokenTables.size > 0)
    children.forEach((child, index) => {
      if (isBroken(child)) parsed.add(index);
    });
  const out: Content[] = [];
  for (let index = 0; index < children.length; ) {
    let end = index + 1,
      isParsed = parsed.has(index);
    for (; joined[end]; end += 1) isParsed ||= parsed.has(end);
    if (isParsed) out.push(...parse(children.slice(index, end)));
    else out.push(...children.slice(index, end).filter((child) => !isHollow(child)));
    index = end;
  }
  container.children = out as ElementContent[];
}

/** Counts the headings before each child at the top of the text; none elsewhere. */
function headingsUpTo(container: Parent): number[] {
  if (container.type !== 'root') return [];
  let count = 0;
  return container.children.map((child) => (isHeading(child) ? (count += 1) : count));
}

function collect(node: Content, child: number, parent: Parent, tags: FlowTag[]): void {
  if (node.type === 'raw') {
    const tag = tagOf(node.value);
    if (tag) tags.push({ ...tag, child, parent, node });
  } else if (node.type === 'element' && isRun(node.tagName)) {
    for (const inner of node.children as Content[]) collect(inner, child, node, tags);
  }
}

/** Puts `by`, or nothing, where a tag stands. */
function replaceTag({ parent, node }: FlowTag, by?: ElementContent): void {
  const children = parent.children as Content[];
  const at = children.indexOf(node);
  if (at >= 0) children[at] = by ?? textNode('');
}

/** Neighbours that hold one piece of HTML, as a browser reads them. */
function parse(nodes: readonly Content[]): Content[] {
  const headings: string[] = [];
  const mark = (node: Content) => {
    if (node.type !== 'element') return;
    if (isHeading(node))
      node.properties.dataHeading = String(headings.push(renderedHeading(node)) - 1);
    node.children.forEach(mark);
  };
  const unmark = (node: Content) => {
    if (node.type !== 'element') return;
    const rendered = headings[Number(node.properties.dataHeading ?? -1)];
    if (rendered !== undefined) {
      keepRendered(node, rendered);
      delete node.properties.dataHeading;
    }
    node.children.forEach(unmark);
    if (node.children.some(isHollow))
      node.children = node.children.filter((child) => !isHollow(child));
  };
  nodes.forEach(mark);
  const children = parseHtml(write(nodes));
  children.forEach(unmark);
  return children.filter((child) => !isHollow(child));
}

/** A paragraph that held nothing but tags. */
const isHollow = (node: Content): boolean =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  node.children.every((child) => child.type === 'text' && child.value.trim() === '');
