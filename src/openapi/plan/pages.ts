/**
 * Which sections stand on which page, where a reference is paged: a page a chapter; of a chapter
 * that is too large for one page, operations by the part of the path that tells them apart, schemas
 * by name. Never by number, so that a URL stays when something is added.
 */
import { slugOf } from './ids.ts';

/** A section as far as pages are concerned. */
export interface PlannedSection {
  id: string;
  title: string;
  /** Bytes of its HTML, gzipped: an estimate will do. */
  size: number;
  /** Of an operation. */
  path?: string;
  method?: string;
  /** Of a webhook. */
  webhook?: string;
  /** Of a schema. */
  schema?: string;
}

export interface PlannedChapter {
  /** Also the name of its page. */
  id: string;
  title: string;
  /** What stands before its sections. */
  size: number;
  sections: PlannedSection[];
}

export interface PlannedPage {
  /** Name of the page: the chapter's id, or `<chapter's id>-<what tells it apart>`. */
  id: string;
  title: string;
  chapter: string;
  /** Ids of its sections, in order. The chapter's own text stands on the page that has its id. */
  sections: string[];
}

/**
 * Bytes of a page, gzipped, that no page exceeds unless one section alone does; the frame around it
 * counts too.
 */
export const MAX_PAGE_BYTES = 80_000;

/** Parts of one chapter that are named by a whole key; of more, several share a page. */
const MAX_PARTS = 40;

/** Names that are alike for longer stay together. */
const MAX_KEYS = 12;

/** A page a tag is the default from so many operations on. */
export const isPagedByDefault = (operations: number): boolean => operations > 60;

export function planPages(
  chapters: readonly PlannedChapter[],
  most = MAX_PAGE_BYTES,
): PlannedPage[] {
  const taken = new Set(chapters.map(({ id }) => id));
  return chapters.flatMap((chapter) => chapterPages(chapter, most, taken));
}

const sum = (sections: readonly PlannedSection[]): number =>
  sections.reduce((size, one) => size + one.size, 0);

function chapterPages(chapter: PlannedChapter, most: number, taken: Set<string>): PlannedPage[] {
  const own: PlannedPage = {
    id: chapter.id,
    title: chapter.title,
    chapter: chapter.id,
    sections: [],
  };
  if (chapter.size + sum(chapter.sections) <= most) {
    own.sections = chapter.sections.map(({ id }) => id);
    return [own];
  }
  const schemas = chapter.sections.filter(({ schema }) => schema !== undefined);
  const operations = chapter.sections.filter(({ schema }) => schema === undefined);
  const pages = [own];
  const add = (name: string, title: string, sections: PlannedSection[]): void => {
    let id = name;
    while (taken.has(id)) id += '-section';
    taken.add(id);
    pages.push({ id, title, chapter: chapter.id, sections: sections.map((one) => one.id) });
  };
  const parts = operations.length > 0 ? partsOf(operations, pathKeys, most - chapter.size) : [];
  if (operations.length === 0 || schemas.length === 0) {
    const all = schemas.length > 0 ? partsOf(schemas, nameKeys, most - chapter.size) : parts;
    place(all, own, chapter, add);
    return pages;
  }
  place(parts, own, chapter, add);
  if (sum(schemas) <= most) add(`${chapter.id}-schemas`, `${chapter.title}: Schemas`, schemas);
  else
    for (const { keys, sections } of partsOf(schemas, nameKeys, most))
      add(
        [`${chapter.id}-schemas`, ...keys].join('-'),
        `${chapter.title}: Schemas ${keys.join(' ').toUpperCase()}`,
        sections,
      );
  return pages;
}

/** What needs no key stands on the chapter's own page. */
function place(
  parts: Part[],
  own: PlannedPage,
  chapter: PlannedChapter,
  add: (name: string, title: string, sections: PlannedSection[]) => void,
): void {
  for (const { keys, sections } of parts)
    if (keys.length === 0) own.sections.push(...sections.map(({ id }) => id));
    else add([chapter.id, ...keys].join('-'), `${chapter.title}: ${keys.join(' ')}`, sections);
}

