/** Subtypes that only say themselves what they are of: `Cat: {allOf: [{$ref: Pet}, …]}`. */
import { field, isMap, items, keyOf, type Node } from '../files/description-file.ts';
import { References } from '../files/references.ts';
import type { SchemaNames } from './names.ts';

/** @returns by the key of the schema that is extended, in the order of the description */
export function subtypesOf(names: SchemaNames, references: References): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  for (const { node } of names.all) {
    if (!isMap(node.value)) continue;
    for (const part of items(field(node, 'allOf'))) {
      const target = References.of(part) === undefined ? undefined : references.target(part);
      const base = target && names.keyOf(target);
      if (base !== undefined && base !== keyOf(node))
        found.set(base, [...(found.get(base) ?? []), node]);
    }
  }
  return found;
}
