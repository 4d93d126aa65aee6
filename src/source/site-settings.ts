/** What holds for the whole site from outside the content folder (the config file). */
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { PlaceInConfig } from './front-matter/positions.ts';

export interface SiteSettings {
  /** Holds on every page, and for the site, where front matter says nothing. */
  frontMatter: Partial<FrontMatter>;
  /** The same as it is written, for `{frontmatter.x}` and ERB. */
  data: Record<string, unknown>;
  /** The content is somebody else's: no code of the folder is compiled, and no HTML kept that may do harm. */
  untrusted: boolean;
  /** Where it says so: the file absolute. */
  place?: PlaceInConfig;
}

export const noSettings: SiteSettings = { frontMatter: {}, data: {}, untrusted: false };
