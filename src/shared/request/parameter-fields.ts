/** A parameter's place in a request: its value as it is sent, or a hole. Browser-safe. */
import type { Field, QueryField } from '../http-request.ts';
import {
  cookiesSent,
  headerSent,
  isPlain,
  type Parameter,
  type ParameterValue,
  pathSent,
  querySent,
} from './parameter.ts';
import { encodeQueryValue } from '../percent-encoding.ts';
import type { Template } from '../template.ts';

/** A parameter with what is known of its value. */
export interface PlacedParameter {
  parameter: Parameter;
  /** Undefined where nothing is typed, and no example is given. */
  value?: ParameterValue;
  /** Name of the hole that it becomes; undefined: the value itself stands in the request. */
  hole?: string;
}

/** Shown in a hole until there is a value. */
const placeholder = ({ parameter }: PlacedParameter): string => `{${parameter.name}}`;

/** What a hole encodes on its own when it is filled; anything else is filled in its sent form. */
const isRaw = ({ in: place, style, allowReserved, shape }: Parameter): boolean =>
  shape === undefined &&
  !allowReserved &&
  (place !== 'path' || style === undefined || style === 'simple');

const optional = ({ parameter, hole }: PlacedParameter): { optional?: string } =>
  hole !== undefined && !parameter.required ? { optional: hole } : {};

/** A hole that shows the example, or the value as it is sent. */
function place(placed: PlacedParameter, sent: string): Template {
  const { parameter, value, hole } = placed;
  if (hole === undefined) return [sent];
  const raw = isRaw(parameter);
  const shown = value === undefined ? placeholder(placed) : raw ? String(value) : sent;
  return [{ hole, shown, ...(!raw && { sent: true }) }];
}

/** @returns what stands in the path; what is required there and missing stays a placeholder */
export function pathPlace(placed: PlacedParameter): Template {
  if (placed.value === undefined && placed.hole === undefined) return [placeholder(placed)];
  return place(placed, pathSent(placed.parameter, placed.value ?? ''));
}

export function queryFields(placed: PlacedParameter): QueryField[] {
  const { parameter, value, hole } = placed;
  const inHole = hole !== undefined && isRaw(parameter);
  const pairs =
    value === undefined && hole !== undefined
      ? [{ name: encodeQueryValue(parameter.name), value: placeholder(placed) }]
      : querySent(parameter, value ?? '');
  return pairs.map((pair) => ({
    name: pair.name,
    value: inHole ? place(placed, pair.value) : [pair.value],
    ...(hole !== undefined && !inHole && { run: hole }),
    ...optional(placed),
  }));
}

export const headerField = (placed: PlacedParameter): Field => {
  const sent = headerSent(placed.parameter, placed.value ?? '');
  const shown = placed.value === undefined ? placeholder(placed) : sent;
  const value: Template = placed.hole === undefined ? [sent] : [{ hole: placed.hole, shown }];
  return { name: placed.parameter.name, value, ...optional(placed) };
};

export function cookieFields(placed: PlacedParameter): Field[] {
  const { parameter, value, hole } = placed;
  const inHole = hole !== undefined && isPlain(parameter);
  return cookiesSent(parameter, value ?? '').map((pair) => ({
    name: pair.name,
    value: inHole ? place(placed, pair.value) : [pair.value],
    ...optional(placed),
  }));
}

/**
 * @returns what is put into the parameter's hole; undefined where it has none (a list of cookies,
 *   whose number changes)
 */
export function holeValue(parameter: Parameter, value: ParameterValue): string | undefined {
  if (parameter.in === 'header') return headerSent(parameter, value);
  if (isRaw(parameter)) return String(value);
  if (parameter.in === 'path') return pathSent(parameter, value);
  if (parameter.in === 'cookie') return undefined;
  return querySent(parameter, value)
    .map((pair) => `${pair.name}=${pair.value}`)
    .join('&');
}
