/**
 * Finds what "try it" can send: endpoints that bring their operation along (`data-try`, from a
 * description), and those of the author's that have a table of parameters and a server. Marks them,
 * and the samples that have holes (`data-holes`), with the key of their data.
 */
import type { Element, ElementContent } from 'hast';
import { eachElement } from '../../shared/hast/walk.ts';
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { TryItOperation } from '../../shared/request/try-it.ts';
import type { Piece } from '../../shared/sample/pieces.ts';
import type { SplitRow } from '../rows/split-rows.ts';
import { classesOf } from '../../shared/hast/text.ts';
import { readOperation } from './read-operation.ts';
import { digest } from '../../shared/files/digest.ts';

/** What a row gives to the page's data. */
export interface RowTryIt {
  operations: Record<string, TryItOperation>;
  samples: Record<string, Piece[]>;
}

/** @param seed from which the keys are made, so that those of one page differ */
export function tryItOf(
  rows: readonly SplitRow[],
  option: FrontMatter['try_it'],
  seed: string,
): Map<SplitRow, RowTryIt> {
  const found = new Map<SplitRow, RowTryIt>();
  const prefix = digest(seed, 6);
  let count = 0;
  for (const [index, row] of rows.entries()) {
    const made: RowTryIt = { operations: {}, samples: {} };
    for (const node of elements(row.nodes)) {
      const { dataTry, dataHoles } = node.properties;
      delete node.properties.dataTry;
      delete node.properties.dataHoles;
      if (option === false) continue;
      const key = `${prefix}-${count}`;
      if (classesOf(node).includes('endpoint')) {
        const given = parsed<TryItOperation>(dataTry);
        const operation = given ?? readOperation(node, rowsOf(rows, index), option);
        if (!operation) continue;
        made.operations[key] = operation;
        node.properties.dataTry = key;
        count += 1;
      } else if (dataHoles !== undefined) {
        const sample = parsed<Piece[]>(dataHoles);
        if (!sample) continue;
        made.samples[key] = sample;
        node.properties.dataHoles = key;
        count += 1;
      }
    }
    if (Object.keys(made.operations).length + Object.keys(made.samples).length)
      found.set(row, made);
  }
  return found;
}

function parsed<T>(json: unknown): T | undefined {
  try {
    return typeof json === 'string' ? (JSON.parse(json) as T) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The rows in which an endpoint's parameters may stand: its own, and those after it up to the next
 * endpoint or the end of what its heading belongs to. Slate's authors put the request and each table
 * under a heading of its own.
 */
function rowsOf(rows: readonly SplitRow[], index: number): SplitRow[] {
  const own = rows[index]!;
  const end = rows.findIndex(
    (row, at) =>
      at > index &&
      (row.level < own.level ||
        (row.level === own.level && own.level < 3) ||
        elements(row.nodes).some((node) => classesOf(node).includes('endpoint'))),
  );
  return rows.slice(index, end < 0 ? undefined : end);
}

/** All elements in their order. */
function elements(children: ElementContent[]): Element[] {
  const found: Element[] = [];
  eachElement({ type: 'root', children }, (node) => void found.push(node));
  return found;
}
