/** Parameters as OpenAPI describes them, and how their values are sent (styles). Browser-safe. */
import {
  encodeCookieValue,
  encodePathValue,
  encodeQueryValue,
  encodeReservedValue,
} from '../percent-encoding.ts';

export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject';

export interface Parameter {
  in: 'path' | 'query' | 'header' | 'cookie';
  name: string;
  /** What a value of it is: one text, several, or names with texts. Undefined: one text. */
  shape?: 'array' | 'object';
  /** Undefined: `simple` in path and header, `form` in query and cookie. */
  style?: ParameterStyle;
  /** Undefined: true for `form` and `deepObject`, else false. */
  explode?: boolean;
  /** Reserved characters of a query value stay as they are. */
  allowReserved?: boolean;
  required?: boolean;
}

/** What a reader has typed: a text, the texts of a list, or the entries of an object. */
export type ParameterValue =
  | string
  | readonly string[]
  | readonly (readonly [name: string, value: string])[];

/** One field of a query or a form: `name=item,item`. */
export interface Pair {
  name: string;
  items: string[];
  delimiter: string;
}

const isText = (item: string | readonly [string, string]): item is string =>
  typeof item === 'string';

/** @returns the items of a list; an object gives names and values in turn */
const flat = (value: ParameterValue): string[] =>
  typeof value === 'string'
    ? [value]
    : value.flatMap((item) => (isText(item) ? [item] : [...item]));

const entriesOf = (value: ParameterValue): (readonly [string, string])[] =>
  typeof value === 'string' ? [] : value.flatMap((item) => (isText(item) ? [] : [item]));

/** @returns the style and whether a value is spread, as the description or OpenAPI has it */
export function styleOf({ in: place, style, explode }: Parameter): {
  style: ParameterStyle;
  explode: boolean;
} {
  const own = style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  return { style: own, explode: explode ?? (own === 'form' || own === 'deepObject') };
}

const delimiters: Partial<Record<ParameterStyle, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

/** @returns the fields that a value in a query, a form or a cookie becomes, not yet encoded */
export function pairsOf(parameter: Parameter, value: ParameterValue): Pair[] {
  const { name, shape } = parameter;
  const { style, explode } = styleOf(parameter);
  const pair = (field: string, items: string[]): Pair => ({
    name: field,
    items,
    delimiter: delimiters[style] ?? ',',
  });
  if (shape === 'object' && style === 'deepObject') {
    return entriesOf(value).map(([key, item]) => pair(`${name}[${key}]`, [item]));
  }
  if (shape === 'object' && explode)
    return entriesOf(value).map(([key, item]) => pair(key, [item]));
  if (shape === 'array' && explode) return flat(value).map((item) => pair(name, [item]));
  const items = flat(value);
  return items.length ? [pair(name, items)] : [];
}

/** @returns the fields of a query as they are sent */
export function querySent(
  parameter: Parameter,
  value: ParameterValue,
): { name: string; value: string }[] {
  const encode = parameter.allowReserved ? encodeReservedValue : encodeQueryValue;
  return pairsOf(parameter, value).map(({ name, items, delimiter }) => ({
    name: encodeQueryValue(name),
    value: items.map(encode).join(delimiter),
  }));
}

/** @returns a value in a path as it is sent (RFC 6570) */
export function pathSent(parameter: Parameter, value: ParameterValue): string {
  const { style, explode } = styleOf(parameter);
  const { name, shape } = parameter;
  const spread =
    shape === 'object' && explode
      ? entriesOf(value).map(([key, item]) => `${encodePathValue(key)}=${encodePathValue(item)}`)
      : flat(value).map(encodePathValue);
  if (style === 'label') return `.${spread.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return spread.join(',');
  const key = encodePathValue(name);
  const assigned = (item: string): string => (item ? `;${key}=${item}` : `;${key}`);
  if (!explode || !shape) return assigned(spread.join(','));
  return spread.map((item) => (shape === 'object' ? `;${item}` : assigned(item))).join('');
}

/** @returns the value of a header as it is sent */
export function headerSent(parameter: Parameter, value: ParameterValue): string {
  const spread =
    parameter.shape === 'object' && styleOf(parameter).explode
      ? entriesOf(value).map(([key, item]) => `${key}=${item}`)
      : flat(value);
  return spread.join(',').replace(/[\0\r\n]+/g, ' ');
}

/** @returns cookies as they are sent */
export const cookiesSent = (
  parameter: Parameter,
  value: ParameterValue,
): { name: string; value: string }[] =>
  pairsOf(parameter, value).map(({ name, items }) => ({
    name,
    value: items.map(encodeCookieValue).join(','),
  }));

/** @returns whether the value is one text, which a hole encodes on its own */
export const isPlain = ({ shape }: Parameter): boolean => shape === undefined;
