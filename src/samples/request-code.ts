/** The parts of a request as the insides of string literals: what all languages share. */
import {
  type Code,
  code,
  emptyCode,
  type HoleEncoding,
  holeOver,
  joinCode,
  optionalCode,
  type SeparatedList,
  separators,
  sides,
  templateCode,
} from './code/code.ts';
import type {
  Authorization,
  Body,
  Field,
  HttpRequest,
  QueryField,
} from './request/http-request.ts';
import { encodeFormValue } from '../shared/percent-encoding.ts';
import { type DataLanguage, dataLiteral } from './code/data-literal.ts';
import type { JsonNode } from './code/json-node.ts';
import { escapeBeside, escapeLiteral, type Literal } from './code/string-literal.ts';
import { holeNames, shownText, type Template } from './request/template.ts';
import type { ValueEncoding } from '../shared/sample/encode-value.ts';

/** Leaves a field's code out while its parameter has no value. */
export const unlessAbsent = (field: { optional?: string }, inside: Code): Code =>
  field.optional === undefined ? inside : optionalCode([field.optional], inside);

/** Leaves what is around some fields out while all of them are absent. */
export function unlessAllAbsent(fields: { optional?: string }[], inside: Code): Code {
  const names = fields.map((field) => field.optional);
  return names.every((name) => name !== undefined) && names.length
    ? optionalCode(names, inside)
    : inside;
}

/** A line for each field, which is left out while its parameter has no value. */
export const eachField = <T extends { optional?: string }>(
  fields: readonly T[],
  line: (field: T) => Code,
): Code => joinCode(fields.map((field) => unlessAbsent(field, line(field))));

/** A list of all headers, which goes with the last of them. */
export const unlessNoHeader = (
  { headers: written }: HttpRequest,
  headers: readonly unknown[],
  inside: Code,
): Code => (headers.length > written.length ? inside : unlessAllAbsent(written, inside));

/** Fields one behind the other, each with what stands before it. */
function separated(list: SeparatedList, fields: { optional?: string; pair: Code }[]): Code {
  const anyOptional = fields.some(({ optional }) => optional !== undefined);
  const [first, other] = separators[list];
  return joinCode(
    fields.map(({ optional, pair }, index) => {
      const inside = code`${index ? other : first}${pair}`;
      if (!anyOptional) return inside;
      return optionalCode(optional === undefined ? [] : [optional], inside, list);
    }),
  );
}

/** A template whose examples are not encoded: they stand in it as they are sent. */
function sentCode(
  template: Template,
  value: (index: number) => ValueEncoding,
  literal: Literal,
  indent = 0,
): Code {
  return joinCode(
    template.map((piece, index) => {
      if (typeof piece === 'string')
        return escapeBeside(literal, piece, sides(template, index), indent);
      const shown = { ...emptyCode, code: escapeLiteral(literal, piece.shown, indent) };
      return holeOver(piece.hole, `${value(index)} ${literal} ${indent}`, shown);
    }),
  );
}

/** The query with its `?`, as it is sent. */
function queryCode(query: QueryField[], literal: Literal): Code {
  const pairs: Parameters<typeof separated>[1] = [];
  for (let at = 0; at < query.length; ) {
    const { run, optional } = query[at]!;
    let end = at + 1;
    while (run !== undefined && query[end]?.run === run) end += 1;
    const fields = query.slice(at, end).map(({ name, value }) => {
      const inside = escapeLiteral(literal, name);
      return value ? code`${inside}=${templateCode(value, 'query', literal)}` : joinCode([inside]);
    });
    const joined = joinCode(fields, '&');
    const pair = run === undefined ? joined : holeOver(run, `text ${literal} 0`, joined);
    pairs.push({ pair, ...(optional !== undefined && { optional }) });
    at = end;
  }
  return separated('query', pairs);
}

/** The URL without its query. */
export const addressCode = (request: HttpRequest, literal: Literal): Code =>
  joinCode([
    templateCode(request.origin, 'text', literal),
    templateCode(request.path, 'path', literal),
  ]);

/** `user:password` */
export const credentialsCode = (
  { user, password }: Extract<Authorization, { kind: 'basic' }>,
  literal: Literal,
): Code =>
  joinCode([templateCode(user, 'text', literal), templateCode(password, 'text', literal)], ':');

/** The whole URL. */
export const urlCode = (request: HttpRequest, literal: Literal): Code =>
  code`${addressCode(request, literal)}${queryCode(request.query, literal)}`;

/** Cookies as the value of their header. */
const cookieCode = (cookies: Field[], literal: Literal): Code =>
  separated(
    'cookie',
    cookies.map((cookie) => ({
      ...cookie,
      pair: code`${cookie.name}=${templateCode(cookie.value, 'cookie', literal)}`,
    })),
  );

