/** Heading levels for assistive technology, where authors skip some. */

/**
 * The level of each heading for readers who go from heading to heading: one below the nearest
 * heading above it in the outline. `[1, 3, 3, 2]` gives `[1, 2, 2, 2]`.
 * @param levels as written, in document order, those in quotes and lists too
 * @param above the level of a heading that the page puts before them (1 for a hidden h1); 0: none
 * @returns as many levels, 1 to 6; `aria-level` is needed where one differs
 */
export function ariaLevels(levels: readonly number[], above = 0): number[] {
  const open: { written: number; shown: number }[] = [];
  return levels.map((written) => {
    while (open.length && open.at(-1)!.written >= written) open.pop();
    const shown = Math.min(6, Math.max(written === 1 ? 1 : 0, (open.at(-1)?.shown ?? above) + 1));
    open.push({ written, shown });
    return shown;
  });
}
