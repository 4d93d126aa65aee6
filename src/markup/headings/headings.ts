/** The outline of one file: every heading that has, or gets, an id. */
import type { Element, Root, RootContent, ElementContent } from 'hast';
import type { OutlineHeading } from '../fragment.ts';
import { recogniseEndpoint } from '../../shared/endpoint.ts';
import { rollUpEndpoints } from '../endpoints/roll-up.ts';
import { headingSlugs, SlugCounter } from '../../shared/slug.ts';
import { endpointsIn } from '../symbols/endpoint-symbols.ts';
import { SymbolCollector } from '../symbols/api-symbol.ts';
import {
  classesOf,
  collapse,
  isElement,
  isGenerated,
  isHeading,
  textOf,
} from '../../shared/hast/text.ts';

/** Every heading of the tree in order, and whether it stands at the top of the text. */
export function headingsOf(tree: Root): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const child of tree.children) collect(child, true, found);
  return found;
}

interface FoundHeading {
  node: Element;
  top: boolean;
}

function collect(node: RootContent | ElementContent, top: boolean, into: FoundHeading[]): void {
  if (node.type !== 'element' || isGenerated(node)) return;
  if (isHeading(node)) into.push({ node, top });
  else for (const child of node.children) collect(child, false, into);
}

/**
 * Makes the outline and sets each heading's `dataOutline` to its index in it. A heading of Markdown
 * or with its own id is listed; raw HTML without an id is not (DESIGN "The centre").
 */
export function outlineOf(tree: Root): OutlineHeading[] {
  const outline: OutlineHeading[] = [];
  const counter = new SlugCounter();
  for (const { node, top } of headingsOf(tree)) {
    const own =
      typeof node.properties.id === 'string' && node.properties.id !== ''
        ? node.properties.id
        : undefined;
    if (own === undefined && node.properties.dataLine === undefined) continue;
    const { slug, nestedSlug, id } = headingSlugs(node);
    node.properties.dataOutline = String(outline.length);
    outline.push({
      level: Number(node.tagName[1]) as OutlineHeading['level'],
      title: collapse(textOf(node)),
      id: own ?? counter.next(id),
      explicit: own !== undefined,
      slug,
      nestedSlug,
      line: Number(node.properties.dataLine ?? 0),
      top,
    });
  }
  endpoints(tree, outline);
  return rollUpEndpoints(outline);
}

/** Method and path side by side, at any depth: `<i class="label">POST</i><h6>/path</h6>`. */
function neighbours(node: Element): OutlineHeading['endpoint'] {
  const collector = new SymbolCollector();
  endpointsIn(node.children, collector);
  for (const { name, method } of collector.found.values())
    if (method) return { method, path: name };
  for (const child of node.children) {
    const endpoint = isElement(child, 'div', 'p', 'section', 'span')
      ? neighbours(child)
      : undefined;
    if (endpoint) return endpoint;
  }
  return undefined;
}

/** The first operation named under a heading, before the next one, is the heading's. */
function endpoints(tree: Root, outline: OutlineHeading[]): void {
  let current: OutlineHeading | undefined;
  for (const node of tree.children) {
    if (!isElement(node)) continue;
    if (isHeading(node)) {
      current =
        node.properties.dataOutline === undefined
          ? current
          : outline[Number(node.properties.dataOutline)];
      if (current && !current.endpoint) current.endpoint = recogniseEndpoint(current.title);
    } else if (current && !current.endpoint && classesOf(node).includes('endpoint')) {
      const { dataMethod, dataDeprecated, dataBeta } = node.properties;
      const path = collapse(textOf(node))
        .replace(/^[A-Za-z]+\s+/, '')
        .replace(/\s+(deprecated|beta)$/i, '');
      current.endpoint = {
        method: String(dataMethod).toUpperCase(),
        path,
        ...(dataDeprecated !== undefined && { deprecated: true }),
        ...(dataBeta !== undefined && { beta: true }),
      };
    } else if (
      current &&
      !current.endpoint &&
      isElement(node, 'p', 'div', 'section', 'center', 'span')
    ) {
      const endpoint = neighbours(node);
      if (endpoint) current.endpoint = endpoint;
    }
  }
}
