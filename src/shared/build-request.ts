/**
 * A request from what an operation describes and what a reader has typed: for samples with holes in
 * place of values, and for "try it", which sends it. Browser-safe.
 */
import type { Authorization, Body, Field, FilePart, HttpRequest, QueryField, TextPart } from './http-request.ts';
import {
  cookiesSent,
  headerSent,
  isPlain,
  pairsOf,
  type Parameter,
  type ParameterValue,
  pathSent,
  querySent,
} from './parameter.ts';
import { encodePathValue, encodeQueryValue } from './percent-encoding.ts';
import type { Hole, Template } from './template.ts';

/** A field of a form or a part of a multipart body. */
export interface BodyField extends Pick<Parameter, 'name' | 'shape' | 'style' | 'explode' | 'required'> {
  /** A file is chosen for it. */
  file?: boolean;
  /** Media type of the part. */
  type?: string;
}

export type BodyDescription =
  | { kind: 'json' | 'text' | 'binary'; type: string; required?: boolean }
  | { kind: 'form' | 'multipart'; type: string; fields: BodyField[]; required?: boolean };

export interface OperationDescription {
  method: string;
  /** As it is described: `/players/{id}`. */
  path: string;
  parameters: Parameter[];
  body?: BodyDescription;
  answer?: 'json';
}

/** What a reader has typed. */
export interface TypedValues {
  /** The server's URL, its variables filled in, without a slash at the end. */
  server: string;
  /** By the names that `parameterHoles` gives. */
  parameters: ReadonlyMap<string, ParameterValue>;
  /** Of a body that is text; of a file, its name. */
  body?: string;
  /** By the names of a form's fields; of a file, its name. */
  fields?: ReadonlyMap<string, ParameterValue>;
  authorization?: Authorization;
}

/**
 * Names the holes of an operation: a parameter's name; where an earlier one has that name, with its
 * place before it (`query-id`).
 */
export function parameterHoles(parameters: readonly Parameter[]): Map<string, Parameter> {
  const holes = new Map<string, Parameter>();
  for (const parameter of parameters) {
    const name = holes.has(parameter.name) ? `${parameter.in}-${parameter.name}` : parameter.name;
    holes.set(name, parameter);
  }
  return holes;
}

/** A value that a reader has left empty is sent only where something is required. */
const isEmpty = (value: ParameterValue | undefined): value is undefined => value === undefined || value.length === 0;

interface Options {
  /** Puts a hole in place of each value, for samples. Values are then examples. */
  holes?: boolean;
}

/** How a value stands in the request: as it is, or in a hole that shows it. */
type Place = (name: string, shown: string, parameter: Pick<Parameter, 'shape'>) => Template;

const asText: Place = (_name, shown) => [shown];
const asHole: Place = (hole, shown, { shape }): [Hole] => [{ hole, shown, ...(shape && { sent: true }) }];

function formFields(fields: readonly BodyField[], values: TypedValues['fields'], place: Place, holes: boolean): Field[] {
  return fields.flatMap((field) => {
    const value = values?.get(field.name);
    if (isEmpty(value) && !field.required && !holes) return [];
    const pairs = pairsOf({ in: 'query', ...field }, value ?? '');
    return pairs.map(({ name, items }): Field => ({
      name,
      value: isPlain({ in: 'query', ...field }) ? place(field.name, items.join(','), field) : [items.join(',')],
      ...(holes && !field.required && { optional: field.name }),
    }));
  });
}

function parts(fields: readonly BodyField[], values: TypedValues['fields'], place: Place, holes: boolean): (TextPart | FilePart)[] {
  return fields.flatMap((field): (TextPart | FilePart)[] => {
    const value = values?.get(field.name);
    if (isEmpty(value) && !field.required && !holes) return [];
    const optional = holes && !field.required ? { optional: field.name } : {};
    if (field.file) {
      const names = typeof value === 'string' || value === undefined ? [value ?? ''] : pairsOf({ in: 'query', ...field }, value).flatMap(({ items }) => items);
      return names.map((file) => ({
        name: field.name,
        file: place(field.name, file, {}),
        type: field.type ?? 'application/octet-stream',
        ...optional,
      }));
    }
    const type = field.type === undefined ? {} : { type: field.type };
    return formFields([field], values, place, holes).map((text) => ({ ...text, ...type }));
  });
}

