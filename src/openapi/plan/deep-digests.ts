/**
 * A digest of each named schema with all that it needs, through others too. Schemas in a circle need
 * one another: they have one digest (R. Tarjan, Depth-first search and linear graph algorithms,
 * 1972). So thousands of operations that need thousands of schemas are told apart in one walk.
 */
export interface DigestOptions {
  /** Keys of the schemas that one refers to itself. */
  needs(key: string): Iterable<string>;
  /** What it is made of itself. */
  own(key: string): string;
  digest(text: string): string;
}

/** A schema while what it needs is walked. */
interface Step {
  key: string;
  needs: Iterator<string>;
  order: number;
  /** The first in the walk that it leads back to. */
  low: number;
}

export class DeepDigests {
  readonly #options: DigestOptions;
  readonly #made = new Map<string, string>();

  constructor(options: DigestOptions) {
    this.#options = options;
  }

  of(key: string): string {
    if (!this.#made.has(key)) this.#walk(key);
    return this.#made.get(key)!;
  }

  /** Without recursion: schemas can be nested deeper than calls. */
  #walk(start: string): void {
    const seen = new Map<string, Step>();
    const open: Step[] = [];
    const waiting: string[] = [];
    const enter = (key: string) => {
      const needs = this.#options.needs(key)[Symbol.iterator]();
      const step: Step = { key, needs, order: seen.size, low: seen.size };
      seen.set(key, step);
      open.push(step);
      waiting.push(key);
    };
    enter(start);
    for (let step = open.at(-1); step; step = open.at(-1)) {
      const { done, value: next } = step.needs.next();
      if (!done) {
        if (this.#made.has(next)) continue;
        const known = seen.get(next);
        if (known) step.low = Math.min(step.low, known.order);
        else enter(next);
        continue;
      }
      open.pop();
      const before = open.at(-1);
      if (before) before.low = Math.min(before.low, step.low);
      if (step.low === step.order) this.#make(waiting.splice(waiting.lastIndexOf(step.key)));
    }
  }

  /** @param circle schemas that need one another, or one alone; all else that they need is made */
  #make(circle: string[]): void {
    const { needs, own, digest } = this.#options;
    const needed = new Set(circle.flatMap((key) => [...needs(key)]));
    for (const key of circle) needed.delete(key);
    const text = JSON.stringify([
      circle.sort().map((key) => [key, own(key)]),
      [...needed].sort().map((key) => [key, this.#made.get(key)]),
    ]);
    const made = digest(text);
    for (const key of circle) this.#made.set(key, made);
  }
}
