/** What is wrong with an author's text, where, and how to mend it. */
import type { Kind, Severity } from './kinds.ts';

export interface Diagnostic {
  kind: Kind;
  /** `error` stops the build; a `note` is only counted. */
  severity: Severity;
  /** Relative to the content folder, with `/`. Empty: no file is at fault. */
  file: string;
  /** 1-based in that file (front matter counts); 0 where unknown. */
  line: number;
  /** 1-based; 0 where unknown. */
  column: number;
  /** One sentence without a full stop. */
  message: string;
  /** May be empty. */
  hint: string;
  /** The text that is meant, where its column is not known: `locate.ts` looks for it. */
  quote?: string;
  /** A component that is missing: its uses are told together (`merge-uses.ts`). */
  component?: string;
  /** Of several that are told together. */
  places?: Pick<Diagnostic, 'file' | 'line' | 'column'>[];
}

/** As a step reports it: severity comes from kind and dialect, unless the step knows better. */
export type Finding = Pick<Diagnostic, 'kind' | 'message'> &
  Partial<
    Pick<Diagnostic, 'severity' | 'file' | 'line' | 'column' | 'hint' | 'quote' | 'component'>
  >;

export type Report = (finding: Finding) => void;
