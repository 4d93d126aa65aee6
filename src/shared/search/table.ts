/**
 * The table beside the text index: every section's title and place, and the API symbols it names.
 * As it travels.
 */
export interface Table {
  documents: {
    title: string;
    url: string;
    reference?: string;
    version?: string;
    older?: boolean;
    /** Made of a description: its titles are sentences of lists, what readers know are names. */
    described?: boolean;
  }[];
  /** URL without base, title, index of its document. */
  pages: [url: string, title: string, document: number][];
  /** One string or number a section, in reading order. */
  sections: {
    page: number[];
    id: string[];
    title: string[];
    level: number[];
    /** Index of the section above it; -1: none. */
    up: number[];
    /** `GET /x`, or empty. */
    endpoint: string[];
    /**
     * Ids of headings whose content is found under this section (see `search/record.ts`), by
     * section index.
     */
    folded: Record<number, string[]>;
  };
  /**
   * Text index's name of each section's record, in order; together, since each is as long as the
   * others.
   */
  fragments: { prefix: string; width: number; names: string };
  symbols: {
    /** An endpoint with its method: `GET /x`. */
    name: string[];
    /** A letter a symbol: endpoint, header, parameter, code, status, key. */
    kind: string;
    /** A digit a symbol: the number of sections that name it, up to 9. */
    spread: string;
    /** Where it is named: see `place`. */
    at: (number | string)[][];
  };
}

export const kinds = {
  e: 'endpoint',
  h: 'header',
  p: 'parameter',
  c: 'code',
  s: 'status',
  k: 'key',
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/** Whether a section of that path is no operation: a query in a path is one call that shows it. */
export const isText = (path: string): boolean => !path || path.includes('?');

/**
 * How a section names a symbol: in a sample, in its text, in a list that says what it is, in such a
 * list's row with an id.
 */
export type Naming = 'example' | 'mention' | 'definition';

export interface Place {
  section: number;
  naming: Naming;
  /** Id of the row to land on; absent: the section. */
  row?: string;
  /** The row is of an object in another one. */
  nested?: true;
}

/** Places a number: distance from the place before, times eight, and how. */
const WAYS = 8;

/**
 * Encodes places in rising order of section. `idOf(section, n)`: the section's own id (0) or that
 * of a folded heading (1 …).
 */
export function pack(
  places: Place[],
  name: string,
  idsOf: (section: number) => string[],
): (number | string)[] {
  const packed: (number | string)[] = [];
  let last = 0;
  for (const { section, naming, row } of places) {
    let how = naming === 'mention' ? 0 : naming === 'example' ? 1 : 2;
    let literal: string | undefined;
    if (row !== undefined) {
      const heading = idsOf(section)
        .slice(0, 4)
        .findIndex((id) => row === rowId(id, name));
      how = heading < 0 ? 7 : 3 + heading;
      if (heading < 0) literal = row;
    }
    packed.push((section - last) * WAYS + how);
    if (literal !== undefined) packed.push(literal);
    last = section;
  }
  return packed;
}

export function unpack(
  packed: (number | string)[],
  name: string,
  idsOf: (section: number) => string[],
): Place[] {
  const places: Place[] = [];
  let section = 0;
  for (let at = 0; at < packed.length; at++) {
    const value = packed[at];
    if (typeof value !== 'number') continue;
    section += Math.floor(value / WAYS);
    const how = value % WAYS;
    if (how < 3)
      places.push({
        section,
        naming: how === 0 ? 'mention' : how === 1 ? 'example' : 'definition',
      });
    else {
      const row = how === 7 ? String(packed[at + 1]) : rowId(idsOf(section)[how - 3] ?? '', name);
      // A name without Latin letters has none in its id.
      const end = rowId('', name);
      const nested = how === 7 && end !== '' && row.endsWith(end);
      places.push({ section, naming: 'definition', row, ...(nested && { nested }) });
    }
  }
  return places;
}

/** The id a parameter's row has, unless something else took it: only ids that differ travel. */
const rowId = (heading: string, name: string): string => {
  const own = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return heading ? `${heading}-${own}` : own;
};
