/** What is found wrong with a description. */
import type { Place } from './model.ts';

/** A finding of this room; the caller knows the table of kinds. */
export interface Finding extends Place {
  kind: OpenApiKind;
  /** `error`: nothing can be shown; `warning`: the description is wrong; `note`: worth knowing. */
  severity: 'error' | 'warning' | 'note';
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** How to mend it. */
  hint: string;
}

export type OpenApiKind =
  | 'file-unreadable'
  | 'openapi-syntax'
  | 'openapi-version'
  | 'openapi-too-large'
  | 'openapi-ref-missing'
  | 'openapi-ref-remote'
  | 'openapi-ref-outside'
  | 'openapi-ref-cycle'
  | 'openapi-operation-id-twice'
  | 'openapi-tag-unknown'
  | 'openapi-extension-spelt'
  | 'openapi-parameter-unknown'
  | 'openapi-example'
  | 'openapi-shape'
  | 'openapi-overlay';
