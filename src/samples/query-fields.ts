/** A query as the fields that a language's own library turns into it. */
import { decodeFormValue, encodeFormValue } from '../shared/percent-encoding.ts';
import { type Code, code, joinCode } from './code/code.ts';
import { type DataLanguage, dataLiteral } from './code/data-literal.ts';
import { sentAs } from './form-encoding.ts';
import { findJsonLayout } from './json-layout.ts';
import type { Field, HttpRequest } from './request/http-request.ts';
import { holeNames, shownText } from './request/template.ts';

/**
 * @param encode how the library writes a name and a value
 * @returns the fields, decoded; undefined where the library would not send the query as it is
 * written
 */
export function queryFields(
  { query }: HttpRequest,
  encode: (text: string) => string,
): Field[] | undefined {
  const sent = query.map(({ name, value }) => `${name}=${shownText(value ?? [])}`).join('&');
  if (!query.length || query.some(({ value, run }) => !value || run !== undefined))
    return undefined;
  const decode = (value: string): string => decodeFormValue(value) ?? value;
  const fields = query.map(({ name, value, optional }) => ({
    name: decode(name),
    value: value!.map((piece) => (typeof piece === 'string' ? decode(piece) : piece)),
    ...(optional !== undefined && { optional }),
  }));
  const placeholders = (value: string): string => value.replaceAll(/%7B([\w.-]+)%7D/g, '{$1}');
  return placeholders(sentAs(fields, encode)) === sent ? fields : undefined;
}

/** A query that a person reads more easily as fields than in the address. */
export interface PlainField {
  name: string;
  value: string;
}

/** @returns undefined where the address says it as well, or holds what a reader fills in */
export function plainFields(
  request: HttpRequest,
  encode: (text: string) => string = encodeFormValue,
): PlainField[] | undefined {
  const isFixed = request.query.every(({ value, optional }) => {
    return optional === undefined && value !== undefined && !holeNames(value).length;
  });
  if (!isFixed || !request.query.some(({ value }) => shownText(value!).includes('%')))
    return undefined;
  return queryFields(request, encode)?.map(({ name, value }) => ({
    name,
    value: shownText(value),
  }));
}

/**
 * A field's value in code: JSON as the language's own data, made into text by `serializer`.
 * @param text writes any other value as a literal
 */
export function fieldValue(
  { value }: PlainField,
  language: DataLanguage,
  serializer: string,
  text: (value: string) => string,
): Code {
  const found = /^[[{]/.test(value) ? findJsonLayout([value]) : undefined;
  return found?.layout === 'compact'
    ? code`${serializer}(${dataLiteral(found.node, language, 2, true)})`
    : joinCode([text(value)]);
}
