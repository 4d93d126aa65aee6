/** Pictures in SVG that are not the owner's: opened by themselves they are pages, which may run script. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** What draws. What is not here goes: `script`, `foreignObject`, `style`, `animate`, `image` … */
const drawing = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath ' +
    'title desc linearGradient radialGradient stop clipPath mask pattern marker filter ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence'
  ).split(' '),
);

/** Goes, and what it holds stays. */
const wrapping = new Set(['a', 'switch']);

/** Attributes that lead elsewhere, change how others are read, or run. */
const refused = /^(?:on.*|src|xmlBase|base|xmlns.*|style|ping|target|attributeName)$/i;

/** @returns the picture without all that could run or load; undefined where there is none in the file */
export function safeSvg(text: string): string | undefined {
  // HTML within it would be read by other rules, under which it swallows what follows.
  const plain = text.replace(/<foreignObject\b(?:[^>]*\/>|[^]*?<\/foreignObject\s*>)/gi, '');
  const root = find(fromHtml(plain, { fragment: true }), 'svg');
  if (!root) return undefined;
  clean(root);
  root.properties['xmlns'] = 'http://www.w3.org/2000/svg';
  const svg = toHtml(root, {
    space: 'svg',
    closeEmptyElements: true,
    characterReferences: { useNamedReferences: false },
    allowDangerousCharacters: false,
  });
  // Characters that no XML may hold.
  return `${svg.replace(/[^\t\n\r\x20-\uFFFD]/g, '')}\n`;
}

function find(tree: Root, name: string): Element | undefined {
  return tree.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === name,
  );
}

function clean(element: Element): void {
  const todo = [element];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const [name, value] of Object.entries(next.properties))
      if (refused.test(name) || leadsOut(name, String(value))) delete next.properties[name];
    next.children = next.children.flatMap(kept) as Element['children'];
    for (const child of next.children) if (child.type === 'element') todo.push(child);
  }
}

function kept(node: Nodes): Nodes[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (wrapping.has(node.tagName)) return node.children.flatMap(kept);
  return drawing.has(node.tagName) ? [node] : [];
}

/** Anything but a part of the picture itself. */
const leadsOut = (name: string, value: string): boolean =>
  /^(?:xlink:?)?href$/i.test(name)
    ? !value.startsWith('#')
    : /url\s*\(\s*["']?\s*(?!["']?#)/i.test(value) || /[\\]|&#/.test(value);