interface Part {
  keys: string[];
  sections: PlannedSection[];
}

/** What tells a section apart, from the first to the last thing. */
type KeysOf = (section: PlannedSection) => string[];

/**
 * Parts of at most so many bytes, where keys tell enough apart. Sections without a key stay
 * together, and so do as many parts as fit.
 */
function partsOf(
  sections: readonly PlannedSection[],
  keysOf: KeysOf,
  most: number,
  depth = 0,
  above: string[] = [],
): Part[] {
  if (sum(sections) <= most) return [{ keys: above, sections: [...sections] }];
  const groups = Map.groupBy(sections, (section) => slugOf(keysOf(section)[depth] ?? ''));
  const isTold = groups.size === 1 && groups.has('');
  if (isTold || depth > MAX_KEYS) return alikeParts(sections, keysOf, most, above);
  // What all have in common tells nothing.
  if (groups.size === 1) return partsOf(sections, keysOf, most, depth + 1, above);
  const parts: Part[] = [];
  const alike = alikeParts(groups.get('') ?? [], keysOf, most, above);
  // What stays is the first part of what no key tells apart, and as many groups as fit.
  const stay: PlannedSection[] = alike[0]?.sections ?? [];
  let free = most - sum(stay);
  // Small groups first: the more of them stay together, the fewer pages there are.
  const named = [...groups].filter(([key]) => key !== '');
  for (const [key, group] of [...named].sort((one, other) => sum(one[1]) - sum(other[1]))) {
    if (sum(group) <= free) {
      stay.push(...group);
      free -= sum(group);
      groups.delete(key);
    }
  }
  const order = new Map(sections.map((section, index) => [section, index]));
  if (stay.length > 0)
    parts.push({
      keys: above,
      sections: stay.sort((one, other) => order.get(one)! - order.get(other)!),
    });
  parts.push(...alike.slice(1));
  const left = named.filter(([key]) => groups.has(key));
  for (const [key, group] of left.length > MAX_PARTS ? byPrefix(left, most) : left)
    parts.push(...partsOf(group, keysOf, most, depth + 1, [...above, key]));
  return parts;
}

/** Keys that are many share pages by how they begin, with as few letters as will do. */
function byPrefix(groups: readonly Group[], most: number, letters = 1): Group[] {
  const together = Map.groupBy(groups, ([key]) => key.slice(0, letters));
  return [...together].flatMap(([prefix, inner]): Group[] => {
    const sections = inner.flatMap(([, all]) => all);
    if (inner.length === 1) return inner;
    return sum(sections) <= most || inner.every(([key]) => key === prefix)
      ? [[prefix, sections]]
      : byPrefix(inner, most, letters + 1);
  });
}

type Group = readonly [key: string, sections: PlannedSection[]];

/** Of one path: what its parameters are called, then methods tell operations apart. */
function alikeParts(
  sections: readonly PlannedSection[],
  keysOf: KeysOf,
  most: number,
  above: string[],
): Part[] {
  const isLarge = sections.length > 1 && sum(sections) > most;
  if (keysOf === pathKeys && isLarge) return partsOf(sections, methodKeys, most, 0, above);
  return sections.length > 0 ? [{ keys: above, sections: [...sections] }] : [];
}

const methodKeys: KeysOf = ({ path = '', method = '' }) => [
  ...(path.match(/\{[^}]*\}/g)?.slice(-1) ?? []),
  method,
];

/** Parts of a path; parameters tell nothing. Webhooks have no path, but names of several words. */
const pathKeys: KeysOf = ({ path = '', webhook = '' }) =>
  path
    ? path.split(/[/?#]/).filter((part) => part !== '' && !part.includes('{'))
    : wordsOf(webhook);

/** The first letter, then words: `Alert`, `AlertRule` → `a`, `alert`, `rule`. */
const nameKeys: KeysOf = ({ schema = '' }) => [schema.slice(0, 1), ...wordsOf(schema)];

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_./:-]+/)
    .filter(Boolean);
