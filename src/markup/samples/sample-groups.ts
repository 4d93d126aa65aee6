/** Groups of samples of tab languages: a page shows the chosen language of each. */
import type { Element, ElementContent } from 'hast';
import { element } from '../../shared/hast/element.ts';
import { classesOf, isBlank, isElement, isHeading } from '../../shared/hast/text.ts';

/**
 * Neighbouring samples of tab languages, with only white space and comments between, become a
 * group.
 * @param tabs names of the document's tabs
 */
export function grouped(
  nodes: readonly ElementContent[],
  tabs: readonly string[],
): ElementContent[] {
  const result: ElementContent[] = [];
  let group: Element | undefined,
    between: ElementContent[] = [];
  for (const node of nodes) {
    if (isElement(node, 'figure') && node.properties.dataLanguage !== undefined) {
      if (group && group.properties.dataCenter === node.properties.dataCenter)
        group.children.push(...between, node);
      else {
        result.push(...between);
        const centred = node.properties.dataCenter !== undefined && { dataCenter: '' };
        group = element('div', { className: ['samples'], ...centred }, [node]);
        result.push(group);
      }
      between = [];
    } else if (group && isBlank(node)) between.push(node);
    else {
      result.push(...between, node);
      between = [];
      group = undefined;
    }
  }
  result.push(...between);
  for (const section of sectionsOf(result)) {
    const groups = section.filter(
      (node): node is Element =>
        isElement(node, 'div') &&
        node.properties.dataHas === undefined &&
        classesOf(node).includes('samples'),
    );
    // Code among the prose is part of what is said there.
    for (const centre of [true, false])
      finish(
        groups.filter(({ properties }) => (properties.dataCenter !== undefined) === centre),
        tabs,
      );
  }
  return result;
}

function sectionsOf(nodes: ElementContent[]): ElementContent[][] {
  const sections: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (isHeading(node)) sections.push([]);
    sections.at(-1)!.push(node);
  }
  return sections;
}

/**
 * Notes the languages that a group has, if it lacks some: readers of another see its first sample.
 * Groups of a section that share no language are one sample with text before each (“In Ruby:” …),
 * so none stands in for another.
 */
function finish(groups: Element[], tabs: readonly string[]): void {
  const all = groups.map((group) => ({
    group,
    figures: group.children.filter((child): child is Element => isElement(child, 'figure')),
  }));
  const languages = all.map(({ figures }) => [
    ...new Set(figures.map((figure) => String(figure.properties.dataLanguage))),
  ]);
  for (const [at, { group, figures }] of all.entries()) {
    const own = languages[at]!;
    const others = languages
      .filter((other) => !other.some((language) => own.includes(language)))
      .flat();
    const has = new Set([...own, ...others]);
    if (tabs.some((tab) => !has.has(tab))) group.properties.dataHas = [...has].join(' ');
    // Samples after the first one in the first one's language go with it.
    for (const figure of figures.slice(1))
      if (figure.properties.dataLanguage === own[0]) figure.properties.dataAlso = '';
  }
}
