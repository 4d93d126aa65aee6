/** A block of code: text as written; tab, title and status are in the info string. */
import type { Element, ElementContent } from 'hast';
import type { Code } from 'mdast';
import { classesOf, collapse, isElement, isGenerated, textOf } from '../../shared/hast/text.ts';

/** @param node a `<pre>`, or a `<figure>` that holds one */
export function sample(node: Element): Code {
  const pre =
    node.tagName === 'pre'
      ? node
      : (node.children.find((child) => isElement(child, 'pre')) as Element);
  const code = pre.children.find((child): child is Element => isElement(child, 'code'));
  const named =
    code &&
    classesOf(code)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length);
  // A fence's language to the letter: the code step keeps it on `<pre>`.
  const lang =
    [pre.properties.dataFence, named, node.properties.dataLanguage].find(
      (name): name is string => typeof name === 'string' && name !== '',
    ) ?? '';
  const status = node.properties.dataStatus ?? pre.properties.dataStatus;
  const meta = [
    ...(status === undefined || status === null ? [] : [`status=${String(status)}`]),
    ...titleOf(node, lang, String(status ?? '')),
  ];
  // Without a language there is no place for the rest of an info string.
  return {
    type: 'code',
    lang: lang || (meta.length ? 'text' : null),
    meta: meta.join(' ') || null,
    value: codeText(pre).replace(/\n$/, ''),
  };
}

/** The caption, without what the info string says already. */
function titleOf(figure: Element, lang: string, status: string): string[] {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'));
  if (!isElement(caption)) return [];
  const words = collapse(captionText(caption))
    .split(' · ')
    .filter(
      (part) =>
        part && part.toLowerCase() !== lang.toLowerCase() && !(status && part.startsWith(status)),
    );
  return words.length ? [`title="${words.join(' · ').replaceAll('"', "'")}"`] : [];
}

/** The caption is generated, so `textOf` would skip it; buttons in it are left out. */
const captionText = (caption: Element): string =>
  caption.children
    .filter((child) => !isElement(child, 'button'))
    .map((child) => textOf(child))
    .join('');

function codeText(node: ElementContent): string {
  if (node.type !== 'element') return textOf(node);
  if (node.tagName === 'br') return '\n';
  if (isGenerated(node)) return '';
  let text = '';
  for (const child of node.children) text += codeText(child);
  return text;
}
