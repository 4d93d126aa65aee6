/**
 * Neighbouring answers (fences with a `status`) become one block with a tab each. Without script,
 * and on paper, they stand one below the other.
 */
import type { Element, ElementContent } from 'hast';
import { element } from '../../shared/hast/element.ts';
import { isElement, isBlank } from '../../shared/hast/text.ts';

/** What an answer's tab says. */
export interface AnswerLabel {
  status: string;
  /** The author's title, else the reason that follows the status. */
  title: string | undefined;
  /** What it is written in: tells two answers of one status apart. */
  format: string;
}

/**
 * @param nodes siblings, their fences made samples
 * @param labels of the samples that are answers, and in no language that a tab chooses
 * @returns the siblings; two answers or more with nothing but white space and comments between are
 *   one `<div class="tabs answers">`
 */
export function joinAnswers(
  nodes: readonly ElementContent[],
  labels: ReadonlyMap<ElementContent, AnswerLabel>,
): ElementContent[] {
  const result: ElementContent[] = [];
  let run: Element[] = [];
  let between: ElementContent[] = [];
  const close = (): void => {
    result.push(...(run.length > 1 ? [tabsOf(run, labels)] : run), ...between);
    run = [];
    between = [];
  };
  for (const node of nodes) {
    if (labels.has(node) && isElement(node)) {
      if (run[0] && run[0].properties.dataCenter !== node.properties.dataCenter) close();
      run.push(node);
      between = [];
    } else if (run.length && isBlank(node)) between.push(node);
    else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

function tabsOf(answers: Element[], labels: ReadonlyMap<ElementContent, AnswerLabel>): Element {
  const own = answers.map((answer) => labels.get(answer)!);
  const short = own.map(({ status, title }) => [status, title].filter(Boolean).join(' '));
  const tabs = answers.map((answer, index) => {
    const isAlone = short.filter((label) => label === short[index]).length === 1;
    const label = isAlone ? short[index] : `${short[index]} ${own[index]!.format}`.trim();
    return element('div', { className: ['tab'], dataLabel: label }, [answer]);
  });
  const { dataCenter, dataLine } = answers[0]!.properties;
  const notes = {
    ...(dataCenter !== undefined && { dataCenter }),
    ...(dataLine !== undefined && { dataLine }),
  };
  return element('div', { className: ['tabs', 'answers'], ...notes }, tabs);
}
