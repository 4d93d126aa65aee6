/** Where the attributes of a schema lie. */
import type { Schema } from '../schema-model.ts';

/** What a list is made of: that is what has attributes. Keys of a map are a row `{key}`. */
export function holderOf(schema: Schema): Schema {
  let holder = schema;
  const seen = new Set<string>();
  while (
    holder.properties().length === 0 &&
    holder.choices().length === 0 &&
    !seen.has(holder.key)
  ) {
    seen.add(holder.key);
    const items = holder.items();
    if (!items) break;
    holder = items;
  }
  return holder;
}

export function hasContent(schema: Schema): boolean {
  if (schema.properties().length > 0 || schema.patternProperties().length > 0) return true;
  const additional = schema.additional();
  // A map of plain values is said by its type.
  if (typeof additional === 'object' && (hasOwn(additional) || additional.description !== ''))
    return true;
  return schema
    .choices()
    .some(({ alternatives }) => alternatives.some((one) => hasOwn(one.schema)));
}

const hasOwn = (schema: Schema): boolean => {
  const holder = holderOf(schema);
  return (
    holder.properties().length > 0 ||
    holder.choices().length > 0 ||
    typeof holder.additional() === 'object'
  );
};
