/** The whole site, for pages, search and publish. */
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { ReferenceDocument } from './page.ts';

/** An empty title: in no group. */
export interface NavigationGroup {
  title: string;
  /** By language. */
  titles?: Record<string, string>;
  documents: ReferenceDocument[];
}

export interface Site {
  /** Of the content folder, absolute. */
  root: string;
  /** `/` or `/docs/`. */
  base: string;
  /** From `--site`: `https://docs.example.com`; may be empty. */
  origin: string;
  /** Of the root index page, or defaults. */
  frontMatter: FrontMatter;
  documents: ReferenceDocument[];
  /** Listed documents in the owner's order, or by title. */
  navigation: NavigationGroup[];
  /** Relative to the content folder → absolute. */
  assets: Map<string, string>;
  /** Made for download: path below the site root → content. */
  downloads: Map<string, string>;
}
