/** All uses of a missing component are one thing to mend. */
import type { Diagnostic } from './diagnostic.ts';

/** Files named; the others are counted. */
const NAMED = 5;

/**
 * The uses of one component stand together where the first did; `places` has all.
 * @param diagnostics in order
 */
export function mergeUses(diagnostics: Diagnostic[]): Diagnostic[] {
  const uses = Map.groupBy(diagnostics, ({ component }) => component);
  return diagnostics.flatMap((diagnostic) => {
    const { component } = diagnostic;
    const all = component === undefined ? [] : uses.get(component)!;
    if (all.length < 2) return [diagnostic];
    if (all[0] !== diagnostic) return [];
    const files = [...Map.groupBy(all, ({ file }) => file)].map(
      ([file, { length }]) => `${file} (${length})`,
    );
    const more = files.length > NAMED ? ` and ${files.length - NAMED} more files` : '';
    const where = files.slice(0, NAMED).join(', ') + more;
    const message = `\`<${component}>\` is not a component here; it is used ${all.length} times: ${where}`;
    const places = all.map(({ file, line, column }) => ({ file, line, column }));
    return [{ ...diagnostic, message, places }];
  });
}
