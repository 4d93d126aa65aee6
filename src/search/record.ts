/**
 * What search knows of a section: one record each, with the sections folded into it that have no
 * subject of their own.
 */
import type { ReferenceDocument } from '../reference/model/page.ts';
import type { Section } from '../reference/model/section.ts';
import type { Site } from '../reference/model/site.ts';

export interface SearchRecord {
  section: Section;
  /**
   * Sections below it that are found under its name ("HTTP request", "Parameters"); see `foldable`.
   */
  folded: Section[];
  /** Id to land on; empty for the text before the first heading. */
  id: string;
  title: string;
  /** Titles above it, outermost first. */
  crumbs: string[];
  /** Index of the record above it; -1: none. */
  up: number;
  level: number;
  /** URL of its page without base. */
  page: string;
  pageTitle: string;
  document: ReferenceDocument;
  method: string;
  path: string;
}

/**
 * Whether search takes the document in (DESIGN "Front matter": `search`, `hidden`; "URLs": not
 * listed).
 */
export const isSearchable = ({ listed, frontMatter }: ReferenceDocument): boolean =>
  listed && frontMatter.search && !frontMatter.hidden;

/** One record a section of every searchable document, in reading order. */
export function recordsOf(site: Pick<Site, 'documents'>): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const document of site.documents) {
    if (!isSearchable(document)) continue;
    const repeated = repeatedTitles(document);
    for (const page of document.pages) {
      if (page.kind === 'all') continue;
      const add = (section: Section, up: number, crumbs: string[]): void => {
        const above = records[up];
        const continued = section.level === 0 && (above || section.id);
        if (above && (continued || foldable(section, document, repeated))) {
          above.folded.push(section);
          for (const child of section.children) add(child, up, crumbs);
          return;
        }
        const index = records.length;
        const own = section.title || page.title;
        records.push({
          section,
          folded: [],
          id: section.id,
          title: own,
          crumbs,
          up,
          level: section.level,
          page: page.url,
          pageTitle: page.title,
          document,
          method: section.endpoint?.method.toUpperCase() ?? '',
          path: section.endpoint?.path ?? '',
        });
        for (const child of section.children)
          add(child, section.level ? index : up, section.level ? [...crumbs, own] : crumbs);
      };
      for (const section of page.sections)
        if (section.level || section.title || hasText(section)) add(section, -1, []);
    }
  }
  for (const record of records) endpointOf(record);
  return records;
}

const hasText = ({ prose, code }: Section): boolean => prose.trim() !== '' || code.trim() !== '';

/**
 * A heading below the contents that the document uses again and again (Slate sources write "HTTP
 * Request" and "Query Parameters" a hundred times) says nothing as a result: its text belongs to
 * the section above it.
 */
const foldable = (
  section: Section,
  { frontMatter }: ReferenceDocument,
  repeated: Set<string>,
): boolean =>
  section.level > Math.min(frontMatter.toc_depth, 2) && repeated.has(key(section.title));

const key = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[:：]$/, '')
    .replace(/s$/, '');

function repeatedTitles({ sections }: ReferenceDocument): Set<string> {
  const counts = new Map<string, number>();
  const count = (list: Section[]): void => {
    for (const section of list) {
      if (section.title) counts.set(key(section.title), (counts.get(key(section.title)) ?? 0) + 1);
      count(section.children);
    }
  };
  count(sections);
  return new Set([...counts].filter(([, times]) => times >= 4).map(([title]) => title));
}

/**
 * An operation whose endpoint stands under "HTTP request" is that operation: method and path go up
 * to it.
 */
function endpointOf(record: SearchRecord): void {
  if (record.path) return;
  const own = [record.section, ...record.folded];
  const from = own.find(({ endpoint }) => endpoint);
  if (from?.endpoint) {
    record.method = from.endpoint.method.toUpperCase();
    record.path = from.endpoint.path;
    return;
  }
  const named = own
    .flatMap(({ symbols }) => symbols)
    .filter(({ kind, example, method }) => kind === 'endpoint' && method && !example);
  // More than one: an overview, which no single badge describes.
  if (named.length !== 1) return;
  record.method = named[0]!.method!;
  record.path = named[0]!.name;
}
