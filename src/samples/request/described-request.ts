/** The request of an operation with a hole for each value: what its samples are made from. */
import { encodePathValue } from '../../shared/percent-encoding.ts';
import { bodyText } from '../../shared/request/body-content.ts';
import { isRaw, sentText } from '../../shared/request/sent.ts';
import type {
  Sending,
  TryItBody,
  TryItField,
  TryItOperation,
  TryItParameter,
} from '../../shared/request/try-it.ts';
import type { Body, Field, FilePart, HttpRequest, QueryField, TextPart } from './http-request.ts';
import type { Hole, Template } from './template.ts';

type Described = TryItParameter | (TryItField & Sending);

const holeOf = ({ hole, name }: TryItField | TryItParameter): string => hole ?? name;

/** Shown in a hole until there is a value. */
const placeholder = (name: string): string => `{${name.replace(/[^\w.-]+/g, '_')}}`;

const inHole = (one: Described, value = ''): Hole =>
  isRaw(one)
    ? { hole: holeOf(one), shown: value || placeholder(one.name) }
    : { hole: holeOf(one), shown: sentText(one, value) || placeholder(one.name), sent: true };

const unlessRequired = (one: Described): { optional?: string } =>
  one.required ? {} : { optional: holeOf(one) };

function pathPlace(one: TryItParameter): Template {
  const [start, item] = one.join;
  const before = isRaw(one) ? start + item.replace('{v}', '') : '';
  return [...(before ? [before] : []), inHole(one, one.value)];
}

/** The path with holes; perhaps a query stands in it. What is no parameter stays as it is. */
function pathAndQuery(operation: TryItOperation): Pick<HttpRequest, 'path' | 'query'> {
  const [plain = '', search = ''] = operation.path.split('?');
  const places = new Map(
    operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]),
  );
  const pieces = plain.split(/(\{[^{}]*\})/).flatMap((piece): Template => {
    if (!piece) return [];
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    const one = name === undefined ? undefined : places.get(name);
    if (one) return pathPlace(one);
    if (name !== undefined) return [{ hole: name, shown: placeholder(name) }];
    return [piece.replace(/[^/%]+/g, encodePathValue)];
  });
  const query = search
    .split('&')
    .filter(Boolean)
    .map((pair): QueryField => {
      const [name = '', ...value] = pair.split('=');
      return { name, ...(value.length && { value: [value.join('=')] }) };
    });
  return { path: pieces, query };
}

/** `a=1&a=2` as pairs. */
const pairsOf = (sent: string, between: string): [name: string, value: string][] =>
  sent.split(between).map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals), pair.slice(equals + 1)];
  });

function queryFields(one: TryItParameter): QueryField[] {
  const [start, item] = one.join;
  const sent = isRaw(one) ? '' : sentText(one, one.value ?? '');
  if (!sent) {
    const name = /^[^={]+(?==)/.exec(start + item)?.[0] ?? one.name;
    const value = isRaw(one) ? [inHole(one, one.value)] : [placeholder(one.name)];
    return [{ name, value, ...(!isRaw(one) && { run: holeOf(one) }), ...unlessRequired(one) }];
  }
  return pairsOf(sent, '&').map(([name, value]) => ({
    ...{ name, value: [value], run: holeOf(one) },
    ...unlessRequired(one),
  }));
}

function cookieFields(one: TryItParameter): Field[] {
  const { name, value } = one;
  if (isRaw(one)) return [{ name, value: [inHole(one, value)], ...unlessRequired(one) }];
  return pairsOf(sentText(one, value ?? '') || `${name}=${placeholder(name)}`, '; ').map(
    ([name, value]) => ({ name, value: [value], ...unlessRequired(one) }),
  );
}

/** A field of a form, in holes where it is one text. */
function formFields(one: TryItField & Sending): Field[] {
  const { name, value = '' } = one;
  const optional = unlessRequired(one);
  if (!one.shape) return [{ name, value: [inHole(one, value)], ...optional }];
  const pairs = [...new URLSearchParams(sentText(one, value))];
  if (!pairs.length) pairs.push([name, placeholder(name)]);
  return pairs.map(([name, value]) => ({ name, value: [value], ...optional }));
}

/** @returns the body as the form begins with it */
function bodyOf(described: TryItBody | undefined): Body {
  if (!described) return { kind: 'none' };
  const { kind, type, fields = [], value = '' } = described;
  switch (kind) {
    case 'binary':
      return { kind, type, file: [{ hole: '', shown: value || 'file' }] };
    case 'form':
      return { kind, type, fields: fields.flatMap((one) => formFields(one as Described)) };
    case 'multipart':
      return {
        kind,
        parts: fields.flatMap((one): (TextPart | FilePart)[] => {
          const { type, file, name } = one;
          if (!file)
            return formFields(one as Described).map((text) => ({ ...text, ...(type && { type }) }));
          const shown = one.value ?? placeholder(name);
          const part = { name, file: [{ hole: holeOf(one), shown }] };
          return [
            {
              ...part,
              type: type ?? 'application/octet-stream',
              ...unlessRequired(one as Described),
            },
          ];
        }),
      };
    default: {
      const typed = described.fields?.map((field) => ({ field, text: field.value ?? '' }));
      const text = bodyText(described, typed ?? [{ field: { name: '' }, text: value }]);
      if (!text && !described.required) return { kind: 'none' };
      return { kind, type, text: [text], hole: '' };
    }
  }
}

/**
 * @param server its URL, without a slash at the end
 * @returns the request with all parameters; what is optional is an optional part of the samples,
 *   there when it is typed
 */
export function describedRequest(operation: TryItOperation, server: string): HttpRequest {
  const inPlace = (place: TryItParameter['in']) =>
    operation.parameters.filter((one) => one.in === place);
  const { path, query } = pathAndQuery(operation);
  return {
    method: operation.method,
    origin: [{ hole: '//', shown: server }],
    path,
    query: [...query, ...inPlace('query').flatMap(queryFields)],
    headers: inPlace('header').map((one) => ({
      ...{ name: one.name, value: [inHole(one, one.value)] },
      ...unlessRequired(one),
    })),
    cookies: inPlace('cookie').flatMap(cookieFields),
    body: bodyOf(operation.bodies?.[0]),
  };
}
