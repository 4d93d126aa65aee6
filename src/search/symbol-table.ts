/** Makes the table that the search box reads beside the text index. */
import { isText, kinds, pack, type Place, type Table } from '../shared/search/table.ts';
import { compact, isUnspaced } from '../shared/search/normalize.ts';
import type { SearchRecord } from './record.ts';

/**
 * At most so many places a symbol; those that say most of it are kept, the text index has the rest.
 */
const MAX_PLACES = { endpoint: 40, header: 8, parameter: 24, status: 8, code: 6, key: 4 } as const;

/** Words of every language that a symbol is not. */
const noise = new Set([
  'true',
  'false',
  'null',
  'nil',
  'none',
  'undefined',
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
  'date-time',
]);

const letters = Object.fromEntries(Object.entries(kinds).map(([letter, kind]) => [kind, letter]));

/**
 * @param records those of one language
 * @param fragments the text index's name of each record
 */
export function tableOf(records: SearchRecord[], fragments: string[]): Table {
  const documents = [...new Set(records.map(({ document }) => document))];
  const pages = [...new Set(records.map(({ page }) => page))];
  const ids = records.map(({ id, folded }) => [id, ...folded.map((part) => part.id)]);
  const withRows: Record<number, string[]> = {};
  const { symbols, rows } = symbolsOf(records, ids);
  for (const section of rows)
    if (ids[section]!.length > 1) withRows[section] = ids[section]!.slice(1, 4);
  const width = Math.max(0, ...fragments.map((name) => name.length));
  return {
    documents: documents.map(
      ({ file, url, older, frontMatter: { title, reference, version, openapi } }) => ({
        title,
        url,
        ...(reference ? { reference } : {}),
        ...(version ? { version } : {}),
        ...(older && { older }),
        ...((openapi || /\.(?:ya?ml|json)$/i.test(file)) && { described: true }),
      }),
    ),
    pages: pages.map((url) => {
      const { pageTitle, document } = records.find(({ page }) => page === url)!;
      return [url, pageTitle, documents.indexOf(document)];
    }),
    sections: {
      page: records.map(({ page }) => pages.indexOf(page)),
      id: records.map(({ id }) => id),
      title: records.map(({ title }) => title),
      level: records.map(({ level }) => level),
      up: records.map(({ up }) => up),
      endpoint: records.map(({ method, path }) => `${method} ${path}`.trim()),
      folded: withRows,
    },
    fragments: { prefix: '', width, names: fragments.map((name) => name.padEnd(width)).join('') },
    symbols,
  };
}

interface Found {
  name: string;
  kind: keyof typeof MAX_PLACES;
  places: Map<number, Place>;
}

const weight = { definition: 2, mention: 1, example: 0 } as const;

function symbolsOf(
  records: SearchRecord[],
  ids: string[][],
): { symbols: Table['symbols']; rows: Set<number> } {
  const found = new Map<string, Found>();
  records.forEach((record, section) => {
    for (const part of [record.section, ...record.folded])
      for (const { name: written, kind, id, method, example, value } of part.symbols) {
        const name = kind === 'endpoint' && method ? `${method} ${written}` : written;
        // `code` and `key` are ways to meet the same name; what defines it gives its kind.
        const key = kind === 'endpoint' ? name : `=${name}`;
        const known = found.get(key) ?? found.set(key, { name, kind, places: new Map() }).get(key)!;
        if (order.indexOf(kind) < order.indexOf(known.kind)) known.kind = kind;
        const row = id && id !== part.id ? id : undefined;
        // A table without rows to land on is no list of parameters; what stands in its first column
        // may be any word.
        const listed =
          kind === 'endpoint' ||
          kind === 'status' ||
          kind === 'header' ||
          (kind === 'parameter' && /[$_\d.-]|\p{Ll}\p{Lu}/u.test(name));
        const defines = row !== undefined || value || (!example && listed);
        if (!defines && noise.has(name.toLowerCase())) continue;
        const naming = example ? 'example' : defines ? 'definition' : 'mention';
        const before = known.places.get(section);
        if (!before || weight[before.naming] < weight[naming])
          known.places.set(section, { section, naming, ...(row === undefined ? {} : { row }) });
      }
  });
  const rows = new Set<number>();
  const all = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const symbols: Table['symbols'] = { name: [], kind: '', spread: '', at: [] };
  for (const { name, kind, places } of all) {
    const kept = [...places.values()]
      .map((place) => {
        // Where so many operations have it, the text that is none of them says what it is.
        const record = records[place.section]!;
        const general = places.size > 8 && place.naming === 'mention' && isText(record.path);
        return { place, about: about(place, name, record) + (general ? 3 : 0) };
      })
      .sort((a, b) => b.about - a.about || a.place.section - b.place.section)
      .slice(0, MAX_PLACES[kind])
      .map(({ place }) => place)
      .sort((a, b) => a.section - b.section);
    for (const { section, row } of kept) if (row !== undefined) rows.add(section);
    symbols.name.push(name);
    symbols.kind += letters[kind];
    symbols.spread += Math.min(9, places.size);
    symbols.at.push(pack(kept, name, (section) => ids[section]!));
  }
  return { symbols, rows };
}

const order: Found['kind'][] = ['endpoint', 'header', 'status', 'parameter', 'code', 'key'];

/**
 * How much a section is about a symbol: it says what it is, and its title or path bears the name.
 */
function about({ naming }: Place, name: string, { title, path }: SearchRecord): number {
  const bare = compact(name);
  const titled = bare.length > 2 || isUnspaced(bare) ? compact(title).includes(bare) : false;
  return weight[naming] * 2 + (titled ? 3 : 0) + (path && compact(path).endsWith(bare) ? 1 : 0);
}
