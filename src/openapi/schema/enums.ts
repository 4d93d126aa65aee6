/**
 * Descriptions of an enum's values: no word of the standard has them, so there are several of its
 * users.
 */
import { isMap, type Node } from '../files/description-file.ts';
import type { Flat, SchemaContext } from './flat.ts';

/** Values in JSON, strings as they are: the same text as a row shows. */
export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));

/**
 * By value: `x-enumDescriptions: {a: …}`; beside the values: `x-enum-descriptions: […]`,
 * `x-enum-varnames: […]`.
 */
const words = [
  'x-enumDescriptions',
  'x-enum-descriptions',
  'x-enum-description',
  'x-enumdescriptions',
  'x-enum-varnames',
  'x-enumNames',
];

export function enumDescriptions(
  from: ReadonlyMap<string, Node>,
  values: readonly unknown[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const told = from.get(word)?.value;
    if (Array.isArray(told))
      for (const [index, value] of values.entries()) {
        const text: unknown = told[index];
        if (typeof text === 'string' && !isSameWord(text, value) && !found.has(valueText(value)))
          found.set(valueText(value), text);
      }
    else if (isMap(told))
      for (const [value, text] of Object.entries(told))
        if (typeof text === 'string' && !found.has(value)) found.set(value, text);
  }
  return found;
}

/** `NO_DATA` of `No Data` tells a reader nothing. */
const isSameWord = (text: string, value: unknown): boolean =>
  typeof value === 'string' && letters(text) === letters(value) && letters(text) !== '';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `oneOf: [{const: a, description: …}, …]` is an enum whose values are described. */
export function annotatedEnum(
  { choices }: Flat,
  { references }: SchemaContext,
): { values: unknown[]; descriptions: Map<string, string> } | undefined {
  const [group] = choices;
  if (!group || choices.length > 1) return undefined;
  const values: unknown[] = [];
  const descriptions = new Map<string, string>();
  for (const schema of group.schemas) {
    const node = references.follow(schema);
    if (!node || !isMap(node.value)) return undefined;
    const { value } = node;
    const [only, more] = Array.isArray(value['enum']) ? (value['enum'] as unknown[]) : [];
    const isConst = Object.hasOwn(value, 'const');
    if (
      Object.hasOwn(value, 'properties') ||
      (!isConst && (only === undefined || more !== undefined))
    )
      return undefined;
    const constant = isConst ? value['const'] : only;
    if (typeof constant === 'object' && constant !== null) return undefined;
    values.push(constant);
    const text = [value['title'], value['description']].filter(
      (part) => typeof part === 'string' && part !== constant,
    );
    if (text.length > 0) descriptions.set(valueText(constant), text.join(': '));
  }
  return { values, descriptions };
}
