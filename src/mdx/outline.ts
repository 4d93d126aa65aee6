/** The outline of an MDX file, known before anything is rendered. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { operationsOf, recogniseEndpoint } from '../shared/endpoint.ts';
import type { OutlineHeading } from '../markup/fragment.ts';
import { headingSlugs, SlugCounter } from '../shared/slug.ts';
import { collapse, isGenerated, textOf } from '../shared/hast/text.ts';
import type { MdxFile } from './context.ts';
import type { OutlinePiece } from './outline-piece.ts';
import { attributeValue, endpointOf, settled } from './estree/jsx-value.ts';
import { references } from './estree/estree.ts';
import { isExpression, isJsx } from './node-kinds.ts';
import { placeOf } from './source.ts';

type Node = RootContent | ElementContent | MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

const heading = /^h([1-6])$/;

/** What `<Operation>`, `<Schema>` or `<Tag>` places; undefined for any other element. */
function partOf(node: Jsx, { scope }: MdxFile): [string, string, string] | undefined {
  if (!/^(?:Operation|Schema|Tag)$/.test(node.name ?? '') || scope.names.has(node.name!))
    return undefined;
  const text = (name: string) => String(attributeValue(node, name, scope.values) ?? '').trim();
  return [node.name!.toLowerCase(), text(node.name === 'Operation' ? 'id' : 'name'), text('of')];
}

/**
 * Gives every heading its id and its place in the outline (`data-outline`), and reports an id given
 * twice. A Markdown heading is listed; one of raw HTML only with its own id (DESIGN "The centre").
 */
export function mdxOutline(tree: Root, file: MdxFile): OutlinePiece[] {
  const outline: OutlinePiece[] = [];
  let headings = 0;
  const counter = new SlugCounter();
  /** Headings by the id that their author gave. */
  const holders = new Map<string, OutlineHeading>();
  let current: OutlineHeading | undefined;

  const visit = (node: Node, top: boolean): void => {
    if (isJsx(node)) {
      const level = heading.exec(node.name ?? '')?.[1];
      if (level) return jsxHeading(node, level, top);
      const shown = file.imported.get(node.name ?? '');
      if (shown) outline.push({ shows: shown, top });
      const part = partOf(node, file);
      if (part) outline.push({ places: part, top });
      if (node.name === 'Endpoint') name(endpointOf(node, file.scope.values));
      for (const child of node.children) visit(child, false);
    } else if (node.type === 'element' && !isGenerated(node)) {
      const level = heading.exec(node.tagName)?.[1];
      if (level) return markdownHeading(node, level, top);
      if (node.tagName === 'p') name(operationsOf(node)?.[0]);
      else for (const child of node.children) visit(child, false);
    } else if (isExpression(node) && node.data?.estree) {
      for (const { name, jsx } of references(node.data.estree)) {
        const shown = jsx && file.imported.get(name);
        if (shown) outline.push({ shows: shown, top: false });
      }
    }
  };

  const name = (endpoint: OutlineHeading['endpoint']) => {
    if (current && endpoint) current.endpoint ??= endpoint;
    else if (endpoint) outline.push({ names: endpoint });
  };

  const markdownHeading = (node: Element, level: string, top: boolean) => {
    const own = typeof node.properties.id === 'string' ? node.properties.id : undefined;
    const entry = add(
      { ...node, children: settled(node.children, file.scope.values) },
      level,
      own,
      top,
    );
    node.properties.id = entry.id;
    node.properties.dataOutline = String(headings - 1);
  };

  const jsxHeading = (node: Jsx, level: string, top: boolean) => {
    const own = attributeValue(node, 'id', file.scope.values);
    if (typeof own !== 'string' || !own) return;
    const [element] = settled([node], file.scope.values);
    add(element as Element, level, own, top);
    node.attributes.push({
      type: 'mdxJsxAttribute',
      name: 'data-outline',
      value: String(headings - 1),
    });
  };

  const add = (
    node: Element,
    level: string,
    own: string | undefined,
    top: boolean,
  ): OutlineHeading => {
    const { slug, nestedSlug, id } = headingSlugs(node);
    const other = own === undefined ? undefined : holders.get(own);
    if (other) {
      file.report({
        kind: 'id-twice',
        file: file.file,
        ...placeOf(node),
        message:
          `the id “${own}” is already used by the heading “${other.title}” ` +
          `in ${file.file}:${other.line}`,
        hint: 'give one of the two another id',
      });
    }
    const title = collapse(textOf(node));
    const entry: OutlineHeading = {
      level: Number(level) as OutlineHeading['level'],
      title,
      id: own ?? counter.next(id),
      explicit: own !== undefined,
      slug,
      nestedSlug,
      line: node.position?.start.line ?? 0,
      top,
    };
    const endpoint = recogniseEndpoint(title);
    if (endpoint) entry.endpoint = endpoint;
    outline.push(entry);
    headings += 1;
    if (own !== undefined && !other) holders.set(own, entry);
    current = entry;
    return entry;
  };

  for (const node of tree.children) visit(node as Node, true);
  return outline;
}
