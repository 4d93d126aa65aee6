/** One finding for all uses of a component that is missing: it is one thing to mend. */
import type { Diagnostic } from './diagnostic.ts';

/** So many files are named; of more, how many there are. */
const NAMED = 5;

/**
 * @param diagnostics in order
 * @returns the same, the uses of one component together at the place of the first; `places` has all
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
