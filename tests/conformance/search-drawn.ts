/**
 * Draws queries from a description by a seeded rule, and asks them of the site that is built of it:
 * `npm run conformance -- --drawn [DIR] [--seed N] [--count 200] [NAME …]`. A fifth of the queries each are an
 * operation's id, a part of a path (half of them with their method), and names of parameters, of
 * properties, of enum values, each name as likely as any other. Right is a section that says what
 * was asked for: the operation, an operation of that path, a section that is called so or whose own
 * list has the name, whatever it is the name of: the query does not say.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Random } from '../hostile/random.ts';
import { runQueries, type SearchQuery } from './search.ts';

export type DrawnKind = 'operation' | 'path' | 'parameter' | 'property' | 'enum value';

export interface DrawnQuery extends SearchQuery {
  kind: DrawnKind;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

interface Operation {
  id: string;
  method: string;
  path: string;
}

/** What of a description can be asked for. */
interface Askable {
  operations: Operation[];
  names: Record<'parameter' | 'property' | 'enum value', string[]>;
}

function askableOf(description: Node): Askable {
  const operations = Object.entries((description['paths'] ?? {}) as Record<string, Node>).flatMap(
    ([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method];
        return isNode(operation) && typeof operation['operationId'] === 'string'
          ? [{ id: operation['operationId'], method: method.toUpperCase(), path }]
          : [];
      }),
  );
  const names = {
    parameter: new Set<string>(),
    property: new Set<string>(),
    'enum value': new Set<string>(),
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!isNode(node)) return;
    if (
      typeof node['name'] === 'string' &&
      /^(?:path|query|header|cookie)$/.test(String(node['in']))
    )
      names.parameter.add(node['name']);
    if (isNode(node['properties']) && !('in' in node))
      for (const [name, schema] of Object.entries(node['properties']))
        if (isNode(schema)) names.property.add(name);
    if (Array.isArray(node['enum']))
      for (const value of node['enum'])
        if (typeof value === 'string' && value.length > 2) names['enum value'].add(value);
    for (const [key, value] of Object.entries(node))
      if (!['example', 'examples', 'default', 'enum'].includes(key)) walk(value);
  };
  walk(description);
  const sorted = (set: Set<string>) => [...set].sort();
  return {
    operations,
    names: {
      parameter: sorted(names.parameter),
      property: sorted(names.property),
      'enum value': sorted(names['enum value']),
    },
  };
}

/** Address → the section's own Markdown, without those below it. */
function sectionsOf(site: string): Map<string, string> {
  const sections = new Map<string, string>();
  const dir = path.join(site, 'md');
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.md')) continue;
    const text = readFileSync(path.join(dir, file), 'utf8');
    const address = /^<!-- .* (\/\S*) -->\n/.exec(text)?.[1];
    if (address) sections.set(decodeURIComponent(address), text.split('<!-- sections -->')[0]!);
  }
  return sections;
}

