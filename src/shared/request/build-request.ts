/**
 * A request from what an operation describes and what a reader has typed: for samples with holes in
 * place of values, and for "try it", which sends it. Browser-safe.
 */
import { type BodyDescription, buildBody, isEmpty, type TypedBody } from './build-body.ts';
import type { Authorization, HttpRequest } from '../http-request.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import {
  cookieFields,
  headerField,
  holeValue,
  pathPlace,
  type PlacedParameter,
  queryFields,
} from './parameter-fields.ts';
import { encodePathValue } from '../percent-encoding.ts';
import type { Template } from '../template.ts';

export interface OperationDescription {
  method: string;
  /** As it is described: `/players/{id}`. */
  path: string;
  parameters: Parameter[];
  body?: BodyDescription;
  answer?: 'json';
}

/** What a reader has typed, or the examples that samples show. */
export interface TypedValues extends TypedBody {
  /** The server's URL, its variables filled in, without a slash at the end. */
  server: string;
  /** By the names that `parameterHoles` gives. */
  parameters: ReadonlyMap<string, ParameterValue>;
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

/** Names the holes of a form's fields; beside a parameter of that name it is `body-name`. */
const fieldHole =
  ({ parameters }: OperationDescription) =>
  (field: string): string =>
    parameters.some(({ name }) => name === field) ? `body-${field}` : field;

/** The described path with its placeholders replaced; what is no parameter stays as it is. */
function buildPath(path: string, places: ReadonlyMap<string, Template>): Template {
  return path.split(/(\{[^{}]*\})/).flatMap((piece): Template => {
    if (!piece) return [];
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    const placed = name === undefined ? undefined : places.get(name);
    return placed ?? [piece.split('/').map(encodePathValue).join('/')];
  });
}

/**
 * Puts a request together. What is optional and empty is not sent.
 *
 * @param options.holes for samples: each value is a hole that shows it; what is optional and empty
 *   is an optional part of the sample, there when it is typed
 */
export function buildRequest(
  operation: OperationDescription,
  values: TypedValues,
  { holes = false }: { holes?: boolean } = {},
): HttpRequest {
  const placed = [...parameterHoles(operation.parameters)]
    .map(([hole, parameter]): PlacedParameter => {
      const value = values.parameters.get(hole);
      return { parameter, ...(!isEmpty(value) && { value }), ...(holes && { hole }) };
    })
    .filter(({ parameter, value }) => holes || value !== undefined || parameter.required);
  const inPlace = (place: Parameter['in']) =>
    placed.filter(({ parameter }) => parameter.in === place);
  const path = new Map(inPlace('path').map((each) => [each.parameter.name, pathPlace(each)]));
  return {
    method: operation.method.toUpperCase(),
    origin: [values.server],
    path: buildPath(operation.path, path),
    query: inPlace('query').flatMap(queryFields),
    headers: inPlace('header').map(headerField),
    cookies: inPlace('cookie').flatMap(cookieFields),
    ...(values.authorization && { authorization: values.authorization }),
    body: buildBody(operation.body, values, holes ? fieldHole(operation) : undefined),
    ...(operation.answer && { answer: operation.answer }),
  };
}

/** @returns what is put into the holes of the operation's samples (`fillHoles`) */
export function holeValues(
  operation: OperationDescription,
  values: TypedValues,
): Map<string, string> {
  const filled = new Map<string, string>();
  for (const [name, value] of values.fields ?? []) {
    if (typeof value === 'string' && value) filled.set(fieldHole(operation)(name), value);
  }
  for (const [hole, parameter] of parameterHoles(operation.parameters)) {
    const value = values.parameters.get(hole);
    const text = isEmpty(value) ? undefined : holeValue(parameter, value);
    if (text !== undefined) filled.set(hole, text);
  }
  if (values.body) filled.set('', values.body);
  return filled;
}
