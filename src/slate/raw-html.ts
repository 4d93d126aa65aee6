/**
 * Raw HTML of a Markdown tree to elements. What an author opens and never closes ends with the block it stands in, so that
 * a forgotten `</div>` cannot swallow the sections after it; what is no element of HTML (`<ID>`) is text.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast } from 'satteri';
import { isElementName, isLikelyText, isPhrasing, isVoid } from '../shared/html-elements.ts';
import { keepRendered, renderedHeading } from '../shared/slug.ts';

export type Raw = { type: 'raw'; value: string; line?: number };

/** More tags open than this, and the next is text. */
const deepest = 100;
export type Content = ElementContent | Raw;
type Parent = Root | Element;

/** Hold running text: flow tags in them are matched in the element around them. */
const runs =
  /^(?:p|h[1-6]|em|strong|del|a|code|b|i|u|s|span|font|small|big|sub|sup|label|kbd|tt|strike)$/;

/**
 * Parses every `raw` node below `tree`, in place.
 * @param tooDeep told the line of a tag that lies too deep in others, and is shown as text
 */
export function parseRaw(tree: Root, tooDeep: (line: number) => void): Root {
  const parents: Parent[] = [];
  const withRaw: Parent[] = [];
  const tableOf = new Map<Parent, Element>();
  const todo: { node: Parent; table: Element | undefined }[] = [{ node: tree, table: undefined }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node } = next;
    const table = node.type === 'element' && node.tagName === 'table' ? node : next.table;
    let hasRaw = false;
    for (const child of node.children as Content[]) {
      if (child.type === 'raw') hasRaw = true;
      else if (child.type === 'element') todo.push({ node: child, table });
    }
    parents.push(node);
    if (!hasRaw) continue;
    withRaw.push(node);
    if (table) tableOf.set(node, table);
  }
  if (withRaw.length === 0) return tree;
  for (const parent of withRaw)
    parent.children = phrasing(parent.children as Content[], tooDeep) as ElementContent[];
  const torn = new Set<Element>();
  // Innermost containers first, so that what they hold is whole when the ones around them are read.
  for (const parent of parents.reverse()) {
    if (parent.type === 'element' && runs.test(parent.tagName)) continue;
    const table = tableOf.get(parent);
    if (table && tears(parent)) torn.add(table);
    else flow(parent, torn, tooDeep);
  }
  return tree;
}

/** A cell that starts or ends cells and rows of its own table (`a | b <td>c`): the whole table is read as HTML. */
function tears(cell: Parent): boolean {
  let depth = 0;
  for (const child of cell.children as Content[]) {
    const tag = child.type === 'raw' ? tagOf(child.value) : undefined;
    if (tag?.name === 'table') depth += tag.closing ? -1 : 1;
    else if (tag && depth === 0 && /^(?:t[dhr]|tbody|thead|tfoot)$/.test(tag.name)) return true;
  }
  return false;
}

interface Tag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  bare: boolean;
}

/** A raw node as a tag; undefined for comments and what is no tag of HTML. */
function tagOf(value: string): Tag | undefined {
  const found = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)([\s\S]*?)(\/?)>\s*$/.exec(value);
  if (!found) return undefined;
  const [, slash, written = '', rest = '', end] = found;
  const name = written.toLowerCase();
  return isElementName(name)
    ? { name, closing: slash === '/', selfClosing: end === '/', bare: rest.trim() === '' }
    : undefined;
}

const textNode = (value: string): ElementContent => ({ type: 'text', value });

const made = new Map<string, Element | undefined>();

/** The element that a start tag makes, empty. */
function elementOf(tag: string): Element | undefined {
  if (!made.has(tag)) {
    if (made.size > 5000) made.clear();
    const [first] = (htmlToHast(tag, { fragment: true }) as Root).children;
    made.set(tag, first?.type === 'element' ? first : undefined);
  }
  const element = made.get(tag);
  return (
    element && {
      ...element,
      properties: { ...element.properties },
      children: [...element.children],
    }
  );
}

/** Resolves what stands in running text: comments, empty elements, pairs of phrasing tags. Flow tags stay `raw`. */
function phrasing(children: readonly Content[], tooDeep: (line: number) => void): Content[] {
  const out: Content[] = [];
  const open: { name: string; at: number; value: string; bare: boolean }[] = [];
  /** The innermost open element takes what has come since. */
  const close = () => {
    const { at, value } = open.pop() as { at: number; value: string };
    const element = elementOf(value);
    const inside = out.splice(at + 1) as ElementContent[];
    if (!element) (out[at] = textNode(value)), out.push(...inside);
    else out[at] = { ...element, children: inside };
  };
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as Content;
    if (child.type !== 'raw') {
      out.push(child);
      continue;
    }
    const { value } = child;
    const tag = tagOf(value);
    const end =
      tag && !tag.closing && (tag.name === 'svg' || tag.name === 'math')
        ? children.findIndex(
            (later, at) =>
              at > index &&
              later.type === 'raw' &&
              new RegExp(`^</${tag.name}\\s*>`, 'i').test(later.value),
          )
        : -1;
    if (end > 0) {
      // A language of its own.
      const html = toHtml(
        { type: 'root', children: children.slice(index, end + 1) as ElementContent[] },
        { allowDangerousHtml: true },
      );
      out.push(...((htmlToHast(html, { fragment: true }) as Root).children as Content[]));
      index = end;
    } else if (!tag) {
      const comment = /^<!--([\s\S]*?)-->\s*$/.exec(value);
      out.push(comment ? { type: 'comment', value: comment[1] ?? '' } : textNode(value));
    } else if (tag.name === 'br' || isVoid(tag.name)) {
      const isText = tag.bare && isLikelyText(tag.name);
      const element = isText ? undefined : elementOf(tag.closing ? '<br>' : value);
      if (element || isText || !tag.closing) out.push(element ?? textNode(value));
    } else if (!isPhrasing(tag.name)) {
      out.push(child);
    } else if (!tag.closing) {
      if (open.length >= deepest) {
        out.push(textNode(value));
        tooDeep((child as Raw).line ?? 0);
      } else if (tag.selfClosing)
        out.push(elementOf(value.replace(/\/>\s*$/, '>')) ?? textNode(value));
      else {
        open.push({ name: tag.name, at: out.length, value, bare: tag.bare });
        out.push(child);
      }
    } else if (open.some(({ name }) => name === tag.name)) {
      while (open.at(-1)?.name !== tag.name) close();
      close();
    } else if (isLikelyText(tag.name)) out.push(textNode(value));
  }
  while (open.length > 0) {
    const { name, at, value, bare } = open.at(-1) as {
      name: string;
      at: number;
      value: string;
      bare: boolean;
    };
    if (bare && isLikelyText(name)) {
      out[at] = textNode(value);
      open.pop();
    } else if (name === 'a' && !/\shref\s*=/i.test(value)) {
      out[at] = elementOf(value) ?? textNode(value);
      open.pop();
    } else close();
  }
  return out;
}

