/** Gives a heading the operation that stands under a sub-heading of it (“### HTTP Request” in Slate's own sample). */
import type { OutlineHeading } from './fragment.ts';

/**
 * A heading below the first level, without an operation of its own, and with exactly one under its sub-headings, has
 * that one: the contents and search show its method beside the title that readers know it by.
 */
export function rollUpEndpoints(outline: OutlineHeading[]): OutlineHeading[] {
  const own = outline.map(({ endpoint }) => endpoint);
  outline.forEach((heading, index) => {
    if (own[index] || heading.level === 1) return;
    let found: OutlineHeading['endpoint'];
    for (let next = index + 1; next < outline.length && outline[next]!.level > heading.level; next++) {
      const endpoint = own[next];
      if (!endpoint) continue;
      if (found && (found.method !== endpoint.method || found.path !== endpoint.path)) return;
      found = endpoint;
    }
    if (found) heading.endpoint = found;
  });
  return outline;
}
