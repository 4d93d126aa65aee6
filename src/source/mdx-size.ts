/** What MDX's compiler would make of a text: each element costs some kilobytes. */
import { linesOutsideFences } from '../shared/fence.ts';

/**
 * Here a build of hostile text takes two gigabytes or a minute. The largest reference at hand has
 * 25,000.
 */
export const MAX_ELEMENTS = 350_000;

/** In cells of a table, roughly. */
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
