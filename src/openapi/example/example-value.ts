/** An example of a schema's value: what the description gives, else one made up. */
import type { Schema } from '../schema-model.ts';
import { isMap } from '../files/description-file.ts';
import type { Direction } from '../render/row-plan.ts';

/** Objects in one another. */
const MAX_DEPTH = 5;
/** Values of one example: nobody reads more of what is made up. */
const MAX_VALUES = 50;

interface Making {
  direction: Direction;
  /** Keys of schemas around this one. */
  path: readonly string[];
  /** Values that may still be made. */
  left: { count: number };
}

/** @returns undefined where nothing can be said of it */
export function exampleValue(schema: Schema, direction: Direction): unknown {
  return valueOf(schema, { direction, path: [], left: { count: MAX_VALUES } });
}

function valueOf(schema: Schema, making: Making): unknown {
  making.left.count--;
  if (schema.const) return schema.const.value;
  const [example] = schema.examples;
  if (example !== undefined && !(example === null && schema.types.includes('object')))
    return example;
  if (schema.default && schema.default.value !== null) return schema.default.value;
  const allowed = schema.enum?.find((value) => value !== null);
  if (allowed !== undefined) return allowed;
  if (making.path.includes(schema.key) || making.path.length > MAX_DEPTH || making.left.count < 0)
    return schema.types.includes('array') ? [] : schema.types.includes('object') ? {} : undefined;
  return made(schema, { ...making, path: [...making.path, schema.key] });
}

function made(schema: Schema, making: Making): unknown {
  const [choice] = schema.choices();
  const [first] = choice?.alternatives ?? [];
  if (
    schema.properties().length > 0 ||
    schema.types[0] === 'object' ||
    typeof schema.additional() === 'object'
  ) {
    const own = objectOf(schema, making);
    if (!first) return own;
    const chosen = valueOf(first.schema, making);
    const property = schema.discriminator?.property;
    const value = first.values[0];
    const object = { ...own, ...(isMap(chosen) ? chosen : {}) };
    return property && value !== undefined ? { ...object, [property]: value } : object;
  }
  if (first) {
    const chosen = valueOf(first.schema, making);
    const property = schema.discriminator?.property;
    return property && isMap(chosen) && first.values[0] !== undefined
      ? { ...chosen, [property]: first.values[0] }
      : chosen;
  }
  const tuple = schema.prefixItems();
  if (tuple.length > 0) return tuple.map((item) => valueOf(item, making) ?? null);
  if (schema.types[0] === 'array') return listOf(schema, making);
  return scalar(schema);
}

function objectOf(schema: Schema, making: Making): object {
  const entries: [string, unknown][] = [];
  for (const { name, required, schema: inner } of schema.properties()) {
    if (
      (making.direction === 'request' && inner.readOnly) ||
      (making.direction === 'response' && inner.writeOnly)
    )
      continue;
    if (making.left.count < 0 && !required) continue;
    // What is deprecated is not shown to newcomers, unless it is needed.
    if (inner.deprecated && !required) continue;
    const value = valueOf(inner, making);
    if (value !== undefined) entries.push([name, value]);
  }
  const additional = schema.additional();
  if (typeof additional === 'object' && making.left.count >= 0) {
    const value = valueOf(additional, making);
    if (value !== undefined) entries.push(['key', value]);
  }
  return Object.fromEntries(entries);
}

function listOf(schema: Schema, making: Making): unknown[] {
  const items = schema.items();
  const value = items && valueOf(items, making);
  const least = Number(schema.constraints.find(([word]) => word === 'minItems')?.[1] ?? 1);
  return value === undefined
    ? []
    : Array.from({ length: Math.min(3, Math.max(1, least)) }, () => value);
}

/** By RFC 3339 and the registry of formats. */
const byFormat: Record<string, unknown> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T09:30:00Z',
  time: '09:30:00Z',
  duration: 'P1D',
  email: 'name@example.com',
  'idn-email': 'name@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com',
  url: 'https://example.com',
  iri: 'https://example.com',
  'uri-reference': '/path',
  'iri-reference': '/path',
  'uri-template': '/path/{id}',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  'json-pointer': '/a/b',
  regex: '^.*$',
  byte: 'ZXhhbXBsZQ==',
  binary: 'file',
  password: 'secret',
};

function scalar(schema: Schema): unknown {
  const given = new Map(schema.constraints);
  switch (schema.types[0]) {
    case 'string':
    case 'file':
      return text(schema, given);
    case 'integer':
      return number(given, 1, 1);
    case 'number':
      return number(given, 1.5, 0.5);
    case 'boolean':
      return true;
    case undefined:
      return schema.nullable ? null : undefined;
    default:
      return undefined;
  }
}

function text({ format, title }: Schema, given: ReadonlyMap<string, unknown>): string {
  if (Object.hasOwn(byFormat, format)) return String(byFormat[format]);
  const pattern = given.get('pattern');
  // No value is made up from a pattern but plain runs of digits or letters: a wrong one is worse
  // than none.
  const plain =
    typeof pattern === 'string' ? /^\^?(?:\\d|\[0-9\])\{(\d{1,2})\}\$?$/.exec(pattern) : null;
  if (plain) return '1234567890'.repeat(10).slice(0, Number(plain[1]));
  const least = Number(given.get('minLength') ?? 0);
  const most = Number(given.get('maxLength') ?? 1000);
  const word =
    title && title.length <= 20 && /^[\w ]+$/.test(title) ? title.toLowerCase() : 'string';
  return word.padEnd(Math.min(least, 64), 'x').slice(0, Math.max(most, 0));
}

function number(given: ReadonlyMap<string, unknown>, plain: number, step: number): number {
  const bound = (word: string): number | undefined =>
    typeof given.get(word) === 'number' ? Number(given.get(word)) : undefined;
  const [least, most] = [bound('minimum'), bound('maximum')];
  const [above, below] = [bound('exclusiveMinimum'), bound('exclusiveMaximum')];
  const multiple = bound('multipleOf');
  const from =
    above !== undefined
      ? above + step
      : given.get('exclusiveMinimum') === true && least !== undefined
        ? least + step
        : least;
  const start =
    multiple !== undefined && multiple > 0
      ? Math.ceil((from ?? multiple) / multiple) * multiple
      : (from ?? plain);
  if (most !== undefined && start > most) return most;
  return below !== undefined && start >= below ? below - step : start;
}
