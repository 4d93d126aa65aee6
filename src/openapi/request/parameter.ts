/** A parameter of a description as a field of "try it". */
import type { Sending, TryItParameter } from '../../shared/request/try-it.ts';
import { sendingOf } from '../../samples/request/sending.ts';
import type { Parameter } from '../model.ts';
import { shownValue } from './shown-value.ts';
import { detailsOf, kindOf } from './details.ts';

/** What other parts of a description say (OpenAPI 3, "Parameter Object"). */
const elsewhere = /^(accept|content-type|authorization)$/i;

/** The whole query: a form's fields, or one text (OpenAPI 3.2). */
const wholeQuery = (isForm: boolean): Sending =>
  isForm
    ? { shape: 'object', join: ['', '{k}={v}', '&'], encode: 'form' }
    : { join: ['', '{v}', ''], encode: 'query' };

/** @returns undefined for what is no parameter of its own */
export function parameterOf(parameter: Parameter): TryItParameter | undefined {
  const { name, in: where, schema, media } = parameter;
  if (where === 'header' && elsewhere.test(name)) return undefined;
  const isWhole = where === 'querystring';
  const place = isWhole ? 'query' : where;
  const [content] = media;
  const described = schema ?? content?.schema;
  const value = shownValue(parameter);
  const { value: _, ...details } = detailsOf(described, value);
  // What is sent as JSON is one text.
  const kind = content ? 'object' : details.kind;
  const shape = content || !described ? undefined : shapeOf(kindOf(described));
  const required = parameter.required || place === 'path';
  return {
    ...details,
    ...(kind && { kind }),
    ...(value !== undefined && value !== null && { value: textOf(value, shape) }),
    ...{ in: place, name },
    ...(isWhole
      ? wholeQuery(/form/i.test(content?.type ?? ''))
      : sendingOf({ ...parameter, in: place, shape })),
    ...(required && { required }),
  };
}

const textOf = (value: unknown, shape: string | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, shape === 'object' ? 2 : 0);

export const shapeOf = (kind: string | undefined): 'array' | 'object' | undefined =>
  kind === 'array' || kind === 'object' ? kind : undefined;
