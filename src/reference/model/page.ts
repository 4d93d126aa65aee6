/** A page of the site: what one HTML file shows. */
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { Section } from './section.ts';

/** An entry of the contents tree. */
export interface Entry {
  id: string;
  title: string;
  /** URL with base, ready for `href`. */
  href: string;
  method?: string;
  deprecated?: boolean;
  beta?: boolean;
  children: Entry[];
}

/** A document as the rest of the site sees it. */
export interface ReferenceDocument {
  /** The page file, relative to the content folder. */
  file: string;
  /** `/`, `/harvest.html`, `/open-banking/`: without base. */
  url: string;
  listed: boolean;
  /** There is a newer version of it: search leaves it out for readers of others. */
  older?: true;
  /**
   * The document in the site's first language that stands here, since this language has none
   * (`reference/borrowed.ts`).
   */
  borrowed?: ReferenceDocument;
  frontMatter: FrontMatter;
  /** Contents: groups (an entry without href) over entries, down to `toc_depth`. */
  contents: Entry[];
  /** Top-level sections in order; the text before the first heading is one of level 0. */
  sections: Section[];
  pages: Page[];
}

export interface Page {
  /** `document`: the authored page. `section`, `all`: a part, the whole of a paged document. */
  kind: 'document' | 'section' | 'all';
  /** Without base: `/`, `/coupons.html`. */
  url: string;
  document: ReferenceDocument;
  /** Of kind `section`: id of the heading it begins with. */
  id?: string;
  /** The page's own title (the document's, or the h1's). */
  title: string;
  /** Of a part of a chapter that is too large for one page: its name within that. */
  part?: string;
  /** Top-level sections shown on it, with their children. */
  sections: Section[];
  previous?: { title: string; href: string };
  next?: { title: string; href: string };
}

/** Every section of a list, parents before children. */
export function* walk(sections: Section[]): Generator<Section> {
  // With a list of what is to come: a generator within each would pass every section up through all.
  const todo = sections.toReversed();
  for (let section = todo.pop(); section; section = todo.pop()) {
    yield section;
    for (let at = section.children.length - 1; at >= 0; at--) todo.push(section.children[at]!);
  }
}
