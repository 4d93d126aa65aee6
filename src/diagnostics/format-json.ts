/** Findings for tools. */
import type { Diagnostic } from './diagnostic.ts';
import type { Totals } from './summary.ts';

/**
 * `{version: 1, diagnostics: [{kind, severity, file, line, column, message, hint}], totals, …}`, with a newline at the end.
 * Every finding is there, notes too. `version` changes when a field changes its meaning or goes.
 * @param totals of a finished build; left out where there is none
 * @param more whatever else the command has to tell, by name
 */
export const formatJson = (
  diagnostics: Diagnostic[],
  totals?: Totals,
  more: Record<string, unknown> = {},
): string =>
  `${JSON.stringify({ version: 1, diagnostics: diagnostics.map(({ kind, severity, file, line, column, message, hint }) => ({ kind, severity, file, line, column, message, mend: hint })), totals, ...more }, null, 2)}\n`;
