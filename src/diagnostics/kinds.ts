/** Everything the build can find wrong: `kinds.json`. */
import table from './kinds.json' with { type: 'json' };

export type Kind = keyof typeof table;
export type Severity = 'error' | 'warning' | 'note';

interface KindOf {
  /** In an MDX source, and in a Slate source. */
  mdx: Severity;
  md: Severity;
  /** For the reference of kinds. */
  explained: string;
}

export const kinds = table as Record<Kind, KindOf>;
