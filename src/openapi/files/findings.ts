/** What is found wrong with a description, each once. */
import type { Finding, OpenApiKind } from '../finding.ts';
import { keyOf, type Node, positionOf } from './description-file.ts';
import { MAX_FINDINGS } from './limits.ts';

export class Findings {
  readonly #found = new Map<string, Finding>();
  readonly #counts = new Map<OpenApiKind, number>();
  readonly #told = new Set<string>();

  /** All of them; where a kind was met too often, the last one of it says how many there are. */
  get all(): Finding[] {
    const all = [...this.#found.values()];
    const last = new Map(all.map((finding) => [finding.kind, finding]));
    return all.map((finding) => {
      const more = (this.#counts.get(finding.kind) ?? 0) - MAX_FINDINGS;
      if (more <= 0 || last.get(finding.kind) !== finding) return finding;
      return { ...finding, message: `${finding.message} (and ${more} more of this kind)` };
    });
  }

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.kind) ?? 0) + 1;
    this.#counts.set(finding.kind, count);
    const { kind, file, line, column } = finding;
    if (count <= MAX_FINDINGS) this.#found.set(`${kind} ${file} ${line} ${column}`, finding);
  }

  /** A finding about a value: its place is looked up, unless there are too many already. */
  at(node: Node, finding: Pick<Finding, 'kind' | 'severity' | 'message' | 'hint'>): void {
    // A value is read as often as it is referred to.
    const once = `${finding.kind} ${keyOf(node)}`;
    if (this.#told.has(once)) return;
    this.#told.add(once);
    const isTold = (this.#counts.get(finding.kind) ?? 0) < MAX_FINDINGS;
    const position = isTold ? positionOf(node) : { line: 0, column: 0 };
    this.add({ ...finding, file: node.file.name, ...position });
  }
}
