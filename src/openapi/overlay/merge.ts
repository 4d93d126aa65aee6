/** How an update is merged into what it changes. */
import { isMap } from '../files/description-file.ts';

/** Objects are merged key by key, lists grow at their end, anything else is replaced. */
export function merged(old: unknown, update: unknown): unknown {
  if (Array.isArray(old)) return Array.isArray(update) ? [...old, ...update] : [...old, update];
  if (!isMap(old) || !isMap(update)) return update;
  const both = new Map(Object.entries(old));
  for (const [key, value] of Object.entries(update))
    both.set(key, both.has(key) ? merged(both.get(key), value) : value);
  return Object.fromEntries(both);
}
