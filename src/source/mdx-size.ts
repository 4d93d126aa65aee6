/** How much MDX's compiler would make of a text: each element costs it some kilobytes. */
import { linesOutsideFences } from '../shared/fence.ts';

/**
 * More is refused: measured with hostile tables, headings, links and entities, this is where a build
 * takes two gigabytes or a minute. The largest reference at hand, of 39,000 lines, has some 25,000.
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
  let elements = 0;
  for (const { line } of linesOutsideFences(text)) {
    if (!line.trim()) continue;
    elements += 1;
    for (const [pattern, weight] of weights)
      elements += weight * (line.match(pattern)?.length ?? 0);
  }
  return elements;
}
