/** What is wrong with an author's text, where, and how to mend it. Every message of the build is one of these. */
import type { Kind } from './kinds.ts';

export interface Diagnostic {
  /** A slug of the table of kinds (`kinds.ts`). */
  kind: Kind;
  /** Stops the build (`error`), is reported (`warning`), or only told in the summary (`note`). Filled from the table of kinds by `Diagnostics.add`. */
  severity: 'error' | 'warning' | 'note';
  /** Path relative to the content folder, with `/`. Empty where no file is at fault. */
  file: string;
  /** 1-based line in that file, as the author sees it (front matter counts). 0 where unknown. */
  line: number;
  /** 1-based column; 0 where unknown. */
  column: number;
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** How to mend it. May be empty where the kind's own hint says it. */
  hint: string;
  /** What of the author's text is meant, where its column is not known: it is looked for (`placed.ts`) before the finding is told. */
  quote?: string;
}

/** A finding as a step reports it: severity comes from the kind and from the file's dialect. */
export type Finding = Pick<Diagnostic, 'kind' | 'message'> &
  Partial<Pick<Diagnostic, 'file' | 'line' | 'column' | 'hint' | 'quote'>>;

/** What steps are handed to report with. */
export type Report = (finding: Finding) => void;