/** A row's name, as it stands or as the end of a dotted one. */
const rowNames = (text: string): string[] =>
  [...text.matchAll(/^(?:\| |- )`([^`]+)`/gm)].flatMap(([, name]) => [
    name!,
    name!.replace(/(?:\[\])+$/, ''),
    name!.replace(/^.*\./, ''),
    name!.replace(/(?:\[\])+$/, '').replace(/^.*\./, ''),
  ]);

/** Capitals and signs aside: `deploy_key` and “Deploy key” are one name. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const titleOf = (text: string): string => bare(/^#+ (.+)$/m.exec(text)?.[1] ?? '');

const enumValues = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:One of|Always|values (?:include|are))\b(?! type).*|^- `[^`\n]+`(?::.*)?$/gm,
    ),
  ].flatMap(([line]) => [...line.matchAll(/`([^`\n]+)`/g)].map(([, value]) => value!));

function indexBy(
  sections: Map<string, string>,
  namesOf: (text: string) => string[],
): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [address, text] of sections)
    for (const name of new Set(namesOf(text)))
      index.set(name, [...(index.get(name) ?? []), address]);
  return index;
}

/** @param file the description @param site built of it */
export function drawQueries(file: string, site: string, seed: number, count: number): DrawnQuery[] {
  const { operations, names } = askableOf(parse(readFileSync(file, 'utf8')) as Node);
  const sections = sectionsOf(site);
  const named = indexBy(sections, (text) => [...rowNames(text), ...enumValues(text)]);
  const titled = indexBy(sections, (text) => [titleOf(text)]);
  const endpoints = indexBy(sections, (text) =>
    [...text.matchAll(/^`([A-Z]+ \/[^`\n]*)`/gm)].map(([, endpoint]) => endpoint!),
  );
  const random = new Random(seed);
  const source = path.basename(file);
  const made = (kind: DrawnKind, query: string, first: string[]): DrawnQuery => ({
    kind,
    query,
    lang: 'en',
    source,
    first,
  });
  const name = (kind: keyof Askable['names']): DrawnQuery => {
    const query = random.pick(names[kind]);
    return made(kind, query, [...(named.get(query) ?? []), ...(titled.get(bare(query)) ?? [])]);
  };
  const draw: Record<DrawnKind, () => DrawnQuery> = {
    operation: () => {
      const { id, method, path } = random.pick(operations);
      return made('operation', id, endpoints.get(`${method} ${path}`) ?? []);
    },
    path: () => {
      const { method, path } = random.pick(operations);
      const segments = path.split('/').filter(Boolean);
      const length = 1 + random.below(Math.min(3, segments.length));
      const from = random.below(segments.length - length + 1);
      const part = `/${segments.slice(from, from + length).join('/')}`;
      const hasMethod = random.is(0.5);
      const right = [...endpoints].filter(
        ([endpoint]) =>
          `${endpoint.replace(/^\S+ /, '')}/`.includes(`${part}/`) &&
          (!hasMethod || endpoint.startsWith(`${method} `)),
      );
      // Values alone name nothing.
      const isNamed = /\/[^{/]/.test(part);
      return made(
        'path',
        hasMethod ? `${method} ${part}` : part,
        isNamed ? right.flatMap(([, addresses]) => addresses) : [],
      );
    },
    parameter: () => name('parameter'),
    property: () => name('property'),
    'enum value': () => name('enum value'),
  };
  const drawn: DrawnQuery[] = [];
  for (const kind of Object.keys(draw) as DrawnKind[])
    for (let left = count / 5, tries = 0; left > 0 && tries < 20 * count; tries++) {
      const query = draw[kind]();
      // What the site shows nowhere cannot be found.
      if (!query.first.length || drawn.some((other) => other.query === query.query)) continue;
      drawn.push(query);
      left--;
    }
  return drawn;
}

export interface DrawnShare {
  first: number;
  topThree: number;
  of: number;
}

/** @returns a share a kind, and of all; misses are told */
export async function askDrawn(
  queries: DrawnQuery[],
  site: string,
  tell: (line: string) => void,
): Promise<Record<string, DrawnShare>> {
  const { outcomes } = await runQueries(site, queries);
  const shares: Record<string, DrawnShare> = {};
  for (const [at, { place, got, query }] of outcomes.entries()) {
    const { kind, first } = queries[at]!;
    for (const key of [kind, 'all']) {
      const share = (shares[key] ??= { first: 0, topThree: 0, of: 0 });
      share.of++;
      if (place === 1) share.first++;
      if (place > 0 && place <= 3) share.topThree++;
    }
    if (place !== 1)
      tell(
        `  ${kind} “${query}”: ${place ? `came ${place}.` : 'not found'}; wanted ` +
          `${[first].flat().slice(0, 2).join(' or ')}, got ${got.slice(0, 3).join(' ') || 'nothing'}`,
      );
  }
  return shares;
}
