/**
 * A request as a value: what samples are written from, and what "try it" sends. URL, query and
 * cookies are kept as they are sent (percent-encoded), form fields and credentials as a person
 * writes them. Holes are filled with a person's value, encoded for their place (`encode-value.ts`).
 * An API key is a header, a query field or a cookie with a hole.
 */
import type { Template } from './template.ts';

export interface Field {
  name: string;
  value: Template;
  /** The parameter without which this field is left out. */
  optional?: string;
}

/** `name=value` of a query, as sent. */
export interface QueryField {
  name: string;
  /** Undefined: the name alone, without `=`. */
  value?: Template;
  optional?: string;
  /**
   * Names one hole over this field and its neighbours of the same `run` (an array or object),
   * filled with text as it is sent (`tag=a&tag=b`).
   */
  run?: string;
}

export interface TextPart extends Field {
  type?: string;
}

export interface FilePart {
  name: string;
  /** As a sample opens it; the last segment is the name that is sent. */
  file: Template;
  type: string;
  /** What is in it, where the author has shown it. */
  content?: string;
  optional?: string;
}

export type Body =
  | { kind: 'none' }
  /** JSON, to the letter. `hole` names the whole text as one place. */
  | { kind: 'json'; type: string; text: Template; hole?: string }
  /** XML, plain text, an unusual form: to the letter. */
  | { kind: 'text'; type: string; text: Template; hole?: string }
  /** `application/x-www-form-urlencoded`, not yet encoded. */
  | { kind: 'form'; type: string; fields: Field[] }
  | { kind: 'multipart'; parts: (TextPart | FilePart)[] }
  /** `file` is a path, as a sample opens it. */
  | { kind: 'binary'; type: string; file: Template };

export type Authorization =
  | { kind: 'basic'; user: Template; password: Template }
  | { kind: 'bearer'; token: Template };

export interface HttpRequest {
  /** In capitals, if it is HTTP's own. */
  method: string;
  origin: Template;
  path: Template;
  query: QueryField[];
  headers: Field[];
  cookies: Field[];
  authorization?: Authorization;
  body: Body;
  /** Undefined: text. */
  answer?: 'json';
}

export const isFilePart = (part: TextPart | FilePart): part is FilePart => 'file' in part;

/** The name a file is sent under: its path's last segment. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
