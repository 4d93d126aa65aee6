/** Schemas that say the same, though they are written twice: a body as JSON and as XML. */
import type { Schema } from '../schema-model.ts';

/**
 * Schemas in one another that are compared; deeper ones are the same only if they are the same
 * place.
 */
const MAX_DEPTH = 5;

/** @returns a text that is equal for schemas that say the same */
export const signature = (schema: Schema): string => JSON.stringify(said(schema, 0));

const known = new WeakMap<Schema, string>();

/** @returns a text that is equal for schemas with the same attributes, whatever else they say */
export function attributesSignature(schema: Schema): string {
  let text = known.get(schema);
  if (text === undefined) known.set(schema, (text = JSON.stringify(attributes(schema, 0))));
  return text;
}

/** What a schema says, as lists in one another: a text in a text would be escaped at each level. */
type Said = unknown[] | string;

const said = (schema: Schema, depth: number): Said =>
  schema.name !== undefined || depth > MAX_DEPTH
    ? schema.key + (schema.nullable ? '?' : '')
    : [
        schema.types,
        schema.nullable,
        schema.never,
        schema.format,
        schema.description,
        schema.enum,
        schema.const,
        schema.default,
        schema.constraints,
        schema.bases,
        attributes(schema, depth),
        schema.others().map((one) => [one.keyword, said(one.schema, depth + 1)]),
      ];

function attributes(schema: Schema, depth: number): Said {
  const inner = (one: Schema | undefined): Said => (one ? said(one, depth + 1) : '');
  const additional = schema.additional();
  return [
    schema.required,
    schema.properties().map((one) => [one.name, inner(one.schema)]),
    inner(schema.items()),
    schema.prefixItems().map(inner),
    typeof additional === 'object' ? inner(additional) : additional,
    schema.patternProperties().map((one) => [one.pattern, inner(one.schema)]),
    schema
      .choices()
      .map(({ kind, alternatives }) => [kind, alternatives.map((one) => inner(one.schema))]),
  ];
}
