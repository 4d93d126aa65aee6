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
  const inner = (one: Schema | undefined): string => (one ? signature(one, depth + 1) : '');
  const additional = schema.additional();
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
    schema.required,
    schema.bases,
    schema.properties().map((one) => [one.name, inner(one.schema)]),
    inner(schema.items()),
    schema.prefixItems().map(inner),
    typeof additional === 'object' ? inner(additional) : additional,
    schema.patternProperties().map((one) => [one.pattern, inner(one.schema)]),
    schema
      .choices()
      .map(({ kind, alternatives }) => [kind, alternatives.map((one) => inner(one.schema))]),
    schema.others().map((one) => [one.keyword, inner(one.schema)]),
  ]);
}
