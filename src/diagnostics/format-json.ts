import type { Diagnostic } from './diagnostic.ts';
import type { Totals } from './summary.ts';

/**
 * `{version: 1, diagnostics: [{kind, severity, file, line, column, message, mend}], totals, …}`,
 * notes too. `version` changes when a field changes its meaning or goes: so `mend` keeps its name.
 * @param totals of a finished build
 * @param more what else the command tells, by name
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
