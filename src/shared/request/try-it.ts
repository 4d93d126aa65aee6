/** What the form of "try it" is made from: an operation as data. Browser-safe. */
import type { BodyField } from './build-body.ts';
import type { OperationDescription } from './build-request.ts';
import type { Parameter } from './parameter.ts';
import type { Code } from '../sample/code.ts';

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

export interface TryItParameter extends Parameter, ValueDetails {}
export interface TryItField extends BodyField, ValueDetails {}

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
  | { name: string; kind: 'key'; in: 'header' | 'query' | 'cookie'; field: string };

export interface TryItOperation extends Omit<OperationDescription, 'body' | 'parameters'> {
  parameters: TryItParameter[];
  bodies?: TryItBody[];
  servers: TryItServer[];
  /** Alternatives; the schemes of one are needed together. An empty one: none is needed. */
  security?: TryItScheme[][];
}

/** A sample with holes: the text that a figure of the page shows while nothing is typed. */
export type FollowingSample = Code;

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
  samples: Record<string, FollowingSample>;
}
