/** A page: what one HTML file shows. */
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { Section } from './section.ts';

/** Of the contents tree. */
export interface Entry {
  id: string;
  title: string;
  /** With base. */
  href: string;
  method?: string;
  deprecated?: boolean;
  beta?: boolean;
  children: Entry[];
}

export interface ReferenceDocument {
  /** Relative to the content folder. */
  file: string;
  /** Without base: `/`, `/harvest.html`, `/open-banking/`. */
  url: string;
  listed: boolean;
  /** There is a newer version: search leaves it out for readers of others. */
  older?: true;
  /** The original in the site's first language (`reference/borrowed.ts`). */
  borrowed?: ReferenceDocument;
  frontMatter: FrontMatter;
  /** Groups (an entry without href) over entries, down to `toc_depth`. */
  contents: Entry[];
  /** Top-level; text before the first heading is of level 0. */
  sections: Section[];
  pages: Page[];
}

export interface Page {
  /** `document`: the authored page. `section`, `all`: a part, the whole of a paged document. */
  kind: 'document' | 'section' | 'all';
  /** Without base: `/`, `/coupons.html`. */
  url: string;
  document: ReferenceDocument;
  /** Of kind `section`: the heading it begins with. */
  id?: string;
  /** The document's, or the h1's. */
  title: string;
  /** Within a chapter that is too large for one page. */
  part?: string;
  /** Top-level, with children. */
  sections: Section[];
  previous?: { title: string; href: string };
  next?: { title: string; href: string };
}

/** Parents before children. */
export function* walk(sections: Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* walk(section.children);
  }
}
