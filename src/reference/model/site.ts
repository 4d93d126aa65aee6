/** The whole site as the right-hand folders (pages, search, publish) read it. */
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { ReferenceDocument } from './page.ts';

/** Documents under one title; the title is empty for documents in no group. */
export interface NavigationGroup {
  title: string;
  /** The title by language, where the owner gave several. */
  titles?: Record<string, string>;
  documents: ReferenceDocument[];
}

export interface Site {
  /** Absolute path of the content folder. */
  root: string;
  /** `/` or `/docs/`: always with both slashes. */
  base: string;
  /** `https://docs.example.com` from `--site`; empty if not given. */
  origin: string;
  /** Front matter of the root index page (site-wide keys), or defaults. */
  frontMatter: FrontMatter;
  documents: ReferenceDocument[];
  /** Listed documents in the owner's order and groups (`nav`; by title otherwise). */
  navigation: NavigationGroup[];
  /** Files carried to the output: path relative to the content folder → absolute path. */
  assets: Map<string, string>;
  /** Files to download that were made: path below the site root → content. */
  downloads: Map<string, string>;
}
