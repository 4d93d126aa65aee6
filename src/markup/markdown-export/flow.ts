/** Blocks: hast to mdast flow content. */
import type { Element, ElementContent } from 'hast';
import type { List, ListItem, PhrasingContent } from 'mdast';
import {
  classesOf,
  collapse,
  isElement,
  isGenerated,
  isHeading,
  textOf,
} from '../../shared/hast/text.ts';
import { bold, listItem, paragraph, strong, text, type Flow } from './nodes.ts';
import { escapeAttribute } from '../../shared/html.ts';
import { isPhrasing } from '../../shared/html-elements.ts';
import { phrasing } from './phrasing.ts';
import { sample } from './sample.ts';
import { table } from './table.ts';

/** Carry nothing to read. */
const silent = new Set(
  'script style template noscript head link meta base title svg math colgroup dialog'.split(' '),
);

/** Below this only words are kept, to spare the call stack. */
const MAX_DEPTH = 60;

export function flow(nodes: ElementContent[], depth = 0): Flow[] {
  const blocks: Flow[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    const children = phrasing(run);
    if (children.length) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'comment' || isGenerated(node)) continue;
    if (node.type !== 'element' || isInline(node)) {
      run.push(node);
      continue;
    }
    flush();
    if (!silent.has(node.tagName))
      blocks.push(...(depth < MAX_DEPTH ? block(node, depth + 1) : words(node)));
  }
  flush();
  return blocks;
}

/** `<a><div>…</div></a>` is no line of text, whatever it is called. */
const isInline = (node: Element): boolean =>
  isWord(node.tagName) &&
  !node.children.some(
    (child) => isElement(child) && !isWord(child.tagName) && !silent.has(child.tagName),
  );

const isWord = (name: string): boolean =>
  isPhrasing(name) && !silent.has(name) && !players.test(name);

const players = /^(?:iframe|video|audio|canvas|embed|object)$/;

function block(node: Element, depth: number): Flow[] {
  const { tagName, children, properties } = node;
  if (isHeading(node)) return heading(node);
  switch (tagName) {
    case 'p':
      return classesOf(node).includes('block-title')
        ? strong(phrasing(children))
        : flow(children, depth);
    case 'pre':
      return [sample(node)];
    case 'table':
      return table(node);
    case 'ul':
    case 'ol':
    case 'menu':
      return [list(node, depth)];
    case 'dl':
      return [terms(node, depth)];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'blockquote':
      return [{ type: 'blockquote', children: flow(children, depth) }];
    case 'aside':
      return [aside(node, depth)];
    case 'summary':
    case 'caption':
    case 'legend':
      return strong(phrasing(children));
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return media(node, depth);
  }
  if (tagName === 'figure' && children.some((child) => isElement(child, 'pre')))
    return [sample(node)];
  if (classesOf(node).includes('endpoint')) return endpoint(node);
  if (properties.dataFootnotes !== undefined)
    return flow(
      children.filter((child) => !isElement(child, 'h2')),
      depth,
    );
  if (properties.dataCallout !== undefined) return [aside(node, depth)];
  // A sample says its status and title itself.
  if (classesOf(node).includes('answers'))
    return flow(
      children.flatMap((tab) => (isElement(tab) ? tab.children : [])),
      depth,
    );
  if (typeof properties.dataLabel === 'string')
    return [...strong([text(properties.dataLabel)]), ...flow(children, depth)];
  if (tagName === 'a' && typeof properties.href === 'string')
    return linked(flow(children, depth), properties.href);
  return flow(children, depth);
}

/** Markdown has no link around blocks: each paragraph becomes one. */
const linked = (blocks: Flow[], url: string): Flow[] =>
  blocks.map((part) =>
    part.type === 'paragraph' && !part.children.some(({ type }) => type === 'link')
      ? paragraph([{ type: 'link', url, children: part.children } as PhrasingContent])
      : part,
  );

/** Its id is an empty anchor on the line before, so that links to it still work. */
function heading(node: Element): Flow[] {
  const children = phrasing(node.children, { breaks: ' ' });
  const { id } = node.properties;
  return [
    ...(typeof id === 'string' && id
      ? [{ type: 'html', value: `<a id="${escapeAttribute(id)}"></a>` } as const]
      : []),
    { type: 'heading', depth: Number(node.tagName[1]) as 1 | 2 | 3 | 4 | 5 | 6, children },
  ];
}

function words(node: Element): Flow[] {
  let value = '';
  const open: ElementContent[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') value += next.value;
    else if (next.type === 'element' && !isGenerated(next) && !silent.has(next.tagName)) {
      value += ' ';
      for (let index = next.children.length - 1; index >= 0; index--)
        open.push(next.children[index]!);
    }
  }
  value = collapse(value);
  return value ? [paragraph([text(value)])] : [];
}

