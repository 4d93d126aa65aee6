/** Collects what the steps of a build find. */
import type { Diagnostic, Finding, Report } from './diagnostic.ts';
import { kinds } from './kinds.ts';
import { locate, type LinesOf } from './locate.ts';

/** What a kind does to a build: by the file's dialect; of a finding without a file, as in Slate Markdown. */
export const severityOf = (kind: Diagnostic['kind'], file: string): Diagnostic['severity'] =>
  kinds[kind][/\.mdx$/i.test(file) ? 'mdx' : 'md'];

/** The findings of one build. */
export class DiagnosticCollector {
  private readonly found = new Map<string, Diagnostic>();

  /** Takes a finding and gives it its severity. The same finding twice (a partial used in two places) counts once. */
  add(finding: Finding): void {
    const { kind, message, file = '', line = 0, column = 0, hint = '', quote } = finding;
    this.keep({
      kind,
      severity: severityOf(kind, file),
      file,
      line,
      column,
      message,
      hint,
      ...(quote && { quote }),
    });
  }

  /** `add` as steps are handed it. */
  readonly report: Report = (finding) => this.add(finding);

  /** Takes what was found earlier (in a cached fragment, or in another thread). */
  addAll(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.keep(diagnostic);
  }

  private keep(diagnostic: Diagnostic): void {
    const key = [
      diagnostic.kind,
      diagnostic.file,
      diagnostic.line,
      diagnostic.column,
      diagnostic.message,
    ].join('\0');
    if (!this.found.has(key)) this.found.set(key, diagnostic);
  }

  /**
   * All, by file, line and column; the same order whatever order they were found in.
   * @param linesOf where sources are read in which places are looked for; without it that is left to who is handed the list
   */
  list(linesOf?: LinesOf): Diagnostic[] {
    const found = [...this.found.values()];
    return (linesOf ? locate(found, linesOf) : found).sort(inOrder);
  }

  count(severity: Diagnostic['severity']): number {
    let count = 0;
    for (const diagnostic of this.found.values()) if (diagnostic.severity === severity) count += 1;
    return count;
  }

  /** Whether the content is at fault (exit status 1): an error, or with `--strict` a warning. */
  failed(strict: boolean): boolean {
    return this.count('error') > 0 || (strict && this.count('warning') > 0);
  }
}

/** Findings of each kind, in the order in which kinds first occur. */
export function byKind(diagnostics: Diagnostic[]): Map<Diagnostic['kind'], Diagnostic[]> {
  const groups = new Map<Diagnostic['kind'], Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.kind);
    if (group) group.push(diagnostic);
    else groups.set(diagnostic.kind, [diagnostic]);
  }
  return groups;
}

/** By code unit, so that no locale changes the order. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  byText(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  byText(a.kind, b.kind) ||
  byText(a.message, b.message);
