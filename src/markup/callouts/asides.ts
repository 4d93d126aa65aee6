/**
 * Makes one element of the three ways to write a callout (`<aside class="notice">`, `<Aside>`,
 * `:::notice`): `<aside class="notice" data-callout="notice" role="note"><p
 * class="aside-title">…</p>…</aside>`.
 */
import type { Element, ElementContent, Root } from 'hast';
import { calloutLook } from '../../shared/callout.ts';
import { element } from '../../shared/hast/element.ts';
import { mapRuns } from '../../shared/hast/inline-runs.ts';
import { classesOf, isBlank, isElement, isGenerated } from '../../shared/hast/text.ts';
import { eachElement } from '../../shared/hast/walk.ts';

/** Normalises every `<aside>`. A known type becomes lower case; the author's own classes stay. */
export function asides(tree: Root): void {
  eachElement(tree, (node) => {
    if (node.tagName === 'aside' && !isGenerated(node)) callout(node);
  });
}

function callout(node: Element): void {
  const classes = classesOf(node).filter(Boolean);
  const type = classes.find((name) => calloutLook(name) !== undefined);
  const names = classes.map((name) => (name === type ? name.toLowerCase() : name));
  if (names.length) node.properties.className = names;
  node.properties.dataCallout = (type && calloutLook(type)) ?? 'notice';
  node.properties.role ??= 'note';
  node.children = paragraphs(node.children);
  const title = node.properties.dataTitle;
  if (
    typeof title === 'string' &&
    title.trim() &&
    !node.children.some(
      (child) => isElement(child, 'p') && classesOf(child).includes('aside-title'),
    )
  )
    node.children.unshift(element('p', { className: ['aside-title'] }, [title]));
}

/** Puts bare text (Slate's one-line asides) into paragraphs: a callout always holds blocks. */
const paragraphs = (children: ElementContent[]): ElementContent[] =>
  mapRuns(children, (run) => (run.every(isBlank) ? run : [element('p', {}, trimmed(run))]));

/** Without the line ends that stood between the tag and its text. */
function trimmed(run: ElementContent[]): ElementContent[] {
  const first = run[0],
    last = run.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return run;
}
