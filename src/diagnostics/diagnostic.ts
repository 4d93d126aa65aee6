/** What is wrong with an author's text, where, and how to mend it. */
import type { Kind, Severity } from './kinds.ts';

export interface Diagnostic {
  kind: Kind;
  /** Stops the build (`error`), is reported (`warning`), or only told in the summary (`note`). */
  severity: Severity;
  /** Path relative to the content folder, with `/`. Empty where no file is at fault. */
  file: string;
  /** 1-based line in that file, as the author sees it (front matter counts). 0 where unknown. */
  line: number;
  /** 1-based column; 0 where unknown. */
  column: number;
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** How to mend it. May be empty. */
  hint: string;
  /** Author's text that is meant, where its column is not known: `locate.ts` looks for it. */
  quote?: string;
  /** Name of a component that is missing: its uses are told together (`merge-uses.ts`). */
  component?: string;
  /** All places, of several that are told together. */
  places?: Pick<Diagnostic, 'file' | 'line' | 'column'>[];
}

/**
 * A finding as a step reports it: its severity comes from its kind and the file's dialect, unless
 * the step knows better (a description that cannot be shown at all).
 */
export type Finding = Pick<Diagnostic, 'kind' | 'message'> &
  Partial<
    Pick<Diagnostic, 'severity' | 'file' | 'line' | 'column' | 'hint' | 'quote' | 'component'>
  >;

/** What steps are handed to report with. */
export type Report = (finding: Finding) => void;
