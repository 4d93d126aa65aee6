/**
 * The table made ready for matching: everything that would otherwise be worked out again at every
 * keystroke.
 */
import { compact, normalize, singular, stem, words } from './normalize.ts';
import { content } from './hit.ts';
import { reading } from './query.ts';
import { kinds, unpack, type Kind, type Place, type Table } from './table.ts';
import { fillers } from './words/fillers.ts';

export interface Item {
  index: number;
  id: string;
  title: string;
  level: number;
  /** Index of the section above; -1: none. */
  up: number;
  /** Index of its page. */
  page: number;
  method: string;
  /** Stem of its method: `delet`. */
  verb: string;
  path: string;
  /** Of its path, folded. */
  segments: string[];
  stemsOfPath: string[];
  /** Text index's name of its record. */
  fragment: string;
  folded: string;
  /** Its id, folded, without what a description's parts have before theirs. */
  name: string;
  /** The name as one word, and what of it is behind a slash: `createrelease`. */
  compactNames: string[];
  /**
   * The title as one word, and what of it may stand for it: without the method before it, without
   * what is in brackets.
   */
  compact: string;
  heads: string[];
  words: string[];
  stems: string[];
  /** Words without those that say nothing. */
  content: string[];
  stemsOfContent: string[];
  /** Stems without a verb of reading: “Retrieve sales report” is about the sales report. */
  subject: string[];
  /** Depth below the outermost listed section: 0, 1 … */
  depth: number;
  /** Of a document that a description made. */
  described: boolean;
  /** Of what a description calls a schema: its title is a name. */
  schema: boolean;
}

export interface SymbolEntry {
  name: string;
  /** Of an endpoint. */
  method: string;
  path: string;
  kind: Kind;
  spread: number;
  lower: string;
  compact: string;
  /** Its last part, folded: `id` of `data[].id`. */
  last: string;
  places: Place[];
}

/** A word of titles, and the sections in whose title it stands. */
export interface Word {
  word: string;
  singular: string;
  stem: string;
  sections: number[];
}

export interface Catalogue {
  documents: Table['documents'];
  pages: { url: string; title: string; document: number }[];
  items: Item[];
  symbols: SymbolEntry[];
  words: Word[];
  /** Record name → section. */
  byFragment: Map<string, number>;
}

/**
 * Takes some hundred milliseconds of a slow processor for a large reference, so it lets others in
 * between (`pause`).
 */
export async function openTable(
  table: Table,
  pause: () => Promise<void> = async () => {},
): Promise<Catalogue> {
  const { sections, fragments, symbols } = table;
  const items: Item[] = [];
  const vocabulary = new Map<string, Word>();
  const byFragment = new Map<string, number>();
  for (let index = 0; index < sections.title.length; index++) {
    if (index % BATCH === BATCH - 1) await pause();
    const title = sections.title[index]!;
    const up = sections.up[index]!;
    const [method, path] = split(sections.endpoint[index]!);
    const fragment =
      fragments.prefix +
      fragments.names.slice(index * fragments.width, (index + 1) * fragments.width).trim();
    const bare = title.replace(leading, '');
    const { described = false } = table.documents[table.pages[sections.page[index]!]![2]]!;
    const own = words(bare);
    // “Create a new dashboard”: none is created that is old.
    const meant = content(own).filter((word, at) => !at || !/^(?:new|existing)$/.test(word));
    const name = normalize(sections.id[index]!).replace(/^(?:schema|tag)-/, '');
    items.push({
      index,
      id: sections.id[index]!,
      title,
      level: sections.level[index]!,
      up,
      page: sections.page[index]!,
      method,
      verb: stem(method.toLowerCase()),
      path,
      segments: normalize(path).split('/').filter(Boolean),
      stemsOfPath: words(path).map(stem),
      fragment,
      folded: normalize(bare),
      name,
      compactNames: described ? [name, name.replace(/^.*\//, '')].map(compact) : [],
      compact: compact(title),
      heads: [...new Set([bare, bare.replace(/\s*[(（].*$/, ''), inBrackets(bare)])]
        .map(compact)
        .filter((head) => head && head !== compact(title)),
      words: own,
      stems: own.map(stem),
      content: meant,
      stemsOfContent: meant.map(stem),
      subject: subjectOf(own).map(stem),
      depth: up < 0 ? 0 : items[up]!.depth + 1,
      described,
      schema: described && sections.id[index]!.startsWith('schema-'),
    });
    byFragment.set(fragment, index);
    // `WordPress` and `web-hook` are looked for in one word too.
    const joined = bare
      .split(/\s+/)
      .map(compact)
      .filter((word) => word && !own.includes(word));
    for (const word of [...own, ...joined]) {
      const known = vocabulary.get(word);
      if (!known)
        vocabulary.set(word, {
          word,
          singular: singular(word),
          stem: stem(word),
          sections: [index],
        });
      else if (known.sections.at(-1) !== index) known.sections.push(index);
    }
  }
  await pause();
  const idsOf = (section: number): string[] => [
    sections.id[section]!,
    ...(sections.folded[section] ?? []),
  ];
  const entries: SymbolEntry[] = [];
  for (const [index, name] of symbols.name.entries()) {
    if (index % BATCH === BATCH - 1) await pause();
    const kind = kinds[symbols.kind[index] as keyof typeof kinds];
    const [method, path] = kind === 'endpoint' ? split(name) : ['', ''];
    entries.push({
      name,
      method,
      path,
      kind,
      spread: Number(symbols.spread[index]),
      lower: normalize(path || name),
      compact: compact(path || name),
      last: normalize(name.replace(/(?:\[\])+$/, '').replace(/^.*\./, '')),
      places: unpack(symbols.at[index]!, name, idsOf),
    });
  }
  return {
    documents: table.documents,
    pages: table.pages.map(([url, title, document]) => ({ url, title, document })),
    items,
    symbols: entries,
    words: [...vocabulary.values()],
    byFragment,
  };
}

/** Entries between two pauses: about five milliseconds of a processor slowed four times. */
const BATCH = 200;

/** The words behind “Retrieve a”, “List all”; none where the title begins otherwise. */
function subjectOf(words: string[]): string[] {
  if (!reading.has(words[0] ?? '')) return [];
  const rest = words.slice(1);
  while (fillers.has(rest[0] ?? '')) rest.shift();
  return rest;
}

/** `Order type (orderType)` is called `orderType` too. */
function inBrackets(title: string): string {
  const name = /[(（]([^\s()（）]{3,})[)）]\s*$/.exec(title)?.[1] ?? '';
  return /^(?:v\d.*|beta|new|deprecated|optional|required|legacy)$/i.test(name) ? '' : name;
}

/** `GET: List jobs` is called "List jobs". */
const leading = /^(?:GET|POST|PUT|PATCH|DELETE|DEL|HEAD)\s*[:：–-]\s*(?=\S)/;

function split(endpoint: string): [method: string, path: string] {
  const found = /^([A-Z]+) (.*)$/s.exec(endpoint);
  return found
    ? [found[1]!, found[2]!]
    : /^[A-Z]+$/.test(endpoint)
      ? [endpoint, '']
      : ['', endpoint];
}