function buildBody(body: BodyDescription | undefined, values: TypedValues, holes: boolean): Body {
  const place = holes ? asHole : asText;
  switch (body?.kind) {
    case undefined:
      return { kind: 'none' };
    case 'json':
    case 'text': {
      if (isEmpty(values.body) && !body.required) return { kind: 'none' };
      return { kind: body.kind, type: body.type, text: [values.body ?? ''], ...(holes && { hole: '' }) };
    }
    case 'binary':
      if (isEmpty(values.body) && !body.required) return { kind: 'none' };
      return { kind: 'binary', type: body.type, file: place('', values.body ?? 'file', {}) };
    case 'form':
      return { kind: 'form', type: body.type, fields: formFields(body.fields, values.fields, place, holes) };
    case 'multipart':
      return { kind: 'multipart', parts: parts(body.fields, values.fields, place, holes) };
  }
}

/** The described path with its placeholders replaced; what is no parameter stays as it is. */
function buildPath(path: string, sent: ReadonlyMap<string, Template>): Template {
  return path.split(/(\{[^{}]*\})/).flatMap((piece): Template => {
    if (!piece) return [];
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    return (name !== undefined && sent.get(name)) || [piece.split('/').map(encodePathValue).join('/')];
  });
}

/**
 * Puts a request together. What is optional and empty is not sent; with `holes`, it is there as an
 * optional part of the sample, to come when it is typed.
 */
export function buildRequest(operation: OperationDescription, values: TypedValues, { holes = false }: Options = {}): HttpRequest {
  const place = holes ? asHole : asText;
  const path = new Map<string, Template>();
  const query: QueryField[] = [];
  const headers: Field[] = [];
  const cookies: Field[] = [];

  for (const [hole, parameter] of parameterHoles(operation.parameters)) {
    const typed = values.parameters.get(hole);
    if (isEmpty(typed) && !parameter.required && !holes && parameter.in !== 'path') continue;
    // Shown until a value is typed; no value of a reader's stands there.
    const placeholder = `{${parameter.name}}`;
    const value = typed ?? '';
    const optional = holes && !parameter.required ? { optional: hole } : {};
    const plain = isPlain(parameter);
    switch (parameter.in) {
      case 'path': {
        const raw = plain && !parameter.style;
        const sent = raw && holes ? value.toString() : pathSent(parameter, value);
        const shown = isEmpty(typed) ? placeholder : sent;
        path.set(parameter.name, place(hole, shown, raw ? {} : { shape: 'array' }));
        break;
      }
      case 'query':
        for (const pair of isEmpty(typed) && holes
          ? [{ name: encodeQueryValue(parameter.name), value: placeholder }]
          : querySent(parameter, value)) {
          const inHole = holes && plain && !parameter.allowReserved;
          const shown = isEmpty(typed) ? placeholder : value.toString();
          query.push({
            name: pair.name,
            value: inHole ? place(hole, shown, parameter) : [pair.value],
            ...(holes && !inHole && { run: hole }),
            ...optional,
          });
        }
        break;
      case 'header':
        headers.push({
          name: parameter.name,
          value: place(hole, isEmpty(typed) && holes ? placeholder : headerSent(parameter, value), {}),
          ...optional,
        });
        break;
      case 'cookie':
        for (const pair of cookiesSent(parameter, isEmpty(typed) && holes ? placeholder : value)) {
          const shown = isEmpty(typed) ? placeholder : value.toString();
          const inHole = holes && plain;
          cookies.push({ name: pair.name, value: inHole ? place(hole, shown, {}) : [pair.value], ...optional });
        }
    }
  }
  return {
    method: operation.method.toUpperCase(),
    origin: [values.server],
    path: buildPath(operation.path, path),
    query,
    headers,
    cookies,
    ...(values.authorization && { authorization: values.authorization }),
    body: buildBody(operation.body, values, holes),
    ...(operation.answer && { answer: operation.answer }),
  };
}

/** @returns what is put into the holes of the operation's samples (`fillHoles`) */
export function holeValues(operation: OperationDescription, values: TypedValues): Map<string, string> {
  const filled = new Map<string, string>();
  for (const [hole, parameter] of parameterHoles(operation.parameters)) {
    const value = values.parameters.get(hole);
    if (isEmpty(value)) continue;
    const raw = isPlain(parameter) && !parameter.allowReserved && (parameter.in !== 'path' || !parameter.style);
    if (parameter.in === 'cookie' && !isPlain(parameter)) continue;
    if (parameter.in === 'header') filled.set(hole, headerSent(parameter, value));
    else if (raw) filled.set(hole, value.toString());
    else if (parameter.in === 'path') filled.set(hole, pathSent(parameter, value));
    else if (parameter.in === 'query') {
      filled.set(hole, querySent(parameter, value).map((pair) => `${pair.name}=${pair.value}`).join('&'));
    }
  }
  for (const [name, value] of values.fields ?? []) if (typeof value === 'string' && value) filled.set(name, value);
  if (values.body) filled.set('', values.body);
  return filled;
}
