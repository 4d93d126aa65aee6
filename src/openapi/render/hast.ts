/** Elements in few words. */
import type { Element, ElementContent, Properties } from 'hast';
import type { ExternalDocs } from '../model.ts';

export type Content = ElementContent | string | false | undefined;

export function h(
  tagName: string,
  properties: Properties,
  ...children: (Content | Content[])[]
): Element {
  return { type: 'element', tagName, properties, children: contentOf(...children) };
}

/** Text and elements without what is left out. */
export function contentOf(...children: (Content | Content[])[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const child of children.flat())
    if (typeof child !== 'string') {
      if (child) made.push(child);
    } else if (child !== '') made.push({ type: 'text', value: child });
  return made;
}

export const code = (text: string): Element => h('code', {}, text);

/** What a description's address may begin with; anything else (`javascript:`) is shown as text. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** As browsers read it, which leave out what is no letter in a scheme. */
const isWebAddress = (href: string): boolean =>
  schemes.has(URL.parse(href, 'https://a.test/')?.protocol ?? '');

export const link = (href: string, ...children: Content[]): Element =>
  isWebAddress(href) ? h('a', { href }, ...children) : h('span', {}, ...children);

/** A label above a part of an operation: no heading, so that an operation stays one section. */
export const label = (...children: (Content | Content[])[]): Element =>
  h('p', { className: ['part-title'] }, h('strong', {}, ...children));

/**
 * Alternatives, of which readers switch one into place; on paper and without script one stands below
 * the other.
 * @param isCode they hold nothing but fences, and stand beside the text
 */
export const tabs = (
  parts: readonly { label: string; content: ElementContent[] }[],
  isCode = false,
): Element =>
  h(
    'div',
    { className: isCode ? ['tabs', 'answers'] : ['tabs'] },
    ...parts.map(({ label: dataLabel, content }) =>
      h('div', { className: ['tab'], dataLabel }, ...content),
    ),
  );

/** Pieces with a sign between them. */
export const joined = (pieces: Content[][], between: string): Content[] =>
  pieces.flatMap((piece, index) => (index > 0 ? [between, ...piece] : piece));

/** Names or values in code, with a sign between them. */
export const codes = (texts: readonly string[], between: string): Content[] =>
  joined(
    texts.map((text) => [code(text)]),
    between,
  );

/** Where more is told; nothing where that is nowhere. */
export const docsLink = (docs: ExternalDocs | undefined): Element[] =>
  docs ? [link(docs.url, docs.description || docs.url)] : [];

/** The same as a paragraph. */
export const docsBlocks = (docs: ExternalDocs | undefined): Element[] =>
  docsLink(docs).map((one) => h('p', {}, one));

/**
 * A fence, as the pipeline takes it: its text to the letter, what stands after its language in
 * `dataMeta`.
 */
export const fence = (language: string, text: string, meta: string, line: number): Element =>
  h(
    'pre',
    { dataFence: '', dataLine: line },
    h(
      'code',
      { ...(language && { className: [`language-${language}`] }), ...(meta && { dataMeta: meta }) },
      text,
    ),
  );

/** A value within a fence's meta: `title="…"` ends at its quote. */
export const metaText = (text: string): string =>
  text.replaceAll('"', '”').replace(/\s+/g, ' ').trim();