/** A header, its value as the inside of a literal. */
export interface HeaderCode {
  name: string;
  value: Code;
  /** Wraps code that holds the header, so that it goes where the header goes. */
  wrap: (inside: Code) => Code;
}

/** What a client has better means for than a header. */
export interface HeaderNeeds {
  /** Credentials of `basic` are never a header here: each language has its own way. */
  cookies?: boolean;
  contentType?: boolean;
}

/** @returns the media type that a Content-Type header has to name; a multipart body has its own */
export const contentType = (body: Body): string | undefined =>
  'type' in body ? body.type : undefined;

/** @returns the headers that a sample sets, in the order in which they are read best */
export function headerCodes(
  request: HttpRequest,
  literal: Literal,
  needs: HeaderNeeds = {},
): HeaderCode[] {
  const { authorization, cookies } = request;
  const always = (inside: Code): Code => inside;
  const headers: HeaderCode[] = request.headers.map((field) => ({
    name: field.name,
    value: templateCode(field.value, 'header', literal),
    wrap: (inside) => unlessAbsent(field, inside),
  }));
  if (authorization?.kind === 'bearer') {
    const value = code`Bearer ${templateCode(authorization.token, 'header', literal)}`;
    headers.unshift({ name: 'Authorization', value, wrap: always });
  }
  const type = contentType(request.body);
  if (type !== undefined && needs.contentType !== false) {
    headers.push({
      name: 'Content-Type',
      value: joinCode([escapeLiteral(literal, type)]),
      wrap: always,
    });
  }
  if (cookies.length && needs.cookies !== false) {
    const value = cookieCode(cookies, literal);
    headers.push({ name: 'Cookie', value, wrap: (inside) => unlessAllAbsent(cookies, inside) });
  }
  return headers;
}

const MAX_WIDTH = 72;

/** @returns whether the only entry of a list fits on the line of its brackets */
export const isShort = (entry: Pick<HeaderCode, 'wrap'>, line: Code): boolean =>
  line.code.length <= MAX_WIDTH && !line.code.includes('\n') && !entry.wrap(line).optional.length;

/** A field of a form as it is sent: `name=value`. */
export const formPairCode = ({ name, value }: Field, literal: Literal): Code =>
  code`${escapeLiteral(literal, encodeFormValue(name))}=${joinCode(
    value.map((piece) =>
      typeof piece === 'string'
        ? escapeLiteral(literal, encodeFormValue(piece))
        : templateCode([piece], 'form', literal),
    ),
  )}`;

/** A form as it is sent. */
export const formCode = (fields: Field[], literal: Literal): Code =>
  separated(
    'form',
    fields.map((field) => ({ ...field, pair: formPairCode(field, literal) })),
  );

/** A body that is text. */
export type TextBody = Extract<Body, { kind: 'json' | 'text' }>;

export type JsonBody = Extract<Body, { kind: 'json' }>;

/** The data of a body in a language's own notation; `indent` spaces before its first line. */
export function bodyData(
  { hole }: JsonBody,
  node: JsonNode,
  language: DataLanguage,
  indent = 0,
): Code {
  const data = dataLiteral(node, language, indent);
  return hole === undefined ? data : holeOver(hole, `json ${language}-data ${indent}`, data);
}

/** Where each hole of a JSON text stands: for a value, or inside a string. */
function jsonEncodings(text: Template): ValueEncoding[] {
  let inString = false;
  return text.map((piece) => {
    if (typeof piece === 'string') {
      const quotes = piece.replaceAll(/\\./gs, '').split('"').length - 1;
      if (quotes % 2) inString = !inString;
    }
    return inString ? 'json-string' : 'json';
  });
}

/** A body's text to the letter, as the inside of a literal. */
export function bodyTextCode(body: TextBody, literal: Literal, indent = 0): Code {
  const json = body.kind === 'json' ? jsonEncodings(body.text) : [];
  const plain = body.kind === 'text' && /[/+]xml\b/.test(body.type) ? 'xml' : 'text';
  const text = sentCode(body.text, (index) => json[index] ?? plain, literal, indent);
  if (body.hole === undefined) return text;
  const encoding: HoleEncoding = `${body.kind === 'json' ? 'json' : 'text'} ${literal} ${indent}`;
  return holeOver(body.hole, encoding, text);
}

/** @returns whether no value that is put into the body's text can end a literal without escapes */
export const fitsRawLiteral = (body: TextBody): boolean =>
  body.kind === 'json' || (!holeNames(body.text).length && body.hole === undefined);

/** @returns whether the text is worth a literal over several lines */
export const isMultiline = (body: TextBody): boolean => shownText(body.text).includes('\n');
