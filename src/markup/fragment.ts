/**
 * What `markup/` makes of one source file without the rest of the document: plain data, cached on
 * disk and made in another thread. What only the document knows (final ids, where links lead) is a
 * placeholder (`placeholder.ts`), which `reference/` fills.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ApiSymbol } from './symbols/api-symbol.ts';
import type { RowTryIt } from './try-it/try-it.ts';

/** Named by a section. */
export interface Endpoint {
  method: string;
  path: string;
  deprecated?: boolean;
  beta?: boolean;
}

/** What a description says of a section. */
export interface Described {
  kind: 'chapter' | 'operation' | 'webhook' | 'schema';
  /** The operationId. */
  operation?: string;
  webhook?: string;
  schema?: string;
  /** Of a webhook. */
  hook?: { method: string; operationId?: string };
  /** A chapter's, in the contents. */
  group?: string;
  /** Of its HTML with what stands below it. */
  bytes: { html: number; gzipped: number };
}

/** As it stands in its file. */
export interface OutlineHeading {
  level: 1 | 2 | 3 | 4 | 5 | 6;
  /** As read: no tags, entities decoded, white space collapsed. */
  title: string;
  /** Slate's in this file (with its `-2`), or the author's own. Empty: none wanted. */
  id: string;
  /** The author wrote the id. */
  explicit: boolean;
  /** `parameterize` without and with tags, for `ids: nested`. */
  slug: string;
  nestedSlug: string;
  /** 1-based; 0: unknown. */
  line: number;
  /** Where a partial brought the line in. */
  file?: string;
  /** In no quote, list or raw HTML: starts a section. */
  top: boolean;
  endpoint?: Endpoint;
  /** By a description. */
  described?: Described;
}

/** An id (or `name`) that an element wants, in order: its index is its placeholder's. */
export interface WantedId {
  id: string;
  kind: 'heading' | 'element' | 'name' | 'parameter';
  /** Index in the outline of what it is, or stands under; -1: before the first. */
  heading: number;
  line: number;
}

/** A URL as written: its index is its placeholder's. */
export interface WrittenLink {
  url: string;
  kind: 'link' | 'image' | 'media' | 'frame';
  line: number;
  /** Where a partial brought the line in. */
  file?: string;
  /** Slate sources write `[x](#Send Test)`. */
  text: string;
  heading: number;
}

/** Prose, and the code that stands beside it. */
export interface RowPart {
  /** HTML with placeholders. */
  prose: string;
  /** Empty: none beside the prose. */
  code: string;
  /** px on a wide screen, estimated. */
  height: number;
  /** Of the prose, where another part's code may stand beside it. */
  proseHeight: number;
}

export interface RowLayout {
  /** Its heading's; 0: before the first. */
  level: number;
  /** Where prose and code alternate, one part each time. */
  parts: RowPart[];
  /** A heading and no more. */
  bare?: true;
  /** Holds an h1. */
  hasTop?: true;
  /** No line between it and the row before. */
  continues?: true;
}

/** A heading's own content; -1: a file's first row, without one. */
export interface Row extends RowLayout {
  heading: number;
  /** With placeholders. */
  markdown: string;
  /** For search: words of the prose, words of the code. */
  prose: string;
  code: string;
  symbols: ApiSymbol[];
  /** Tab languages with a sample here. */
  languages: string[];
  /** Of `.lang-specific`. */
  specific?: string[];
  /** What "try it" can send. */
  tryIt?: RowTryIt;
}

export interface Fragment {
  /** Relative to the content folder, with `/`. */
  file: string;
  outline: OutlineHeading[];
  rows: Row[];
  ids: WantedId[];
  links: WrittenLink[];
  diagnostics: Diagnostic[];
}