/** `> **Notice:** …` */
function aside(node: Element, depth: number): Flow {
  const { dataTitle, dataCallout } = node.properties;
  const type = classesOf(node)[0] ?? String(dataCallout ?? 'note');
  const title = node.children.find(
    (child) => isElement(child, 'p') && classesOf(child).includes('aside-title'),
  );
  const label =
    (title && collapse(textOf(title))) ||
    (typeof dataTitle === 'string' && dataTitle) ||
    type.charAt(0).toUpperCase() + type.slice(1);
  const [first, ...rest] = flow(
    node.children.filter((child) => child !== title),
    depth,
  );
  const mark = bold([text(/[:.!?]$/.test(label) ? label : `${label}:`)]);
  const children =
    first?.type === 'paragraph'
      ? [paragraph([mark, text(' '), ...first.children]), ...rest]
      : [paragraph([mark]), ...(first ? [first, ...rest] : [])];
  return { type: 'blockquote', children };
}

/** `GET /path (beta)`, the method once. */
function endpoint({ children, properties }: Element): Flow[] {
  const method = String(properties.dataMethod ?? '').toUpperCase();
  const path = collapse(children.map(textOf).join('')).replace(/^[a-z]+(?=[\s/])/i, (word) =>
    word.toUpperCase() === method ? '' : word,
  );
  const flags = ['deprecated', 'beta'].filter(
    (flag) => properties[`data${flag.charAt(0).toUpperCase()}${flag.slice(1)}`] !== undefined,
  );
  const code = { type: 'inlineCode', value: collapse(`${method} ${path}`) } as const;
  return [paragraph([code, ...(flags.length ? [text(` (${flags.join(', ')})`)] : [])])];
}

function list(node: Element, depth: number): List {
  const children: ListItem[] = [];
  let spread = false;
  for (const child of node.children) {
    if (isElement(child, 'li')) {
      spread ||= child.children.some((part) => isElement(part, 'p'));
      children.push(item(child, depth));
    } else {
      // What stands in a list without an item of its own.
      const stray = flow([child], depth);
      if (stray.length) children.push(listItem(stray));
    }
  }
  const start = Number(node.properties.start ?? 1);
  const ordered = node.tagName === 'ol';
  return {
    type: 'list',
    ordered,
    ...(ordered && Number.isInteger(start) && start >= 0 ? { start } : {}),
    spread,
    children,
  };
}

function item(node: Element, depth: number): ListItem {
  const box =
    checkbox(node) ?? node.children.filter((child) => isElement(child, 'p')).map(checkbox)[0];
  const children = flow(node.children, depth);
  const spread = children.filter(({ type }) => type !== 'list').length > 1;
  return {
    ...listItem(children, spread),
    ...(box && { checked: Boolean(box.properties.checked) }),
  };
}

const checkbox = (node: Element): Element | undefined => {
  const first = node.children.find((child) => !(child.type === 'text' && !child.value.trim()));
  return isElement(first, 'input') && first.properties.type === 'checkbox' ? first : undefined;
};

/** A list of terms as a list: the term strong, its description below. */
function terms(node: Element, depth: number): List {
  const children: ListItem[] = [];
  const entries = node.children.flatMap((child) =>
    isElement(child, 'div') ? child.children : [child],
  );
  for (const entry of entries) {
    if (entry.type !== 'element') continue;
    if (entry.tagName === 'dt') children.push(listItem(strong(phrasing(entry.children))));
    else {
      if (!children.length) children.push(listItem([]));
      const last = children.at(-1)!;
      last.children.push(...flow(entry.tagName === 'dd' ? entry.children : [entry], depth));
      last.spread = last.children.length > 1;
    }
  }
  return { type: 'list', ordered: false, spread: children.some((child) => child.spread), children };
}

/** A link to what is shown, and what stands in its place. */
function media({ tagName, properties, children }: Element, depth: number): Flow[] {
  const { src, data, title } = properties;
  const source = children.find((child): child is Element => isElement(child, 'source'));
  const url = src ?? data ?? source?.properties.src;
  const inside = children.filter((child) => !isElement(child, 'source', 'track', 'param'));
  const label = text(typeof title === 'string' && title ? title : tagName);
  return [
    ...(typeof url === 'string' && url
      ? [paragraph([{ type: 'link', url, children: [label] }])]
      : []),
    ...(tagName === 'iframe' ? [] : flow(inside, depth)),
  ];
}
