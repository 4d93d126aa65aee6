/** `nav.json`: the contents that a page does not hold (`reference/nav/trees.ts`). */
export interface Entry {
  title: string;
  href: string;
  method?: string;
  deprecated?: boolean;
  children?: Entry[];
}

export interface DocumentEntry {
  title: string;
  href: string;
  url: string;
  /** Name of the family that it stands for. */
  reference?: string;
}

export interface Nav {
  trees: Record<string, Entry[]>;
  documents?: Record<string, { title: string; documents: DocumentEntry[] }[]>;
}

const none: Nav = { trees: {} };
let loaded: Promise<Nav> | undefined;

/** Fetched once; nothing where it cannot be had, and then asked for again. */
export function loadNav(url: string | undefined): Promise<Nav> {
  if (!url) return Promise.resolve(none);
  loaded ??= fetch(url)
    .then((answer) => answer.json() as Promise<Nav>)
    .catch(() => {
      loaded = undefined;
      return none;
    });
  return loaded;
}

/** The entry of a link, or of a group's title. */
export function findEntry(entries: Entry[], href: string | null, title: string): Entry | undefined {
  for (const entry of entries) {
    const found = (href ? entry.href === href : !entry.href && entry.title === title)
      ? entry
      : findEntry(entry.children ?? [], href, title);
    if (found) return found;
  }
  return undefined;
}
