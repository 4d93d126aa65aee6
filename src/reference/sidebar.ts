/**
 * What the sidebar of one page holds: the document's own branch, its siblings' titles and the titles of groups and
 * documents. The rest is in `nav.json`, so that a site's size grows with its text and not with its square.
 */
import type { Relatives } from './family.ts';
import type { Entry, Page, ReferenceDocument } from './page.ts';
import type { Site } from './site.ts';

export interface SidebarDocument {
  title: string;
  href: string;
  /** Key of its contents in nav.json: its URL without base. */
  url: string;
  current: boolean;
  /** Contents, as far as this page holds them; undefined: in nav.json. */
  entries?: SidebarEntry[];
}

export interface SidebarEntry extends Omit<Entry, 'children'> {
  /** Undefined: there are some, in nav.json. */
  children?: SidebarEntry[];
}

export interface SidebarGroup {
  title: string;
  documents: SidebarDocument[];
}

export interface Sidebar {
  groups: SidebarGroup[];
  /** Entries of the current document left out on either side, since it has more than a hundred. */
  cut: boolean;
}

/** So many siblings' titles stand in a page. */
const most = 100;

export function sidebarOf(site: Site, page: Page, families: Map<ReferenceDocument, Relatives>): Sidebar {
  const { document } = page;
  const sidebar: Sidebar = { groups: [], cut: false };
  const shown = (other: ReferenceDocument) => standsFor(other, document, families);
  for (const { title, documents } of site.navigation) {
    const listed = documents.filter((other) => shown(other) === other);
    if (!listed.length) continue;
    sidebar.groups.push({
      title,
      documents: listed.map((other) => ({
        title: other.frontMatter.title, url: other.url, href: site.base + other.url.slice(1), current: other === document,
        ...(other === document && { entries: branch(other, page, sidebar, site.base) }),
      })),
    });
  }
  // A document that is in no list (hidden, without a title) still has its own contents beside it.
  if (!sidebar.groups.some(({ documents }) => documents.some(({ current }) => current)))
    sidebar.groups.unshift({ title: '', documents: [{ title: document.frontMatter.title, url: document.url, href: site.base + document.url.slice(1), current: true, entries: branch(document, page, sidebar, site.base) }] });
  return sidebar;
}

/** Of versions and translations of one reference the list shows one: the reader's own, else the newest in the reader's language. */
function standsFor(other: ReferenceDocument, current: ReferenceDocument, families: Map<ReferenceDocument, Relatives>): ReferenceDocument {
  const relatives = families.get(other);
  if (!relatives || other === current) return other;
  if (relatives.versions.includes(current) || relatives.translations.includes(current)) return current;
  const sameFamily = other.frontMatter.reference === current.frontMatter.reference;
  if (sameFamily) return current;
  const language = relatives.translations.find(({ frontMatter }) => frontMatter.lang === current.frontMatter.lang) ?? relatives.translations[0];
  if (language && language !== other) return language;
  return relatives.newest ?? other;
}

function branch(document: ReferenceDocument, page: Page, sidebar: Sidebar, base: string): SidebarEntry[] {
  const here = base + page.url.slice(1);
  const paged = document.pages.length > 1;
  if (!paged || page.kind === 'all') return page.kind === 'all' ? toAll(document.contents) : document.contents;
  const own = (entry: Entry): boolean => entry.href.split('#')[0] === here || entry.children.some(own);
  const trim = (entries: Entry[]): SidebarEntry[] => {
    const at = Math.max(0, entries.findIndex(own));
    const from = Math.max(0, Math.min(at - most / 2, entries.length - most));
    if (entries.length > most) sidebar.cut = true;
    return entries.slice(from, from + most).map(({ children, ...entry }) => {
      if (!children.length) return { ...entry, children: [] };
      // A group over pages is a title of the tree, not a page.
      const open = !entry.href || own({ ...entry, children });
      return open ? { ...entry, children: !entry.href ? trim(children) : children } : entry;
    });
  };
  return trim(document.contents);
}

/** On `all.html` every entry is of this very page. */
const toAll = (entries: Entry[]): SidebarEntry[] => entries.map((entry) => ({ ...entry, href: entry.id ? `#${entry.id}` : '', children: toAll(entry.children) }));
