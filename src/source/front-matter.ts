/** Front matter as the rest of the build reads it: defaults filled in, Slate's looser forms normalised. */

/** A language tab. */
export interface LanguageTab {
  /** As fences write it: `shell`, `python--async`. */
  name: string;
  /** As readers see it: `cURL`; the name's own label (`Shell` …) where the author gave none. */
  label: string;
}

export interface TocGroup {
  title: string;
  /** Heading ids. */
  items: string[];
}

export interface NavGroup {
  title: string;
  /** Document files, relative to the content folder. */
  items: string[];
}

export interface Theme {
  /** CSS colour. */
  accent?: string;
  /** Image in the content folder, or one for each ground. */
  logo?: string | { light: string; dark: string };
  favicon?: string;
  /** Ground of the code column. */
  code?: 'dark' | 'light';
  /** CSS lengths. */
  sidebar_width?: string;
  prose_width?: string;
}

/** Site-wide and document keys; see DESIGN "Front matter". Every key has a JSDoc line that is also its documentation. */
export interface FrontMatter {
  title: string;
  /** The author wrote a title. */
  titled: boolean;
  language_tabs: LanguageTab[];
  toc_footers: string[];
  includes: string[];
  search: boolean;
  code_clipboard: boolean;
  /** Attribute maps of `<meta>` elements. */
  meta: Record<string, string>[];
  lang: string;
  dir: 'ltr' | 'rtl';
  description: string;
  toc_depth: number;
  toc: TocGroup[];
  ids: 'slate' | 'nested';
  columns: 2 | 3;
  paged: boolean;
  reference: string;
  version: string;
  hidden: boolean;
  redirects: string[];
  nav: (string | NavGroup)[];
  theme: Theme;
  csp: Record<string, string[]>;
  edit_url: string;
  raw_html: boolean;
  /** Prose takes the whole width where a section has no code. */
  widen: boolean;
  /** The owner's words for the interface, over the language's own. */
  words: Record<string, string>;
  /** Everything as written, for `{frontmatter.x}` and ERB. */
  data: Record<string, unknown>;
}
