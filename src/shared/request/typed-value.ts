/** What stands in a field of "try it", as the builder of requests takes it. Browser-safe. */
import type { TypedValues } from './build-request.ts';
import type { BodyDescription } from './build-body.ts';
import type { ParameterValue } from './parameter.ts';
import type { TryItBody, TryItField } from './try-it.ts';

/** Items of a list: of a JSON array, else one a line. */
export function listOf(text: string): string[] {
  const list = parsed(text);
  return Array.isArray(list) ? list.map(itemText) : text.split('\n').filter(Boolean);
}

const itemText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns one text, the items of a list, or the entries of an object */
export function valueOf({ shape }: Pick<TryItField, 'shape'>, text: string): ParameterValue {
  if (shape === 'array') return listOf(text);
  if (shape !== 'object' || !text) return text;
  const entries = Object.entries<unknown>(Object(parsed(text)));
  return entries.map(([name, value]): [string, string] => [name, itemText(value)]);
}

/** An object with the members that have a value; numbers and JSON stand as they are typed. */
export function objectText(members: readonly (readonly [TryItField, string])[]): string {
  const lines = members
    .filter(([{ required }, text]) => text !== '' || required)
    .map(([{ name, kind }, text]) => `  ${JSON.stringify(name)}: ${memberText(kind, text)}`);
  return lines.length ? `{\n${lines.join(',\n')}\n}` : '{}';
}

const memberText = (kind: TryItField['kind'], text: string): string =>
  kind === undefined || !text ? JSON.stringify(text) : text.trim().replaceAll('\n', '\n  ');

/** A body with what is typed for it. */
export interface TypedForm extends Pick<TypedValues, 'body' | 'fields'> {
  described: BodyDescription;
}

/**
 * @param texts what stands in the fields, in their order; of a body that is one text, that text
 */
export function typedForm(body: TryItBody, texts: readonly string[]): TypedForm {
  const { kind, type, required = false, fields = [] } = body;
  if (kind === 'form' || kind === 'multipart')
    return {
      described: { kind, type, fields, required },
      fields: new Map(fields.map((one, index) => [one.name, valueOf(one, texts[index] ?? '')])),
    };
  const members = fields.map((one, index) => [one, texts[index] ?? ''] as const);
  const text = body.fields ? objectText(members) : (texts[0] ?? '');
  const isNothing = text === '' || (body.fields && text === '{}' && !required);
  return { described: { kind, type, required }, ...(!isNothing && { body: text }) };
}
