/** What the form of "try it" is made from: an operation as data. Browser-safe. */
import type { ValueEncoding } from '../sample/encode-value.ts';
import type { Literals, Piece } from '../sample/pieces.ts';

/** How what is typed is sent: OpenAPI's styles, worked out beforehand. */
export interface Sending {
  /** What is typed: one text, a list, or an object as JSON. Undefined: one text. */
  shape?: 'array' | 'object';
  /** Objects within the object are spread, too. */
  deep?: true;
  /** What stands before all entries, for each (`{k}`, `{v}`: its key and value), and between them. */
  join: readonly [start: string, item: string, between: string];
  encode: ValueEncoding;
}

/** What is known of a value beside its name and its place. */
export interface ValueDetails {
  /** Undefined: text. */
  kind?: 'integer' | 'number' | 'boolean' | 'array' | 'object';
  /** The only values; of a list, those of its items. */
  enum?: string[];
  /** Where the field begins: an example or the default; of a list or an object, JSON. */
  value?: string;
  /** Shown while the field is empty. */
  example?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
  /** `date`, `email`, `password` … */
  format?: string;
}

export interface TryItParameter extends Sending, ValueDetails {
  in: 'path' | 'query' | 'header' | 'cookie';
  name: string;
  required?: boolean;
  /** Name of its hole in the samples; undefined: the parameter's own. */
  hole?: string;
}

/** A field of a form, a part of a multipart body, or a member of a JSON object. */
export interface TryItField extends Partial<Sending>, ValueDetails {
  name: string;
  required?: boolean | undefined;
  hole?: string;
  /** A file is chosen for it, with `shape` several. */
  file?: boolean;
  /** Media type of the part. */
  type?: string;
}

/** A body in one of the media types that the operation takes. */
export interface TryItBody {
  kind: 'json' | 'text' | 'binary' | 'form' | 'multipart';
  type: string;
  required?: boolean;
  /** Of a form; of a JSON object, its members, each a field of its own. */
  fields?: TryItField[];
  /** The text that the field of the whole body begins with. */
  value?: string;
}

export interface TryItServer {
  /** May hold `{variables}`; one without a host is relative to the page. */
  url: string;
  description?: string;
  variables?: { name: string; value: string; enum?: string[] }[];
}

/** A way to authenticate. */
export type TryItScheme =
  | { name: string; kind: 'basic' }
  | { name: string; kind: 'bearer' }
  | { name: string; kind: 'key'; parameter: TryItParameter };

export interface TryItOperation {
  method: string;
  /** With `{name}` where a parameter stands; perhaps with a query. */
  path: string;
  parameters: TryItParameter[];
  bodies?: TryItBody[];
  servers: TryItServer[];
  /** Alternatives; the schemes of one are needed together. An empty one: none is needed. */
  security?: TryItScheme[][];
}

/** What a page's file of data holds. */
export interface TryItPage {
  /** The interface's words, by key. */
  words: Record<string, string>;
  /** Methods that change something ask before they are sent. */
  confirm?: boolean;
  /** Cookies go with a request. */
  credentials?: boolean;
  /** By the mark of the endpoint (`data-try`). */
  operations: Record<string, TryItOperation>;
  /** Samples that follow what is typed, by their marks (`data-holes`). */
  samples: Record<string, Piece[]>;
  literals: Literals;
}
