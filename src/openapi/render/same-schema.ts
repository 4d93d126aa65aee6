/** Schemas that say the same, though they are written twice: a body as JSON and as XML. */
import type { Schema } from '../schema-model.ts';

/**
 * Schemas in one another that are compared; deeper ones are the same only if they are the same
 * place.
 */
const MAX_DEPTH = 5;

/** @returns a text that is equal for schemas that say the same */
export function signature(schema: Schema, depth = 0): string {
  if (schema.name !== undefined || depth > MAX_DEPTH)
    return schema.key + (schema.nullable ? '?' : '');
  return JSON.stringify([
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
    ofAttributes(schema, depth),
    schema.others().map((one) => [one.keyword, signature(one.schema, depth + 1)]),
  ]);
}

const known = new WeakMap<Schema, string>();

/** @returns a text that is equal for schemas with the same attributes, whatever else they say */
export function attributesSignature(schema: Schema): string {
  let text = known.get(schema);
  if (text === undefined) known.set(schema, (text = ofAttributes(schema, 0)));
  return text;
}

function ofAttributes(schema: Schema, depth: number): string {
  const inner = (one: Schema | undefined): string => (one ? signature(one, depth + 1) : '');
  const additional = schema.additional();
  return JSON.stringify([
    schema.required,
    schema.properties().map((one) => [one.name, inner(one.schema)]),
    inner(schema.items()),
    schema.prefixItems().map(inner),
    typeof additional === 'object' ? inner(additional) : additional,
    schema.patternProperties().map((one) => [one.pattern, inner(one.schema)]),
    schema
      .choices()
      .map(({ kind, alternatives }) => [kind, alternatives.map((one) => inner(one.schema))]),
  ]);
}
