/** Collects what the steps of a build find. */
import type { Diagnostic, Finding, Report } from './diagnostic.ts';
import { kinds, type Kind, type Severity } from './kinds.ts';
import { locate, type LinesOf } from './locate.ts';

/** By the file's dialect; the config file, outside the folder, is as strict as MDX. Else Slate Markdown's. */
export const severityOf = (kind: Kind, file: string): Severity =>
  kinds[kind][/\.mdx$|^\.\.\//i.test(file) ? 'mdx' : 'md'];

/** The findings of one build. */
export class DiagnosticCollector {
  readonly #found = new Map<string, Diagnostic>();

  /** Takes a finding and gives it its severity. */
  add({ kind, message, file = '', line = 0, column = 0, hint = '', ...more }: Finding): void {
    const { quote, component } = more;
    const severity = more.severity ?? severityOf(kind, file);
    const found = { kind, severity, file, line, column, message, hint };
    this.addAll([{ ...found, ...(quote && { quote }), ...(component && { component }) }]);
  }

  /** `add` as steps are handed it. */
  readonly report: Report = (finding) => this.add(finding);

  /** Takes what was found earlier. The same twice (of a partial of two places) counts once, as the graver. */
  addAll(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) {
      const { kind, file, line, column, message } = diagnostic;
      const key = [kind, file, line, column, message].join('\0');
      const known = this.#found.get(key);
      if (!known || (diagnostic.severity === 'error' && known.severity !== 'error'))
        this.#found.set(key, diagnostic);
    }
  }

  /**
   * All, by file, line and column; the same order whatever order they were found in.
   * @param linesOf where quotes are looked for; without it that is left to whoever gets the list
   */
  list(linesOf?: LinesOf): Diagnostic[] {
    const found = [...this.#found.values()];
    return (linesOf ? locate(found, linesOf) : found).sort(inOrder);
  }

  count(severity: Severity): number {
    return [...this.#found.values()].filter((found) => found.severity === severity).length;
  }

  /** Whether the content is at fault (exit status 1): an error, or with `--strict` a warning. */
  failed(strict: boolean): boolean {
    return this.count('error') > 0 || (strict && this.count('warning') > 0);
  }
}

/** By code unit, so that no locale changes the order. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  byText(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  byText(a.kind, b.kind) ||
  byText(a.message, b.message);
