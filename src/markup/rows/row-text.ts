/**
 * The words of a row, prose and code apart, and the tab languages of its samples: what search
 * indexes and the summary counts.
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
}

const blocks =
  /^(p|li|tr|td|th|h[1-6]|div|aside|blockquote|table|ul|ol|dl|dt|dd|section|figure|details|summary|br|pre)$/;

/** A table's head that only says what references call their columns. */
const namesColumns = (head: Element): boolean =>
  head.children
    .filter((row) => isElement(row, 'tr'))
    .flatMap(({ children }) => children.filter((cell) => isElement(cell, 'th', 'td')))
    .some((cell) => columnRole(collapse(textOf(cell))) !== 'other');

export function rowText(nodes: ElementContent[]): RowText {
  const prose: string[] = [],
    code: string[] = [],
    languages = new Set<string>(),
    specific = new Set<string>();
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') {
      prose.push(node.value);
      return;
    }
    if (!isElement(node) || isGenerated(node) || isElement(node, 'script', 'style', 'template'))
      return;
    // “Parameter Type Required” says nothing of a section.
    if (isElement(node, 'thead') && namesColumns(node)) return;
    if (isElement(node, 'pre')) {
      code.push(textOf(node));
      return;
    }
    if (
      isElement(node, 'figure') &&
      classesOf(node).includes('sample') &&
      typeof node.properties.dataLanguage === 'string'
    )
      languages.add(node.properties.dataLanguage);
    if (classesOf(node).includes('lang-specific'))
      for (const name of classesOf(node)) if (name !== 'lang-specific') specific.add(name);
    if (node.properties.role === 'tooltip') prose.push(' ');
    if (isElement(node, 'img') && node.properties.alt)
      prose.push(` ${String(node.properties.alt)} `);
    node.children.forEach(visit);
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
  };
}
