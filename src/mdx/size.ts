/** How much its compiler would make of an MDX text, before it sees it: each element of the page costs it some kilobytes. */
import { closes, fenceLine } from '../slate/redcarpet/fence.ts';

/**
 * More is refused: measured with tables, headings, links and entities of hostile size, this is where a build takes two
 * gigabytes or a minute. The largest reference at hand, of 39,000 lines, has some 25,000.
 */
export const MAX_ELEMENTS = 350_000;

/** Roughly, in cells of a table: what each piece of a line, outside of fences, takes. */
const weights: [pattern: RegExp, weight: number][] = [
  [/^#/, 6],
  [/\|/g, 2],
  [/`/g, 1],
  [/\[/g, 3],
  [/&/g, 3],
  [/</g, 2],
  [/\{/g, 2],
];

export function elementsOf(text: string): number {
  let elements = 0,
    indent: number | undefined;
  for (const line of text.split('\n')) {
    if (indent !== undefined) {
      if (closes(line, indent + 3)) indent = undefined;
      continue;
    }
    indent = fenceLine(line)?.indent;
    if (indent !== undefined || !line.trim()) continue;
    elements += 1;
    for (const [pattern, weight] of weights)
      elements += weight * (line.match(pattern)?.length ?? 0);
  }
  return elements;
}
