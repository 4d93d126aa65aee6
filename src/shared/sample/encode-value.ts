/** What is done to a value by its place in the request. */
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
  /** A language's library encodes it, or it is in its sent form. */
  text: (value: string) => value,
  path: encodePathValue,
  query: encodeQueryValue,
  reserved: encodeReservedValue,
  form: encodeFormValue,
  cookie: encodeCookieValue,
  /** A line break would begin another header. */
  header: (value: string) => value.replace(/[\0\r\n]+/g, ' '),
  file: (value: string) => value.replace(/[\0\r\n]+/g, ' '),
  /** What is no JSON is not put in (`fill-holes.ts`). */
  json: (value: string) => value,
  'json-string': (value: string) => JSON.stringify(value).slice(1, -1),
  xml: (value: string) => value.replace(/[&<>"']/g, (character) => xmlEntities[character]!),
};

/** Where in a request a value stands. */
export type ValueEncoding = keyof typeof encoders;

export const encodeValue = (encoding: ValueEncoding, value: string): string =>
  encoders[encoding](value);
