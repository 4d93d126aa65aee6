/** OpenAPI's styles as what stands before, around and between the entries of a value. */
import {
  encodeFormValue,
  encodePathValue,
  encodeQueryValue,
} from '../../shared/percent-encoding.ts';
import type {
  Sending,
  TryItOperation,
  TryItParameter,
  TryItScheme,
} from '../../shared/request/try-it.ts';

export interface Style {
  in: TryItParameter['in'] | 'form';
  name: string;
  /** What a value of it is: one text, several, or names with texts. Undefined: one text. */
  shape?: 'array' | 'object' | undefined;
  /** Undefined: `simple` in path and header, `form` in query, form and cookie. */
  style?: string | undefined;
  /** Undefined: true for `form` and `deepObject`, else false. */
  explode?: boolean | undefined;
  /** Reserved characters of a query value stay as they are. */
  allowReserved?: boolean | undefined;
}

const encoders = { query: encodeQueryValue, form: encodeFormValue, path: encodePathValue };
const delimiters: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

/** @returns how values of a parameter or a field are sent */
export function sendingOf({
  in: place,
  name,
  shape,
  style,
  explode,
  allowReserved,
}: Style): Sending {
  const isPlain = place === 'path' || place === 'header';
  const own = style || (isPlain ? 'simple' : 'form');
  const isSpread = explode ?? (own === 'form' || own === 'deepObject');
  const encode = place === 'query' && allowReserved ? 'reserved' : place;
  const key = place in encoders ? encoders[place as 'path'](name) : name;
  const join = (start: string, item: string, between: string): Sending => ({
    ...(shape && { shape }),
    ...{ join: [start, item, between], encode },
  });
  /** All entries in one value. */
  const inOne = (start: string, between: string): Sending =>
    join(start, shape === 'object' ? `{k}${between}{v}` : '{v}', between);
  const pair = isSpread && shape === 'object' ? '{k}={v}' : '{v}';
  if (isPlain) {
    if (own === 'label') return isSpread ? join('.', pair, '.') : inOne('.', ',');
    if (own === 'matrix')
      return isSpread && shape
        ? join('', shape === 'object' ? `;${pair}` : `;${key}={v}`, '')
        : inOne(`;${key}=`, ',');
    return isSpread ? join('', pair, ',') : inOne('', ',');
  }
  if (shape === 'object' && own === 'deepObject') {
    const [open, close] = place === 'cookie' ? '[]' : ['%5B', '%5D'];
    return { ...join('', `${key}${open}{k}${close}={v}`, '&'), deep: true };
  }
  const between = place === 'cookie' ? '; ' : '&';
  if (!shape || isSpread) return join('', shape === 'object' ? pair : `${key}={v}`, between);
  return inOne(`${key}=`, delimiters[own] ?? (place === 'form' ? '%2C' : ','));
}

/**
 * Names the holes of an operation in its samples: a parameter's name; where an earlier one has that
 * name, with its place before it (`query-id`, `body-id`).
 */
export function nameHoles(operation: TryItOperation): TryItOperation {
  const taken = new Set<string>();
  for (const one of operation.parameters) {
    if (taken.has(one.name)) one.hole = `${one.in}-${one.name}`;
    taken.add(one.name);
  }
  for (const field of operation.bodies?.flatMap(({ fields = [] }) => fields) ?? [])
    if (taken.has(field.name)) field.hole = `body-${field.name}`;
  return operation;
}

/** A key that a request carries at one place. */
export const keyScheme = (
  name: string,
  place: 'header' | 'query' | 'cookie',
  field: string,
): TryItScheme => ({
  ...{ name, kind: 'key' },
  parameter: { in: place, name: field, ...sendingOf({ in: place, name: field }) },
});
