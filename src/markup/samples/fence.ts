/** A fence in hast: `<pre data-fence><code class="language-x" data-meta="…">`. */
import type { Element, ElementContent } from 'hast';
import type { LanguageTab } from '../../source/front-matter/front-matter.ts';
import { element } from '../../shared/hast/element.ts';
import { classesOf, isElement, textOf } from '../../shared/hast/text.ts';
import { type FenceMeta, parseFenceMeta } from './fence-meta.ts';

export interface Fence {
  pre: Element;
  code: Element;
  /** First word of the info string, as written. */
  written: string;
  /** The same without a highlighter's options. */
  language: string;
  meta: FenceMeta;
  /** Pieces of the info string that say nothing. */
  unknown: string[];
  /** The author's line of the opening marks; 0: not known. */
  line: number;
  /** The code, without the line break before the closing marks. */
  text: string;
}

export const isFence = (node: ElementContent): node is Element & { tagName: 'pre' } =>
  isElement(node, 'pre') && node.properties.dataFence !== undefined;

/** @param tabs names that are languages whatever they hold */
export function readFence(pre: Element, tabs: readonly LanguageTab[]): Fence {
  const code = pre.children.find((child): child is Element => isElement(child, 'code')) ?? pre;
  const info =
    classesOf(code)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length) ?? '';
  // Gatsby and others write the lines against the language: `js{1,3}`.
  const [, written = '', glued = ''] = /^([^{]*)(\{.*\})?$/s.exec(info) ?? [];
  // Slate's highlighter takes options there: `php?start_inline=1`.
  const isTab = tabs.some(({ name }) => name === written);
  return {
    pre,
    code,
    written,
    language: isTab ? written : written.replace(/\?.*$/s, ''),
    line: Number(pre.properties.dataLine ?? code.properties.dataLine) || 0,
    text: textOf(code).replace(/\n$/, ''),
    ...parseFenceMeta(
      `${glued} ${String(code.properties.dataMeta ?? pre.properties.dataMeta ?? '')}`,
    ),
  };
}

/** A fence of ours, as an author would have written it. */
export const fenceElement = (language: string, meta: string, text: string, line: number): Element =>
  element('pre', { dataFence: '', ...(line && { dataLine: String(line) }) }, [
    element('code', { className: [`language-${language}`], ...(meta && { dataMeta: meta }) }, [
      text,
    ]),
  ]);
