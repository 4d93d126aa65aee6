/**
 * What the sidebar of one page holds: the document's own branch, its siblings' titles and the
 * titles of groups and documents. The rest is in `nav.json`, so that a site's size grows with its
 * text and not with its square.
 */
import { pageHref } from '../../shared/page-href.ts';
import type { Relatives } from '../versions.ts';
import type { Entry, Page, ReferenceDocument } from '../model/page.ts';
import type { Site } from '../model/site.ts';

export interface SidebarDocument {
  title: string;
  href: string;
  current: boolean;
  /** Contents, as far as this page holds them; undefined: in nav.json. */
  entries?: SidebarEntry[];
}

export interface SidebarEntry extends Omit<Entry, 'children'> {
  /** Its link on other pages, where that is another. */
  key?: string;
  /** Undefined: there are some, in nav.json. */
  children?: SidebarEntry[];
}

export interface SidebarGroup {
  title: string;
  /** None: there are some, in nav.json. */
  documents: SidebarDocument[];
}

export interface Sidebar {
  groups: SidebarGroup[];
  /**
   * The page that lists what is left out here, for readers without script; undefined: nothing is.
   */
  rest?: string;
}

/** So many siblings' titles stand in a page. */
export const MAX_ENTRIES = 100;
/**
 * Of more than these the nearest stand in the page: a page in two thousand would be mostly titles.
 */
const nearest = 12;

/** A site as far as a sidebar shows it. */
interface ListedSite extends Site {
  families: Map<ReferenceDocument, Relatives>;
  /** URL of the page that lists all documents. */
  list: string;
}

export function sidebarOf(site: ListedSite, page: Page): Sidebar {
  const { families } = site;
  const { document } = page;
  const sidebar: Sidebar = { groups: [] };
  const entryOf = (other: ReferenceDocument): SidebarDocument => ({
    title: other.frontMatter.title,
    href: pageHref(site.base, other.url),
    current: other === document,
    ...(other === document && {
      entries: branch(page, count > 1 ? below(document) : document.contents, sidebar, site.base),
    }),
    // The only document, beside a page that has no contents: there may be no nav.json to fetch its
    // own from.
    ...(other !== document &&
      (!other.contents.length || (alone && other.pages.length < 2)) && { entries: other.contents }),
  });
  const groups = listedFor(site, document, families);
  const count = groups.reduce((sum, { documents }) => sum + documents.length, 0);
  const alone = count === 1 && !document.contents.length;
  const cut = count > MAX_ENTRIES;
  if (cut) sidebar.rest = pageHref(site.base, site.list);
  for (const { title, documents } of groups) {
    const at = documents.indexOf(document);
    const shown = !cut ? documents : at >= 0 ? around(documents, at) : [];
    if (shown.length || title) sidebar.groups.push({ title, documents: shown.map(entryOf) });
  }
  // A document that is in no list (hidden, without a title) still has its own contents beside it;
  // the page for what is not there has none.
  if (document.contents.length && !groups.some(({ documents }) => documents.includes(document)))
    sidebar.groups.unshift({ title: '', documents: [entryOf(document)] });
  return sidebar;
}

/** Contents below the document's title: a heading that only says the title again is left out. */
export const below = ({ contents, frontMatter: { title } }: ReferenceDocument): Entry[] =>
  contents.length === 1 && contents[0]!.title === title ? contents[0]!.children : contents;

/**
 * The documents of the list as a reader of one of them sees it: of each family one, in the place of
 * the first that is listed.
 */
export function listedFor(
  { navigation }: Site,
  current: Pick<ReferenceDocument, 'frontMatter'>,
  families: Map<ReferenceDocument, Relatives>,
): { title: string; documents: ReferenceDocument[] }[] {
  const listed = new Set(navigation.flatMap(({ documents }) => documents)),
    shown = new Set<ReferenceDocument>();
  const { lang } = current.frontMatter;
  const shownFor = (other: ReferenceDocument): ReferenceDocument[] => {
    const one = standsFor(other, current, families) as ReferenceDocument;
    if (!listed.has(one.borrowed ?? one) || shown.has(one)) return [];
    shown.add(one);
    return [one];
  };
  return navigation
    .map(({ title, titles, documents }) => ({
      title: titles?.[lang] ?? titles?.[lang.split('-')[0]!] ?? title,
      documents: documents.flatMap(shownFor),
    }))
    .filter(({ documents }) => documents.length > 0);
}

/**
 * Of versions and translations of one reference the list shows one: the reader's own, else the
 * reader's version or the newest, in the reader's language.
 */
function standsFor(
  other: ReferenceDocument,
  current: Pick<ReferenceDocument, 'frontMatter'>,
  families: Map<ReferenceDocument, Relatives>,
): Pick<ReferenceDocument, 'frontMatter'> {
  const relatives = families.get(other);
  if (!relatives || other === current) return other;
  if (other.frontMatter.reference === current.frontMatter.reference) return current;
  const { lang, version } = current.frontMatter;
  const inVersion =
    relatives.versions.find(({ frontMatter }) => frontMatter.version === version) ??
    relatives.newest ??
    other;
  const { translations = [] } = families.get(inVersion) ?? {};
  return translations.find(({ frontMatter }) => frontMatter.lang === lang) ?? inVersion;
}

const around = <T>(list: T[], at: number): T[] => {
  if (list.length <= nearest) return list;
  const from = Math.max(0, Math.min(at - nearest / 2, list.length - nearest));
  return list.slice(from, from + nearest);
};

/** The contents of a page's document: the page's own branch, and the titles of its siblings. */
function branch(
  { document: { url: whole, pages }, kind, url }: Page,
  contents: Entry[],
  sidebar: Sidebar,
  base: string,
): SidebarEntry[] {
  if (kind === 'all') return toAll(contents);
  if (pages.length < 2) return contents;
  const here = pageHref(base, url);
  const own = ({ href, children }: Entry): boolean =>
    href === here || href.startsWith(`${here}#`) || children.some(own);
  const cut =
    contents.reduce((sum, { href, children }) => sum + (href ? 1 : children.length), 0) >
    MAX_ENTRIES;
  const trim = (entries: Entry[]): SidebarEntry[] => {
    const shown = cut ? around(entries, Math.max(0, entries.findIndex(own))) : entries;
    if (shown.length < entries.length) sidebar.rest ??= pageHref(base, whole);
    return shown.map(({ children, ...entry }) => {
      const isOwn = own({ ...entry, children });
      // A group over pages is a title of the tree, not a page: its pages are siblings too.
      if (!entry.href) return { ...entry, children: isOwn || !cut ? trim(children) : undefined };
      if (!isOwn) return children.length ? entry : { ...entry, children: [] };
      // The link to the page itself is one within it, or it would load it anew.
      const shown = children.map((child) => closed(child, own(child) ? here : ''));
      return entry.href === here
        ? { ...entry, key: here, href: `${here}#${entry.id}`, children: shown }
        : { ...entry, children: shown };
    });
  };
  return trim(contents);
}

/** A part of a chapter is a page of its own: what stands on another one is in nav.json. */
function closed({ children, ...entry }: Entry, here: string): SidebarEntry {
  if (entry.href.includes('#') || !children.length) return { ...entry, children };
  return entry.href === here
    ? { ...entry, key: here, href: `${here}#${entry.id}`, children }
    : entry;
}

/** On `all.html` every entry is of this very page. */
const toAll = (entries: Entry[]): SidebarEntry[] =>
  entries.map((entry) => ({
    ...entry,
    href: entry.id ? `#${entry.id}` : '',
    children: toAll(entry.children),
  }));
