/** The table beside the text index, as it travels: sections, and the API symbols they name. */
export interface Table {
  documents: {
    title: string;
    url: string;
    reference?: string;
    version?: string;
    older?: boolean;
  }[];
  /** URL without base; index of its document. */
  pages: [url: string, title: string, document: number][];
  /** In reading order. */
  sections: {
    page: number[];
    id: string[];
    title: string[];
    level: number[];
    /** -1: none. */
    up: number[];
    /** `GET /x`, or empty. */
    endpoint: string[];
    /** By section: ids of headings whose content is found under it (`search/record.ts`). */
    folded: Record<number, string[]>;
  };
  /** Text index's names of the sections' records, together, since all are as long. */
  fragments: { prefix: string; width: number; names: string };
  symbols: {
    /** An endpoint with its method: `GET /x`. */
    name: string[];
    /** A letter a symbol (`kinds`). */
    kind: string;
    /** A digit a symbol: sections that name it, up to 9. */
    spread: string;
    /** Packed places. */
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

/** In a sample, in the text, in a list that says what it is (perhaps in a row with an id). */
export type Naming = 'example' | 'mention' | 'definition';

export interface Place {
  section: number;
  naming: Naming;
  /** The row to land on. */
  row?: string;
}

/** A place is a number: distance from the last section, times eight, and how. */
const WAYS = 8;

/**
 * @param places in rising order of section
 * @param idsOf its own id, then those of folded headings
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
      places.push({ section, naming: 'definition', row });
    }
  }
  return places;
}

/** Only ids that differ from this travel. */
const rowId = (heading: string, name: string): string => {
  const own = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return heading ? `${heading}-${own}` : own;
};
