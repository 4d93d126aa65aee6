/**
 * What compiled MDX calls for each expression that could fail (`mdx/estree/locate-expressions.ts`).
 * It is compiled together with the MDX, so that each site of a process has its own.
 */
export interface Failure {
  /** Relative. */
  file: string;
  error: unknown;
  /** Of the expression; left out where a component failed. */
  place?: { line: number; column: number };
}

const failures: Failure[] = [];

/**
 * @returns the expression's value; undefined where it fails, so that all that fail are told at once
 */
export function attempt<T>(
  file: string,
  line: number,
  column: number,
  evaluate: () => T,
): T | undefined {
  try {
    return evaluate();
  } catch (error) {
    failures.push({ file, error, place: { line, column } });
    return undefined;
  }
}

/** What has failed since the last call. */
export const takeFailures = (): Failure[] => failures.splice(0);