interface FlowTag extends Tag {
  /** Index of the container's child it stands in. */
  child: number;
  parent: Parent;
  node: Raw;
}

/** Parses the flow tags among the children of a container and in the running text of these. */
function flow(
  container: Parent,
  torn: ReadonlySet<Element>,
  tooDeep: (line: number) => void,
): void {
  const tags: FlowTag[] = [];
  (container.children as Content[]).forEach((child, index) =>
    collect(child, index, container, tags),
  );
  const children = container.children as Content[];
  const isTorn = (child: Content) => child.type === 'element' && torn.has(child);
  if (tags.length === 0 && !(torn.size > 0 && children.some(isTorn))) return;
  /** `joined[i]`: child i belongs to the same piece of HTML as the child before it. */
  const joined: boolean[] = [],
    parsed = new Set<number>();
  const open: FlowTag[] = [],
    headings = headingsUpTo(container);
  for (const tag of tags) {
    if (!tag.closing) {
      if (open.length < deepest) open.push(tag);
      else {
        swap(tag, textNode(tag.node.value));
        tooDeep(tag.node.line ?? 0);
      }
      continue;
    }
    const opener = open.findLastIndex(({ name }) => name === tag.name);
    // A heading between the two: the tag was forgotten where it belongs, and must not take sections in.
    if (opener < 0 || headings[(open[opener] as FlowTag).child] !== headings[tag.child]) {
      if (isLikelyText(tag.name)) swap(tag, textNode(tag.node.value));
      else swap(tag);
      continue;
    }
    const from = (open[opener] as FlowTag).child;
    for (let index = from + 1; index <= tag.child; index += 1) joined[index] = true;
    parsed.add(from);
    for (const left of open.splice(opener).slice(1)) parsed.add(left.child);
  }
  for (const tag of open) {
    if (tag.bare && isLikelyText(tag.name)) swap(tag, textNode(tag.node.value));
    else parsed.add(tag.child);
  }
  if (torn.size > 0)
    children.forEach((child, index) => {
      if (isTorn(child)) parsed.add(index);
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

/** Up to each child of the top of the text, how many headings there are; none elsewhere. */
function headingsUpTo(container: Parent): number[] {
  if (container.type !== 'root') return [];
  let count = 0;
  return container.children.map((child) =>
    child.type === 'element' && /^h[1-6]$/.test(child.tagName) ? (count += 1) : count,
  );
}

function collect(node: Content, child: number, parent: Parent, tags: FlowTag[]): void {
  if (node.type === 'raw') {
    const tag = tagOf(node.value);
    if (tag) tags.push({ ...tag, child, parent, node });
  } else if (node.type === 'element' && runs.test(node.tagName)) {
    for (const inner of node.children as Content[]) collect(inner, child, node, tags);
  }
}

/** Puts `by`, or nothing, where a tag stands. */
function swap({ parent, node }: FlowTag, by?: ElementContent): void {
  const children = parent.children as Content[];
  const at = children.indexOf(node);
  if (at >= 0) children[at] = by ?? textNode('');
}

/** Neighbours that hold one piece of HTML, as a browser reads them. What stays open ends here. */
function parse(nodes: readonly Content[]): Content[] {
  const headings: string[] = [];
  const mark = (node: Content) => {
    if (node.type !== 'element') return;
    if (/^h[1-6]$/.test(node.tagName))
      node.properties.dataHeading = String(headings.push(renderedHeading(node)) - 1);
    node.children.forEach(mark);
  };
  const unmark = (node: Content) => {
    if (node.type !== 'element') return;
    const { dataHeading } = node.properties;
    if (dataHeading !== undefined && headings[Number(dataHeading)] !== undefined) {
      keepRendered(node, headings[Number(dataHeading)] as string);
      delete node.properties.dataHeading;
    }
    node.children.forEach(unmark);
    if (node.children.some(isHollow))
      node.children = node.children.filter((child) => !isHollow(child));
  };
  nodes.forEach(mark);
  const html = toHtml(
    { type: 'root', children: nodes as ElementContent[] },
    { allowDangerousHtml: true },
  );
  const { children } = htmlToHast(html, { fragment: true }) as { children: Content[] };
  children.forEach(unmark);
  return children.filter((child) => !isHollow(child));
}

/** A paragraph that held nothing but tags. */
const isHollow = (node: Content): boolean =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  node.children.every((child) => child.type === 'text' && child.value.trim() === '');
