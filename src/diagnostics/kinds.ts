/** The one table of everything the build can find wrong: `kinds.json`. */
import table from './kinds.json' with { type: 'json' };

export type Kind = keyof typeof table;
export type Severity = 'error' | 'warning' | 'note';

interface KindOf {
  /** What it does to a build, in an MDX source and in a Slate source (DESIGN: what stops a build). */
  mdx: Severity;
  md: Severity;
  /** One or two sentences for the reference of kinds. */
  explained: string;
}

export const kinds = table as Record<Kind, KindOf>;
