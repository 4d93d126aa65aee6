/**
 * What `markup/` makes of one source file: everything that can be known without the rest of the
 * document. Plain data, so that it can be cached on disk and made in another thread.
 *
 * What only the document knows (final ids, where links lead) is left open: HTML and Markdown hold a
 * placeholder there (`placeholder.ts`), which `reference/` fills.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ApiSymbol } from './symbols/api-symbol.ts';
import type { RowTryIt } from './try-it/try-it.ts';

/** An operation named by a section. */
export interface Endpoint {
  method: string;
  path: string;
  deprecated?: boolean;
  beta?: boolean;
}

/** What a description says of a section beside its operation. */
export interface Described {
  kind: 'chapter' | 'operation' | 'webhook' | 'schema';
  /** The operationId. */
  operation?: string;
  /** Its name. */
  webhook?: string;
  /** Its name. */
  schema?: string;
  /** Of a webhook: how it is sent, and its operationId. */
  hook?: { method: string; operationId?: string };
  /** Of a chapter: the group of the contents that it stands in. */
  group?: string;
  /** Bytes of its HTML with what stands below it in the file, as it is and gzipped. */
  bytes: { html: number; gzipped: number };
}

/** A heading as it stands in its file. */
export interface OutlineHeading {
  level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Text as read: tags gone, entities decoded, white space collapsed. */
  title: string;
  /** The id Slate gives in this file (with its `-2`), or the author's own. Empty: none wanted. */
  id: string;
  /** The author wrote the id (`[#my-id]`, `<h2 id>`). */
  explicit: boolean;
  /** `parameterize` of the heading without and with its tags, for `ids: nested`. */
  slug: string;
  nestedSlug: string;
  /** 1-based line in the file; 0 where unknown. */
  line: number;
  /** The file of the line, where a partial brought it in. */
  file?: string;
  /** Starts a section: it stands in no quote, list or raw HTML. */
  top: boolean;
  endpoint?: Endpoint;
  /** Of a section that a description became. */
  described?: Described;
}

/**
 * An id (or `name`) that an element wants, in document order; its index is that of its placeholder.
 */
export interface WantedId {
  id: string;
  kind: 'heading' | 'element' | 'name' | 'parameter';
  /** Index in the outline of the heading it is, or under which it stands; -1 before the first. */
  heading: number;
}

/** A URL the author wrote; its index is that of its placeholder. */
export interface WrittenLink {
  url: string;
  kind: 'link' | 'image' | 'media' | 'frame';
  line: number;
  /** The file of the line, where a partial brought it in. */
  file?: string;
  /** The link's own text: Slate sources write `[x](#Send Test)`. */
  text: string;
  heading: number;
}

/** Prose, and the code that stands beside it. */
export interface RowPart {
  /** HTML, placeholders open. */
  prose: string;
  /** The same; empty where no code stands beside the prose. */
  code: string;
  /** px on a wide screen, estimated. */
  height: number;
  /** The same of the prose, where the code of another part may stand beside it. */
  proseHeight: number;
}

/** How a row is laid out. */
export interface RowLayout {
  /** Of its heading; 0 for text before the first. */
  level: number;
  /** Where prose and code alternate, one part each time. */
  parts: RowPart[];
  /** It is a heading and no more. */
  bare?: true;
  /** It holds an h1, be it one of raw HTML. */
  hasTop?: true;
  /** It goes on with the row before it: no line is drawn between them. */
  continues?: true;
}

/** A heading's own content. The first row of a file may have no heading (-1). */
export interface Row extends RowLayout {
  heading: number;
  /** As Markdown, placeholders open. */
  markdown: string;
  /** What search indexes: words of the prose, words of the code (all languages). */
  prose: string;
  code: string;
  /** API things this row names. */
  symbols: ApiSymbol[];
  /** Tab languages that have a sample here, in order. */
  languages: string[];
  /** Languages that something else than a sample goes with here (Slate's `.lang-specific`). */
  specific?: string[];
  /** Titles of samples, and languages of those that have no tab. */
  captions?: string[];
  /** What "try it" can send from here, where the document has it. */
  tryIt?: RowTryIt;
}

export interface Fragment {
  /** Path relative to the content folder, with `/`. */
  file: string;
  outline: OutlineHeading[];
  rows: Row[];
  ids: WantedId[];
  links: WrittenLink[];
  diagnostics: Diagnostic[];
  /** Of a description's part with findings: its lines when they were found, which they name. */
  lines?: string;
}
