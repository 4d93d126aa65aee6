/** The names that an expression in MDX may use. */
import type { MdxFile } from './context.ts';

/** What MDX and Astro define in every file. */
const given = new Set(['frontmatter', 'props', 'url', 'file', 'getHeadings', 'undefined', 'arguments']);

export const isKnownName = (name: string, { scope, components }: Pick<MdxFile, 'scope' | 'components'>): boolean =>
  scope.names.has(name) || given.has(name) || name in globalThis || name === 'Fragment' || components.has(name);

/** For “did you mean”. */
export const knownNames = ({ scope }: Pick<MdxFile, 'scope'>): string[] => [...scope.names, ...given];
