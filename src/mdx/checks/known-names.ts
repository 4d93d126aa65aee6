/** The names that MDX may use: given, or defined by the file. */
import type { MdxFile } from '../context.ts';
import { isComponentName } from '../estree/estree.ts';

/** What MDX and Astro define in every file; what only browsers have, for handlers. */
const given = new Set([
  'frontmatter',
  'props',
  'url',
  'file',
  'getHeadings',
  'undefined',
  'arguments',
]);
const browser = new Set([
  'window',
  'document',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'alert',
]);

/** Whether an expression may use `name`. */
export const isKnownName = (name: string, { scope }: Pick<MdxFile, 'scope'>): boolean =>
  scope.names.has(name) || given.has(name) || browser.has(name) || name in globalThis;

/** Whether `<name>` is HTML or a known component; of `<ui.Button>` the first part counts. */
export function isKnownTag(
  name: string,
  { scope, components }: Pick<MdxFile, 'scope' | 'components'>,
): boolean {
  const [root = '', ...members] = name.split('.');
  if (!members.length && !isComponentName(root)) return true;
  return scope.names.has(root) || components.has(root) || root === 'Fragment';
}

/** For “did you mean”. */
export const knownNames = ({ scope }: Pick<MdxFile, 'scope'>): string[] => [
  ...scope.names,
  ...given,
];
