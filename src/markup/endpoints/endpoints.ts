/**
 * Paragraphs of nothing but operations become endpoints. `<p><code>GET /rest/{x}</code></p>` gives
 * `<div class="endpoint" data-method="get"><span class="method">GET</span>
 * <code>/rest/<var>{x}</var></code></div>`. `<Endpoint>` renders the same paragraph, with
 * `data-endpoint` and its flags.
 *
 * Two elements that stand for an operation keep their tags and get a class: `<div><i>GET</i>
 * <h6>/x</h6></div>` gives `<div class="operation" data-method="get"><i>GET</i> <h6
 * role="none">/x</h6></div>`.
 */
import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { operationsOf, pathParts, recogniseEndpoint } from '../../shared/endpoint.ts';
import { englishWords, type AttributeWords } from '../../shared/attribute-table.ts';
import type { Endpoint } from '../fragment.ts';
import { element, textNode } from '../../shared/hast/element.ts';
import {
  classesOf,
  collapse,
  isElement,
  isGenerated,
  isHeading,
  textOf,
  isBlank,
} from '../../shared/hast/text.ts';

/** Looks at every paragraph; in tables and list items a path is prose about an operation. */
export function endpoints(tree: Root, words: FlagWords = englishWords): void {
  below(tree, true, words);
}

/** The flags of an operation, in the language of the page. */
type FlagWords = Pick<AttributeWords, 'deprecated' | 'beta'>;

const passed = new Set(['table', 'pre', 'li', 'dl', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** @param marking not in annotations and callouts, which look different */
function below(parent: Parents, marking: boolean, words: FlagWords): void {
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    const found = isElement(child, 'p') ? operationsOf(child) : undefined;
    if (found)
      children.push(
        ...found.flatMap((endpoint, index) => [
          ...(index ? [textNode('\n')] : []),
          endpointElement(endpoint, child as Element, words),
        ]),
      );
    else {
      if (marking && isElement(child, 'div', 'p', 'section')) markOperation(child);
      if (isElement(child) && !passed.has(child.tagName) && !isGenerated(child))
        below(child, marking && !isElement(child, 'blockquote', 'aside'), words);
      children.push(child);
    }
  }
  parent.children = children as typeof parent.children;
}

const inline = ['i', 'b', 'em', 'strong', 'span', 'small'] as const;

function markOperation(node: Element): void {
  if (node.properties.dataMethod !== undefined) return;
  const parts = node.children.filter((child) => !isBlank(child));
  const [method, path] = parts;
  if (
    parts.length !== 2 ||
    !isElement(method, ...inline) ||
    !isElement(path, 'code', 'a', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', ...inline)
  )
    return;
  const found = recogniseEndpoint(`${collapse(textOf(method))} ${collapse(textOf(path))}`);
  if (!found || found.method !== collapse(textOf(method)).replace(/:$/, '')) return;
  node.properties.className = [...classesOf(node), 'operation'];
  node.properties.dataMethod = found.method.toLowerCase();
  // To a screen reader it would be a section without text. A heading with an id stays one.
  if (isHeading(path) && path.properties.id === undefined && path.properties.dataLine === undefined)
    path.properties.role ??= 'none';
}

function endpointElement(
  { method, path }: Endpoint,
  { properties }: Element,
  words: FlagWords,
): Element {
  const code = pathParts(path).map(({ text, parameter }) =>
    parameter ? element('var', {}, [text]) : text,
  );
  const flags = (['Deprecated', 'Beta'] as const).filter(
    (flag) => properties[`data${flag}`] !== undefined,
  );
  return element(
    'div',
    {
      className: ['endpoint'],
      dataMethod: method.toLowerCase(),
      ...Object.fromEntries(flags.map((flag) => [`data${flag}`, ''])),
      // Of a description: what "try it" sends.
      ...(properties.dataTry !== undefined && { dataTry: properties.dataTry }),
      ...(properties.id !== undefined && { id: properties.id }),
      ...(properties.dataLine !== undefined && { dataLine: properties.dataLine }),
    },
    [
      element('span', { className: ['method'] }, [method]),
      ' ',
      element('code', {}, code),
      // The site's word for the author's attribute.
      ...flags.flatMap((flag) => [
        ' ',
        element('span', { className: ['flag'], dataGenerated: '' }, [
          words[flag.toLowerCase() as keyof FlagWords],
        ]),
      ]),
    ],
  );
}
