/**
 * A request as a value: what samples are written from, and what "try it" sends.
 *
 * URL, query and cookies are kept in the form in which they are sent (percent-encoded), fields of
 * forms and credentials as a person writes them. Holes are always filled with a person's value; the
 * place where a hole stands says how it is encoded (`encode-value.ts`).
 *
 * An API key is no kind of its own: it is a header, a query field or a cookie with a hole.
 */
import type { Template } from './template.ts';

/** A name with its value: a header, a cookie, a field of a form. */
export interface Field {
  name: string;
  value: Template;
  /** The parameter without which this field is left out. Undefined: always sent. */
  optional?: string;
}

/** `name=value` of a query, both as they are sent. */
export interface QueryField {
  name: string;
  /** Undefined: the name stands alone, without `=`. */
  value?: Template;
  optional?: string;
  /**
   * Names one hole over this field and its neighbours of the same `run`: an array or an object that
   * becomes a varying number of fields. It is filled with text as it is sent (`tag=a&tag=b`).
   */
  run?: string;
}

/** A part of `multipart/form-data` that holds text. */
export interface TextPart extends Field {
  /** Media type of the part; undefined: none is sent. */
  type?: string;
}

/** A part of `multipart/form-data` that holds a file. */
export interface FilePart {
  name: string;
  /** Path of the file, as a sample opens it. Its last segment is the name that is sent. */
  file: Template;
  type: string;
  /** What is in the file, where the author has shown it. */
  content?: string;
  optional?: string;
}

export type Body =
  | { kind: 'none' }
  /** `text` is JSON, sent to the letter. `hole` names the whole text as one place. */
  | { kind: 'json'; type: string; text: Template; hole?: string }
  /** XML, plain text, a form written in an unusual way: sent to the letter. */
  | { kind: 'text'; type: string; text: Template; hole?: string }
  /** `application/x-www-form-urlencoded`; the fields are not yet encoded. */
  | { kind: 'form'; type: string; fields: Field[] }
  | { kind: 'multipart'; parts: (TextPart | FilePart)[] }
  /** A file as it is. `file` is a path, as a sample opens it. */
  | { kind: 'binary'; type: string; file: Template };

export type Authorization =
  | { kind: 'basic'; user: Template; password: Template }
  | { kind: 'bearer'; token: Template };

export interface HttpRequest {
  /** In capitals, where it is a method of HTTP's own. */
  method: string;
  /** Scheme and authority, perhaps a prefix of a server: `https://api.example.com`. */
  origin: Template;
  /** Begins with `/`. */
  path: Template;
  query: QueryField[];
  /** Without those that the other keys stand for: authorization, cookie, content-type. */
  headers: Field[];
  cookies: Field[];
  authorization?: Authorization;
  body: Body;
  /** What the answer is read as. Undefined: text. */
  answer?: 'json';
}

/** @returns true for a part that holds a file */
export const isFilePart = (part: TextPart | FilePart): part is FilePart => 'file' in part;

/** @returns the name under which a file is sent: the last segment of its path */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
