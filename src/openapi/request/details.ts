/** What a schema says of a value, as far as a field of a form can use it. */
import type { ValueDetails } from '../../shared/request/try-it.ts';
import type { Schema } from '../schema-model.ts';
import { valueText } from '../schema/enums.ts';

const kinds = new Set(['integer', 'number', 'boolean', 'array', 'object']);

/** @param given an example beside the schema */
export function detailsOf(schema: Schema | undefined, given?: unknown): ValueDetails {
  const kind = schema && kindOf(schema);
  const isMade = given === undefined || given === null;
  const shown = isMade
    ? (schema?.examples.find((one) => one !== null) ?? schema?.default?.value)
    : given;
  const told = schema?.const ? [schema.const.value] : enumOf(schema);
  const value = shown ?? (schema?.const ? schema.const.value : undefined);
  const limits = new Map(schema?.constraints);
  const number = (keyword: string): number | undefined => {
    const limit = limits.get(keyword);
    return typeof limit === 'number' ? limit : undefined;
  };
  const [minimum, maximum, maxLength] = [number('minimum'), number('maximum'), number('maxLength')];
  const pattern = patternOf(limits.get('pattern'), value);
  const values = told?.filter((one) => one !== null).map(valueText);
  return {
    ...(kind && { kind }),
    ...(values?.length && { enum: values }),
    ...(value !== undefined && value !== null && { value: fieldText(value, kind) }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(schema?.format &&
      /^(date|email|password)$/.test(schema.format) && { format: schema.format }),
  };
}

/** Some write `/…/`; a pattern that the description's own example does not match says nothing. */
function patternOf(written: unknown, value: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  const pattern = written.replace(/^\/(.*)\/[a-z]*$/s, '$1');
  try {
    const isRight = typeof value !== 'string' || new RegExp(pattern, 'u').test(value);
    return isRight ? pattern : undefined;
  } catch {
    return undefined;
  }
}

/** Of a list, its items' values are those that can be chosen. */
const enumOf = (schema: Schema | undefined): readonly unknown[] | undefined =>
  schema?.types.includes('array') ? schema.items()?.enum : schema?.enum;

/** Undefined: text. What may be of several types is typed as JSON. */
export function kindOf(schema: Schema): ValueDetails['kind'] {
  const own = schema.types.filter((type) => type !== 'null');
  if (own.length === 0)
    return schema.properties().length || schema.choices().length ? 'object' : undefined;
  if (own.length > 1) return 'object';
  return kinds.has(own[0]!) ? (own[0] as ValueDetails['kind']) : undefined;
}

const fieldText = (value: unknown, kind: ValueDetails['kind']): string =>
  kind === 'object' || typeof value === 'object'
    ? JSON.stringify(value, null, 2)
    : valueText(value);
