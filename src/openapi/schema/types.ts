/** The types of a schema, told or implied. */
import type { Flat } from './flat.ts';

const implied: [type: string, words: string[]][] = [
  [
    'object',
    [
      'additionalProperties',
      'patternProperties',
      'minProperties',
      'maxProperties',
      'propertyNames',
    ],
  ],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'contentMediaType', 'contentEncoding']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** @returns without null; empty where nothing is said and nothing follows from what is said */
export function typesOf(
  { words, properties, choices }: Flat,
  values: readonly unknown[] | undefined,
): string[] {
  const told = words.get('type')?.value;
  const types =
    typeof told === 'string' ? [told] : Array.isArray(told) ? told.filter(isText).map(String) : [];
  if (types.length > 0) return [...new Set(types)].filter((type) => type !== 'null');
  if (properties.size > 0) return ['object'];
  const constant = words.get('const');
  const given = values ?? (constant ? [constant.value] : []);
  const ofValues = new Set(given.filter((value) => value !== null).map(typeOfValue));
  if (ofValues.size > 0) return [...ofValues];
  if (choices.length > 0) return [];
  return implied
    .filter(([, keywords]) => keywords.some((word) => words.has(word)))
    .map(([type]) => type)
    .slice(0, 1);
}

/** A name; YAML's null means the type of that name. */
const isText = (type: unknown): boolean => typeof type !== 'object' || type === null;

/** JSON's name for the type of a value. */
export function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
