/**
 * HTML of an MDX file that shows other MDX files. Marks of theirs name their file
 * (`data-line="snippets/limits.mdx:12"`); here they become marks of the whole.
 */
import type { Root } from 'hast';
import { eachElement } from '../shared/hast/walk.ts';
import type { OutlineHeading } from './fragment.ts';

/** More lines no file has: `number × this + line` stands for a line of another file. */
const MAX_LINES = 10_000_000;

/** The file and the line that a line stands for; undefined for one of the file's own. */
export type Placed = (line: number) => { file: string; line: number } | undefined;

/** @param tree is changed. @param outline of the whole */
export function adoptImported(tree: Root, outline: OutlineHeading[]): Placed {
  const files: string[] = [];
  const numbers = new Map<string, number>();
  const own = outline.flatMap(({ file }, index) => (file === undefined ? [index] : []));
  const used = new Set<number>();
  eachElement(tree, ({ properties }) => {
    const { dataLine } = properties;
    // Most name a line of the file's own.
    const [, file, line] = (typeof dataLine === 'string' && /^(.*):(\d+)$/s.exec(dataLine)) || [];
    if (properties.dataOutline !== undefined) {
      const index =
        file === undefined
          ? own[Number(properties.dataOutline)]
          : headingAt(outline, used, file, Number(line));
      // Shown by a component, unseen by the compiler: a heading of raw HTML.
      if (index === undefined) delete properties.dataOutline;
      else properties.dataOutline = String(index);
    }
    if (file === undefined) return;
    if (!numbers.has(file)) numbers.set(file, files.push(file));
    properties.dataLine = String(numbers.get(file)! * MAX_LINES + Number(line));
  });
  return (line) => {
    const file = files[Math.floor(line / MAX_LINES) - 1];
    return file === undefined ? undefined : { file, line: line % MAX_LINES };
  };
}

/** A file may be shown more than once: each time its headings are the next of their line. */
function headingAt(
  outline: OutlineHeading[],
  used: Set<number>,
  file: string,
  line: number,
): number | undefined {
  const fits = (one: OutlineHeading) => one.file === file && one.line === line;
  const next = outline.findIndex((one, index) => !used.has(index) && fits(one));
  const index = next < 0 ? outline.findLastIndex(fits) : next;
  used.add(index);
  return index < 0 ? undefined : index;
}
