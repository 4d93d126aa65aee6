/** The contents tree of a document, as the sidebar shows it. */
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { TocGroup } from '../../source/front-matter/front-matter.ts';
import type { Entry } from '../model/page.ts';

export interface ListedHeading {
  heading: OutlineHeading;
  id: string;
  href: string;
  /** The page it stands on, where that is a part of a chapter. */
  part?: { id: string; title: string; href: string };
}

/** Headings as a tree, down to `depth` (1–6). A level that is skipped leaves no hole. */
export function contentsOf(headings: ListedHeading[], depth: number): Entry[] {
  const top: Entry[] = [];
  const open: { level: number; children: Entry[] }[] = [{ level: 0, children: top }];
  const parts = new Map<string, Entry>();
  for (const { heading, id, href, part } of headings) {
    if (heading.level > depth || !heading.title) continue;
    while (open.at(-1)!.level >= heading.level) open.pop();
    const { children } = part && open.length === 2 ? partOf(part, open, parts) : open.at(-1)!;
    const { endpoint } = heading;
    const entry: Entry = {
      id,
      title: heading.title,
      href,
      children: [],
      ...(endpoint && { method: endpoint.method }),
      ...(endpoint?.deprecated && { deprecated: true }),
      ...(endpoint?.beta && { beta: true }),
    };
    children.push(entry);
    open.push({ level: heading.level, children: entry.children });
  }
  return top;
}

/** The entry of a chapter's part, which stands where its first section would. */
function partOf(
  { id, title, href }: NonNullable<ListedHeading['part']>,
  open: { children: Entry[] }[],
  parts: Map<string, Entry>,
): Entry {
  const known = parts.get(id);
  if (known) return known;
  const entry: Entry = { id, title, href, children: [] };
  parts.set(id, entry);
  open.at(-1)!.children.push(entry);
  return entry;
}

/** Puts the groups of descriptions over the chapters that stand in them, one after the other. */
export function byGroup(entries: Entry[], headings: ListedHeading[]): Entry[] {
  const groups = new Map(headings.map(({ id, heading }) => [id, heading.described?.group]));
  const result: Entry[] = [];
  for (const entry of entries) {
    const title = groups.get(entry.id);
    const last = result.at(-1);
    if (title === undefined) result.push(entry);
    else if (last && !last.href && last.title === title) last.children.push(entry);
    else result.push({ id: '', title, href: '', children: [entry] });
  }
  return result;
}

/**
 * Puts the owner's groups (`toc`) over the tree's entries; what no group names follows them.
 * @param everything headings of every level: a group may name one that is too deep for the contents
 * @param missing told of every item that is no heading
 */
export function grouped(
  entries: Entry[],
  groups: TocGroup[],
  everything: ListedHeading[],
  missing: (item: string, group: TocGroup) => void,
): Entry[] {
  if (!groups.length) return entries;
  const all = new Map(
    contentsOf(everything, 6)
      .flatMap(flat)
      .map((entry) => [entry.id, { ...entry, children: [] as Entry[] }]),
  );
  for (const entry of entries.flatMap(flat)) all.set(entry.id, entry);
  const named = new Set<Entry>();
  const result = groups.map(
    (group): Entry => ({
      id: '',
      title: group.title,
      href: '',
      children: group.items.flatMap((item) => {
        const entry = all.get(item);
        if (entry) named.add(entry);
        else missing(item, group);
        return entry ?? [];
      }),
    }),
  );
  const rest = (list: Entry[]): Entry[] =>
    list
      .filter((entry) => !named.has(entry))
      .map((entry) => ({ ...entry, children: rest(entry.children) }));
  const once = result.map((group) => ({
    ...group,
    children: group.children.map((entry) => ({ ...entry, children: rest(entry.children) })),
  }));
  return [...once, ...rest(entries)];
}

const flat = (entry: Entry): Entry[] => [entry, ...entry.children.flatMap(flat)];
