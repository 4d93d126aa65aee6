/**
 * Heading ids as Slate makes them, so that every link ever made to a published reference still
 * lands.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { escape } from './html.ts';
import { transliterate } from './transliterate.ts';

/**
 * ActiveSupport's `parameterize`: Latin letters without accents; all but `a-z0-9-_` becomes `-`.
 */
export function parameterize(text: string): string {
  return transliterate(text.normalize('NFC'))
    .replace(/[^a-z0-9\-_]+/gi, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '');

/**
 * Slate's id of a heading, not counted yet: `parameterize` without tags, but with entities; where
 * nothing is left (Chinese, Persian) the first ten hex digits of the whole's SHA-1.
 * @param rendered the heading's HTML as Redcarpet renders it (`renderedHeading`)
 */
export function slateId(rendered: string): string {
  return (
    parameterize(withoutTags(rendered)) ||
    createHash('sha1').update(rendered).digest('hex').slice(0, 10)
  );
}

export interface HeadingSlugs {
  /** Without tags: the heading's own part of a nested id. */
  slug: string;
  /** With tags: its part in the nested ids of the headings below it. */
  nestedSlug: string;
  /** The plain id, not counted yet. */
  id: string;
}

/** Slugs of a heading element, of either dialect. */
export function headingSlugs(heading: Element): HeadingSlugs {
  const rendered = renderedHeading(heading);
  return {
    slug: parameterize(withoutTags(rendered)),
    nestedSlug: parameterize(rendered),
    id: slateId(rendered),
  };
}

/** Counts the ids of one file: a second `errors` is `errors-2`. Slate counts anew in every file. */
export class SlugCounter {
  private readonly seen = new Map<string, number>();

  next(id: string): string {
    const count = (this.seen.get(id) ?? 0) + 1;
    this.seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}

/** What a heading's tree does not tell of its source. */
interface HeadingData {
  /** Its HTML as Redcarpet renders it: entities as written, unknown tags as tags. */
  rendered?: string;
}

/** Keeps `rendered` on a heading for `renderedHeading`. */
export function keepRendered(heading: Element, rendered: string): void {
  (heading as { data?: HeadingData }).data = { ...heading.data, rendered };
}

/** The inside of a heading as Redcarpet renders it. */
export function renderedHeading(heading: Element): string {
  return (heading.data as HeadingData | undefined)?.rendered ?? render(heading.children);
}

/**
 * @param text turns a text node's value into HTML
 */
export function render(
  nodes: readonly (ElementContent | { type: 'raw'; value: string })[],
  text: (value: string, inCode: boolean) => string = escape,
  inCode = false,
): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += text(node.value, inCode);
    else if (node.type === 'raw') html += node.value;
    else if (node.type === 'comment') html += `<!--${node.value}-->`;
    else if (node.type === 'element' && node.properties.dataGenerated === undefined)
      html += renderElement(node, text, inCode);
  }
  return html;
}

function renderElement(
  node: Element,
  text: (value: string, inCode: boolean) => string,
  inCode: boolean,
): string {
  const { tagName, properties } = node;
  if (tagName === 'br') return '<br>\n';
  const attribute = (name: string) => ` ${name}="${escape(String(properties[name] ?? ''))}"`;
  const title = properties.title ? attribute('title') : '';
  if (tagName === 'img') return `<img${attribute('src')}${attribute('alt')}${title}>`;
  const href = tagName === 'a' && properties.href !== undefined ? attribute('href') + title : '';
  const inner = render(node.children, text, inCode || tagName === 'code');
  return `<${tagName}${href}>${inner}</${tagName}>`;
}
