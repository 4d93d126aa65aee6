/** Finds the section that an assistant means, however it names it. */
import type { Contents, ListedSection } from './contents.ts';
import { endpointOf } from './contents.ts';
import { compact } from '../shared/search/normalize.ts';
import { decode } from '../shared/decode.ts';

/** The page whose URL is `name`: what stands there before its first heading has no other name. */
export const findPage = ({ documents, fileOf }: Contents, name: string) =>
  documents
    .flatMap(({ pages }) => pages)
    .find(({ url }) => url === name.trim() || `/${fileOf(url)}` === name.trim());

/** Sections that `name` may mean: by the first of these ways that finds any. */
export function findSections({ sections }: Contents, name: string): ListedSection[] {
  const wanted = name.trim();
  const bare = wanted.replace(/^https?:\/\/[^/]*/i, '');
  const hash = decode(bare.slice(bare.indexOf('#') + 1));
  const ways: ((section: ListedSection) => boolean)[] = [
    ({ address }) => address === bare || decode(address) === decode(bare),
    ({ url }) => url === wanted,
    // A site may lie below another path than it was built for.
    ({ address, id }) =>
      id === hash && bare.includes('#') && decode(bare).endsWith(decode(address)),
    ({ id }) => id === wanted.replace(/^#/, ''),
    (section) => endpointOf(section).toLowerCase() === wanted.toLowerCase(),
    ({ title }) => compact(title) === compact(wanted),
  ];
  for (const way of ways) {
    const found = sections.filter(way);
    if (found.length) return found;
  }
  return [];
}

/** Words that follow a schema's name in the title of its section, as Slate sources write them. */
const SUFFIXES = [
  '',
  'object',
  'model',
  'schema',
  'resource',
  'properties',
  'attributes',
  'fields',
];

/** Schemas of that name: of a description, else sections titled like one (`Order`, `The order object`). */
export function findSchemas({ sections }: Contents, name: string): ListedSection[] {
  const wanted = compact(name);
  const named = sections.filter(({ schema }) => schema !== undefined && compact(schema) === wanted);
  if (named.length) return named;
  const titles = new Set(SUFFIXES.flatMap((suffix) => [wanted + suffix, `the${wanted}${suffix}`]));
  const titled = sections.filter(
    (section) => !endpointOf(section) && titles.has(compact(section.title)),
  );
  // "Orders" is the chapter; "Order properties" is what was asked for.
  const said = titled.filter(({ title }) => compact(title) !== wanted);
  return said.length ? said : titled;
}
