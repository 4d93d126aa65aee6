/** What the config file says of the whole site. */
import type { FrontMatter } from './front-matter/front-matter.ts';

export interface SiteSettings {
  /** Where front matter says nothing. */
  frontMatter: Partial<FrontMatter>;
  /** As written, for `{frontmatter.x}` and ERB. */
  data: Record<string, unknown>;
  /** No code of the folder is compiled, and no HTML kept that may do harm. */
  untrusted: boolean;
}

export const noSettings: SiteSettings = { frontMatter: {}, data: {}, untrusted: false };
