/**
 * Levels for assistive technology: one below the nearest heading above. `[1, 3, 3, 2]` gives `[1,
 * 2, 2, 2]`.
 * @param levels as written, those in quotes and lists too
 * @param above the level of what the page puts before them; 0: nothing
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
