/**
 * Cuts a file's tree into rows: a heading's own content, prose and code apart.
 *
 * Source order is reading order. A section whose code and prose alternate becomes several parts, so
 * that on a phone each sample stands with its text: where the author begins with code, a part
 * begins with it; else it ends with it.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { classesOf, isBlank, isElement, isHeading } from '../../shared/hast/text.ts';

export interface SplitPart {
  prose: ElementContent[];
  code: ElementContent[];
}

export interface SplitRow {
  /** Index in the outline; -1 for what stands before the first heading. */
  heading: number;
  level: number;
  /** Everything in source order. */
  nodes: ElementContent[];
  parts: SplitPart[];
}

export interface SplitOptions {
  /** 2: no code column, everything stays in the prose. */
  columns: 2 | 3;
  /** Sections (by heading index) whose code the owner wants in the prose. */
  centred(heading: number): boolean;
}

/**
 * Belongs in the code column: samples, tabs that hold nothing else, and annotations, unless the
 * author placed them in the prose.
 */
export function isCode(node: ElementContent): boolean {
  if (!isElement(node) || node.properties.dataCenter !== undefined) return false;
  if (isElement(node, 'figure')) return classesOf(node).includes('sample');
  if (isElement(node, 'div')) {
    const names = classesOf(node);
    if (names.includes('samples')) return true;
    return (
      (names.includes('tabs') &&
        holdsOnly(node, (child) => hasClass(child, 'tab') && isCode(child))) ||
      (names.includes('tab') &&
        holdsOnly(node, (child) => !isElement(child, 'blockquote') && isCode(child)))
    );
  }
  return isElement(node, 'blockquote') && node.properties.dataCallout === undefined;
}

export function splitRows(tree: Root, options: SplitOptions): SplitRow[] {
  const rows: SplitRow[] = [];
  let row: SplitRow = { heading: -1, level: 0, nodes: [], parts: [] };
  const finish = () => {
    if (!row.nodes.some(isSomething) && row.heading < 0) return;
    const whole = options.columns === 2 || options.centred(row.heading);
    row.parts = whole ? [{ prose: row.nodes, code: [] }] : partsOf(row.nodes);
    rows.push(row);
  };
  for (const node of tree.children as (RootContent & ElementContent)[]) {
    if (isHeading(node) && node.properties.dataOutline !== undefined) {
      finish();
      row = {
        heading: Number(node.properties.dataOutline),
        level: Number(node.tagName[1]),
        nodes: [],
        parts: [],
      };
    }
    row.nodes.push(node);
  }
  finish();
  return rows;
}

const hasClass = (node: ElementContent, name: string): boolean =>
  isElement(node) && classesOf(node).includes(name);

/** Whether an element holds something, and all of it is so. */
function holdsOnly({ children }: Element, isSo: (child: ElementContent) => boolean): boolean {
  const all = children.filter(isSomething);
  return all.length > 0 && all.every(isSo);
}

export const isSomething = (node: ElementContent): boolean => !isBlank(node);

function partsOf(nodes: ElementContent[]): SplitPart[] {
  const runs: { code: boolean; nodes: ElementContent[] }[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const code = isSomething(node) ? isCode(node) : (last?.code ?? false);
    if (last?.code === code) last.nodes.push(node);
    else runs.push({ code, nodes: [node] });
  }
  const [first] = runs;
  const headingOnly =
    first &&
    !first.code &&
    first.nodes.filter(isSomething).length === 1 &&
    isHeading(first.nodes.find(isSomething));
  const codeFirst = first?.code || headingOnly;
  const result: SplitPart[] = [];
  let samples = runs.filter((run) => run.code).length;
  for (const run of runs) {
    const part = result.at(-1);
    if (run.code) {
      // A new part only if prose follows it: a last sample belongs to the text before it.
      const opens = codeFirst && part && part.code.length > 0 && run !== runs.at(-1);
      if (!part || opens) result.push({ prose: [], code: run.nodes });
      else part.code.push(...run.nodes);
      samples--;
    } else {
      const opens = !codeFirst && part && part.code.length > 0 && samples > 0;
      if (!part || opens) result.push({ prose: run.nodes, code: [] });
      else part.prose.push(...run.nodes);
    }
  }
  return result.length ? result : [{ prose: nodes, code: [] }];
}
