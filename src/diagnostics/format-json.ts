/** Findings for tools. */
import type { Diagnostic } from './diagnostic.ts';
import type { Totals } from './summary.ts';

/**
 * `{version: 1, diagnostics: [{kind, severity, file, line, column, message, mend}], totals, …}` and a
 * newline. Every finding is there, notes too. A finding
 * that stands for several has their `places`. `version` changes when a field changes its meaning or
 * goes: so `mend` keeps its name.
 * @param totals of a finished build; left out where there is none
 * @param more whatever else the command has to tell, by name
 */
export function formatJson(
  diagnostics: Diagnostic[],
  totals?: Totals,
  more: Record<string, unknown> = {},
): string {
  const listed = diagnostics.map(({ hint, quote: _, component: __, ...fields }) => ({
    ...fields,
    mend: hint,
  }));
  return `${JSON.stringify({ version: 1, diagnostics: listed, totals, ...more }, null, 2)}\n`;
}
