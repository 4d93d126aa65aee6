/**
 * The words of a row, prose and code apart, and what its samples are called: what search indexes
 * and the summary counts.
 */
import type { Element, ElementContent } from 'hast';
import {
  classesOf,
  collapse,
  isElement,
  isGenerated,
  isHeading,
  textOf,
} from '../../shared/hast/text.ts';
import { columnRole } from '../tables/table-words.ts';

export interface RowText {
  prose: string;
  code: string;
  languages: string[];
  /** Languages that something else than a sample goes with (`.lang-specific`). */
  specific?: string[];
  /** Titles of samples, and languages of those that have no tab. */
  captions?: string[];
}

const blocks =
  /^(p|li|tr|td|th|h[1-6]|div|aside|blockquote|table|ul|ol|dl|dt|dd|section|figure|details|summary|br|pre)$/;

/** A cell of a table's head that says what references call their columns. */
const namesColumn = (cell: Element): boolean => columnRole(collapse(textOf(cell))) !== 'other';

export function rowText(nodes: ElementContent[]): RowText {
  const prose: string[] = [],
    code: string[] = [],
    languages = new Set<string>(),
    specific = new Set<string>(),
    captions = new Set<string>();
  const visit = (node: ElementContent, isHead = false): void => {
    if (node.type === 'text') {
      prose.push(node.value);
      return;
    }
    if (!isElement(node) || isGenerated(node) || isElement(node, 'script', 'style', 'template'))
      return;
    // “Parameter Type Required” says nothing of a section.
    if (isHead && isElement(node, 'th', 'td') && namesColumn(node)) return;
    if (isElement(node, 'pre')) {
      code.push(textOf(node));
      return;
    }
    if (isElement(node, 'figure') && classesOf(node).includes('sample')) {
      const { dataLanguage } = node.properties;
      if (typeof dataLanguage === 'string') languages.add(dataLanguage);
      for (const title of titlesOf(node)) captions.add(title);
    }
    if (classesOf(node).includes('lang-specific'))
      for (const name of classesOf(node)) if (name !== 'lang-specific') specific.add(name);
    if (node.properties.role === 'tooltip') prose.push(' ');
    if (isElement(node, 'img') && node.properties.alt)
      prose.push(` ${String(node.properties.alt)} `);
    for (const child of node.children) visit(child, isHead || node.tagName === 'thead');
    if (blocks.test(node.tagName)) prose.push('\n');
  };
  // The heading is the title, which search weighs by itself.
  nodes.forEach((node, index) => {
    if (!(index === 0 && isHeading(node))) visit(node);
  });
  return {
    prose: collapse(prose.join('')),
    code: code.join('\n'),
    languages: [...languages],
    ...(specific.size && { specific: [...specific] }),
    ...(captions.size && { captions: [...captions] }),
  };
}

/** What a sample's caption says besides its status and its tab's label (`samples/samples.ts`). */
function titlesOf({ children, properties }: Element): string[] {
  const caption = children.find((child) => isElement(child, 'figcaption')) as Element | undefined;
  const [own] = caption?.children ?? [];
  if (own?.type !== 'text') return [];
  const parts = own.value.split(' · ').slice(properties.dataStatus === undefined ? 0 : 1);
  return parts.slice(properties.dataLanguage === undefined ? 0 : 1);
}
