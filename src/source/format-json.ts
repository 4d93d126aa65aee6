/** Findings for tools. */
import type { Diagnostic } from './diagnostic.ts';
import type { Totals } from './summary.ts';

/**
 * `{version: 1, diagnostics: [{kind, severity, file, line, column, message, mend}], totals}`, with a newline at the end.
 * Every finding is there, notes too. `version` changes when a field changes its meaning or goes.
 * @param totals of a finished build; left out where there is none
 */
export const formatJson = (diagnostics: Diagnostic[], totals?: Totals): string =>
  `${JSON.stringify({ version: 1, diagnostics: diagnostics.map(({ kind, severity, file, line, column, message, mend }) => ({ kind, severity, file, line, column, message, mend })), totals }, null, 2)}\n`;
