/** What the form of "try it" is made from. */
import type { BodyField } from './build-body.ts';
import type { OperationDescription } from './build-request.ts';
import type { Parameter } from './parameter.ts';
import type { Code } from '../sample/code.ts';

export interface ValueDetails {
  /** Undefined: text. */
  kind?: 'integer' | 'number' | 'boolean' | 'array' | 'object';
  /** The only values; of a list, its items'. */
  enum?: string[];
  /** Where the field begins; of a list or an object, JSON. */
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

export interface TryItBody {
  kind: 'json' | 'text' | 'binary' | 'form' | 'multipart';
  type: string;
  required?: boolean;
  /** Of a form, or the members of a JSON object. */
  fields?: TryItField[];
  /** What the field of the whole body begins with. */
  value?: string;
}

export interface TryItServer {
  /** May hold `{variables}`; without a host it is relative to the page. */
  url: string;
  description?: string;
  variables?: { name: string; value: string; enum?: string[] }[];
}

export type TryItScheme =
  | { name: string; kind: 'basic' }
  | { name: string; kind: 'bearer' }
  | { name: string; kind: 'key'; in: 'header' | 'query' | 'cookie'; field: string };

export interface TryItOperation extends Omit<OperationDescription, 'body' | 'parameters'> {
  parameters: TryItParameter[];
  bodies?: TryItBody[];
  servers: TryItServer[];
  /** Alternatives; one's schemes are needed together. Empty: none is needed. */
  security?: TryItScheme[][];
}

/** A figure's text while nothing is typed. */
export type FollowingSample = Code;

export interface TryItPage {
  /** By key. */
  words: Record<string, string>;
  /** Methods that change something ask first. */
  confirm?: boolean;
  /** Cookies go with a request. */
  credentials?: boolean;
  /** By the mark of the endpoint (`data-try`). */
  operations: Record<string, TryItOperation>;
  /** Samples that follow what is typed, by their marks (`data-holes`). */
  samples: Record<string, FollowingSample>;
}
