/** Front matter as the config file writes it. Each key is what a page's front matter has. */

/** One text a language, in the order of the tabs: `'shell'`, or `'shell: cURL'` to name the tab. */
type LanguageTab = string | Record<string, string>;

export interface PageDefaults {
  /** Languages of the samples, in the order of the tabs. */
  language_tabs?: LanguageTab[];
  /** Below the contents: HTML, mostly links. */
  toc_footers?: string[];
  /** Files that follow every page in its document. */
  includes?: string[];
  /** Whether search finds a document. */
  search?: boolean;
  /** Whether code has a copy button. */
  code_clipboard?: boolean;
  /** `<meta>` elements of each page, as maps of their attributes. */
  meta?: Record<string, string>[];
  /** The language of text and interface, as a BCP 47 tag. */
  lang?: string;
  /** The direction of the text; `lang` says it if left out. */
  dir?: 'ltr' | 'rtl';
  /** The description for search engines and link previews. */
  description?: string;
  /** How many levels of headings the contents list: 1 to 6. */
  toc_depth?: number;
  /** How heading ids are made. */
  ids?: 'slate' | 'nested';
  /** Columns, the contents' own among them: 2 for documents without a code column. */
  columns?: 2 | 3;
  /** Whether each top-level heading becomes a page of its own. */
  paged?: boolean;
  /** The version of the reference that documents describe. */
  version?: string;
  /** How pages are laid out. */
  layout?: 'reference' | 'page';
  /** Whether prose takes the whole width where a section has no code. */
  widen?: boolean;
  /** Any other key of front matter, and data of your own for `{frontmatter.x}`. */
  [key: string]: unknown;
}
