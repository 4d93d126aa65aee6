/** What is done to a value by the place in the request where it stands. Browser-safe. */
import {
  encodeCookieValue,
  encodeFormValue,
  encodePathValue,
  encodeQueryValue,
  encodeReservedValue,
} from '../percent-encoding.ts';

const xmlEntities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const encoders = {
  /** As it is: a field that the language's own library encodes, or text in its sent form. */
  text: (value: string) => value,
  path: encodePathValue,
  query: encodeQueryValue,
  reserved: encodeReservedValue,
  form: encodeFormValue,
  cookie: encodeCookieValue,
  /** A line break would begin another header. */
  header: (value: string) => value.replace(/[\0\r\n]+/g, ' '),
  /** A path of a file. */
  file: (value: string) => value.replace(/[\0\r\n]+/g, ' '),
  /** JSON text; what is none is not put in (`fill-holes.ts`). */
  json: (value: string) => value,
  /** Text inside a string of JSON. */
  'json-string': (value: string) => JSON.stringify(value).slice(1, -1),
  xml: (value: string) => value.replace(/[&<>"']/g, (character) => xmlEntities[character]!),
};

/** Where in a request a value stands. */
export type ValueEncoding = keyof typeof encoders;

/** @returns the value as it is written at such a place of a request */
export const encodeValue = (encoding: ValueEncoding, value: string): string =>
  encoders[encoding](value);
