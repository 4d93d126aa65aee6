/** Which values of a discriminator choose a schema. */
import { entries, type Node } from '../files/description-file.ts';

/** @param name of the schema; without a mapping that names it, the value is the name itself */
export function discriminatorValues(
  discriminator: Node | undefined,
  name: string | undefined,
): string[] {
  if (!discriminator || name === undefined) return [];
  const mapping = typeof discriminator.value === 'string' ? undefined : discriminator;
  const found: string[] = [];
  for (const [key, holder] of entries(mapping))
    if (key === 'mapping')
      for (const [value, target] of entries(holder))
        if (typeof target.value === 'string' && lastOf(target.value) === name) found.push(value);
  return found.length > 0 ? found : [name];
}

/** `#/components/schemas/Cat`, `schemas/Cat.yaml`, `Cat` → `Cat`. */
const lastOf = (reference: string): string =>
  reference
    .split('/')
    .at(-1)!
    .replace(/\.(?:ya?ml|json)$/i, '');
