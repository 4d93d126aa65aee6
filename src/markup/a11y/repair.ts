/** Repairs what would fail assistive technology. No text is changed or added. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { alignCell } from '../tables/align-cell.ts';
import { element } from '../../shared/hast/element.ts';
import { holdsMedia } from './media.ts';
import { repairTable } from './repair-tables.ts';
import { collapse, isElement, isGenerated, textOf } from '../../shared/hast/text.ts';

/** Repairs every element but those that the site made. */
export function repair(tree: Root): void {
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (!isElement(child) || isGenerated(child)) continue;
      repairElement(child, parent);
      walk(child);
    }
  };
  walk(tree);
}

function repairElement(node: Element, parent: Parents): void {
  const { properties } = node;
  if (typeof properties.tabIndex === 'number' && properties.tabIndex > 0) properties.tabIndex = 0;
  switch (node.tagName) {
    case 'table':
      repairTable(node);
      break;
    case 'td':
    case 'th':
      alignCell(node);
      break;
    case 'img':
      if (!given(properties.alt)) properties.alt = nameless(parent) ? fileName(properties.src) : '';
      break;
    case 'area':
      if (properties.href) name(node, properties.alt, fileName(properties.href));
      break;
    case 'iframe':
    case 'frame':
      if (!given(properties.title)) properties.title = hostOf(properties.src);
      break;
    case 'object':
    case 'embed':
      if (!textOf(node).trim())
        name(node, properties.title, fileName(properties.data ?? properties.src));
      break;
    case 'svg':
      if (properties.role === 'img' && !node.children.some((child) => isElement(child, 'title')))
        name(node, undefined, 'image');
      break;
    case 'aside':
      properties.role ??= 'note';
      break;
    case 'a':
      if (given(properties.href) && nameless(node) && !holdsMedia(node))
        name(node, properties.title, String(properties.href));
      break;
    case 'input':
      repairInput(node, parent);
      break;
    case 'select':
    case 'textarea':
      name(
        node,
        properties.title,
        String(properties.placeholder ?? properties.name ?? node.tagName),
      );
      break;
    case 'ul':
    case 'ol':
      repairList(node);
      break;
    case 'li':
      if (!isElement(parent as Element, 'ul', 'ol', 'menu')) properties.role ??= 'none';
      break;
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      if (nameless(node) && !holdsMedia(node)) properties.role ??= 'none';
      break;
    default:
  }
}

/** A task list's box is named by its item; another by what it asks for. */
function repairInput(node: Element, parent: Parents): void {
  const { properties } = node;
  if (/^(?:hidden|submit|button|reset)$/.test(String(properties.type))) return;
  if (properties.type === 'image') properties.alt ??= String(properties.value ?? 'submit');
  else
    name(
      node,
      properties.title,
      collapse(textOf(parent as Element)).slice(0, 100) ||
        String(properties.placeholder ?? properties.name ?? properties.type ?? 'text'),
    );
}

/** What stands in a list outside its items becomes an item. */
function repairList(node: Element): void {
  if (node.properties.role !== undefined) return;
  node.children = node.children.map((child): ElementContent => {
    const loose =
      child.type === 'text'
        ? child.value.trim() !== ''
        : isElement(child) && !isElement(child, 'li', 'script', 'template');
    return loose ? element('li', {}, [child]) : child;
  });
}

/** Gives an accessible name to what has none. */
function name(node: Element, already: unknown, fallback: string): void {
  const { properties } = node;
  if (!given(already) && !given(properties.ariaLabel) && !properties.ariaLabelledBy && fallback)
    properties.ariaLabel = fallback;
}

const given = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A link, button or heading without a name in text: a picture in it has to give one. */
const nameless = (node: Parents): boolean =>
  isElement(node as Element, 'a', 'button', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') &&
  !textOf(node).trim() &&
  !given((node as Element).properties.ariaLabel) &&
  !given((node as Element).properties.title);

/** `images/app-store_badge.png` → `app store badge`. */
function fileName(url: unknown): string {
  const path = String(url ?? '').split(/[?#]/, 1)[0] ?? '';
  return (
    (path.split('/').at(-1) ?? '')
      .replace(/\.\w{1,5}$/, '')
      .replace(/[-_]+|%20/g, ' ')
      .trim() || String(url ?? '')
  );
}

/** The host of a frame's address, or the address. */
function hostOf(url: unknown): string {
  const text = String(url ?? '');
  return /^(?:https?:)?\/\/([^/?#]+)/i.exec(text)?.[1] ?? (text || 'frame');
}
