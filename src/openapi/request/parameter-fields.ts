/** How a parameter's value is written into a request: OpenAPI's `style` and `explode`. */
import type { Parameter } from '../model.ts';
import { exampleValue } from '../example/example-value.ts';
import { valueText } from '../schema/enums.ts';
import type { QueryField } from '../../shared/http-request.ts';
import {
  encodePathValue,
  encodeQueryValue,
  encodeReservedValue,
} from '../../shared/percent-encoding.ts';
import type { Template } from '../../shared/template.ts';

/**
 * A value that the description gives, or lists and objects that are made up; undefined: a
 * placeholder stands there.
 */
export function shownValue({ examples, schema, media }: Parameter): unknown {
  const given = examples.find(({ value }) => value !== undefined)?.value;
  if (given !== undefined) return given;
  const [content] = media;
  const described = schema ?? content?.schema;
  const contentExample = content?.examples.find(({ value }) => value !== undefined)?.value;
  if (contentExample !== undefined) return contentExample;
  if (!described) return undefined;
  const isGiven =
    described.examples.length > 0 ||
    described.default ||
    described.const ||
    (described.enum?.length ?? 0) > 0;
  const isMade =
    described.types.includes('array') ||
    described.types.includes('object') ||
    content !== undefined;
  return isGiven || isMade ? exampleValue(described, 'request') : undefined;
}

/** The place of a name without a value. */
const placeholder = (name: string): string => `{${name.replace(/[^\w.-]+/g, '_')}}`;

export const holeOf = (name: string, shown: string | undefined): Template => [
  { hole: name, shown: shown === undefined ? placeholder(name) : shown },
];

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);

/** `1,2`, `a,1,b,2`, or with `explode` `a=1,b=2`. */
function flat(
  value: unknown,
  separator: string,
  explode: boolean,
  encode: (text: string) => string,
): string {
  if (isList(value)) return value.map((one) => encode(valueText(one))).join(separator);
  if (!isObject(value)) return encode(valueText(value));
  return Object.entries(value)
    .map(([key, one]) => `${encode(key)}${explode ? '=' : separator}${encode(valueText(one))}`)
    .join(separator);
}

/** A value within a path: `simple`, `label` or `matrix`. */
export function pathValue(parameter: Parameter): Template {
  const value = shownValue(parameter);
  const { name, style = 'simple', explode = false } = parameter;
  const shown =
    value === undefined
      ? undefined
      : flat(value, style === 'label' && explode ? '.' : ',', explode, encodePathValue);
  const hole = holeOf(name, shown);
  if (style === 'label') return ['.', ...hole];
  return style === 'matrix' ? [`;${name}=`, ...hole] : hole;
}

/** A value of a header or a cookie. */
export function plainValue(parameter: Parameter): Template {
  const value = shownValue(parameter);
  const shown =
    value === undefined
      ? undefined
      : parameter.media.length > 0
        ? JSON.stringify(value)
        : flat(value, ',', parameter.explode ?? false, String);
  return holeOf(parameter.name, shown);
}

const separators: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '|' };

/** The fields of a query that a parameter becomes. */
export function queryFields(parameter: Parameter): QueryField[] {
  const { name, style = 'form', allowReserved, media } = parameter;
  const explode = parameter.explode ?? style === 'form';
  const encode = allowReserved ? encodeReservedValue : encodeQueryValue;
  const sentName = encodeName(name);
  const value = shownValue(parameter);
  if (value === undefined) return [{ name: sentName, value: holeOf(name, undefined) }];
  if (media.length > 0)
    return [
      {
        name: sentName,
        value: holeOf(name, encode(typeof value === 'string' ? value : JSON.stringify(value))),
      },
    ];
  if (isObject(value) && style === 'deepObject')
    return run(name, deepPairs(sentName, value, encode));
  if (isObject(value) && explode)
    return run(
      name,
      Object.entries(value).map(([key, one]) => [encodeQueryValue(key), encode(valueText(one))]),
    );
  if (isList(value) && explode)
    return run(
      name,
      value.map((one) => [sentName, encode(valueText(one))]),
    );
  return [
    { name: sentName, value: holeOf(name, flat(value, separators[style] ?? ',', false, encode)) },
  ];
}

/** Brackets of a name are sent as they are: servers expect them so, and all clients do. */
const encodeName = (name: string): string =>
  encodeQueryValue(name).replaceAll('%5B', '[').replaceAll('%5D', ']');

function deepPairs(
  name: string,
  value: Record<string, unknown>,
  encode: (text: string) => string,
): [string, string][] {
  return Object.entries(value).flatMap(([key, one]): [string, string][] => {
    const inner = `${name}[${encodeQueryValue(key)}]`;
    if (isObject(one)) return deepPairs(inner, one, encode);
    return isList(one)
      ? one.map((item): [string, string] => [inner, encode(valueText(item))])
      : [[inner, encode(valueText(one))]];
  });
}

/** One parameter that becomes several fields: they are one hole. */
const run = (name: string, pairs: [string, string][]): QueryField[] =>
  pairs.map(([field, value]) => ({
    name: field,
    value: [value],
    ...(pairs.length > 1 && { run: name }),
  }));
