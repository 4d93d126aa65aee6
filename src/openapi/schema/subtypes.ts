/** Subtypes that no `oneOf` lists: they say themselves what they extend, or a mapping names them. */
import { entries, field, isMap, items, keyOf, type Node } from '../files/description-file.ts';
import { References } from '../files/references.ts';
import type { SchemaNames } from './names.ts';

/**
 * @returns by the key of the schema that is extended, in the order of the description: what is
 *   `allOf: [{$ref: Pet}, …]`, then what `discriminator.mapping` of `Pet` leads to besides
 */
export function subtypesOf(names: SchemaNames, references: References): Map<string, Node[]> {
  const found = new Map<string, Map<string, Node>>();
  const add = (base: string, subtype: Node): void => {
    const key = keyOf(subtype);
    if (key === base) return;
    const known = found.get(base) ?? new Map<string, Node>();
    found.set(base, known.set(key, subtype));
  };
  const all = names.all.filter(({ node }) => isMap(node.value));
  for (const { node } of all)
    for (const part of items(field(node, 'allOf'))) {
      const target = References.of(part) === undefined ? undefined : references.target(part);
      const base = target && names.keyOf(target);
      if (base !== undefined) add(base, node);
    }
  for (const { node } of all) {
    const discriminator = field(node, 'discriminator');
    for (const [, value] of entries(discriminator && field(discriminator, 'mapping'))) {
      const target = mapped(value, references);
      const key = target && names.keyOf(target);
      const named = key === undefined ? undefined : names.byKey.get(key);
      if (named) add(keyOf(node), named.node);
    }
  }
  return new Map([...found].map(([base, subtypes]) => [base, [...subtypes.values()]]));
}

/** A mapping's value is a schema's name, or a reference without the word. */
function mapped(value: Node, references: References): Node | undefined {
  if (typeof value.value !== 'string') return undefined;
  const isName = /^[\w.-]+$/.test(value.value) && !/\.(?:ya?ml|json)$/i.test(value.value);
  const $ref = isName ? `#/components/schemas/${value.value}` : value.value;
  return references.peek({ ...value, value: { $ref } });
}
