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

/** How the site looks. Every key may be left out. */
export interface Theme {
  /** The one colour of links, marks and choices: a CSS colour. Where it lacks contrast, it is shaded until it has enough. */
  accent?: string;
  /** Image in the content folder, or one for each ground: `{light, dark}`. */
  logo?: string | { light: string; dark: string };
  /** Icon of the browser's tab: an image in the content folder. */
  favicon?: string;
  /** Ground of the code column: `dark` (also on a light page) or `light`. */
  code?: 'dark' | 'light';
  /** Width of the sidebar, a CSS length: `270px`. */
  sidebar_width?: string;
  /** Greatest width of the prose, a CSS length: `38rem`. */
  prose_width?: string;
}

/**
 * The keys of front matter. The first lines are Slate's and keep Slate's meaning; the site's (`nav`, `theme`, `csp`,
 * `edit_url`, `raw_html`) are read from the root index page only. Unknown keys are data (`data`), never an error.
 */
export interface FrontMatter {
  /** The document's title: text, `API Documentation` if left out. A page without one of its own is built, but not listed. */
  title: string;
  /** The author wrote a title. */
  titled: boolean;
  /** Languages of the samples, in the order of the tabs: a list of `shell`, or `shell: cURL` to name the tab. */
  language_tabs: LanguageTab[];
  /** Below the contents: a list of HTML texts, mostly links. */
  toc_footers: string[];
  /** Files that follow this one in the document: a list of names, looked for in `includes/` and beside the page. */
  includes: string[];
  /** Whether search finds this document: true or false. The search box goes when no document is left. */
  search: boolean;
  /** Whether code has a copy button: true or false. */
  code_clipboard: boolean;
  /** `<meta>` elements of the page: a list of attribute maps, `{name: robots, content: noindex}`. */
  meta: Record<string, string>[];
  /** The language of the text and of the interface: a BCP 47 tag, `en` if left out. */
  lang: string;
  /** The direction of the text: `ltr` or `rtl`; `lang` says it if left out. */
  dir: 'ltr' | 'rtl';
  /** The page's description, for search engines and link previews: text. */
  description: string;
  /** How many levels of headings the contents list: 1 to 6. */
  toc_depth: number;
  /** Groups over the headings of the contents: a list of `{title, items: [heading id]}`. */
  toc: TocGroup[];
  /** How heading ids are made: `slate`, or `nested` for Slate's variant that joins the ids of the headings above. */
  ids: 'slate' | 'nested';
  /** Columns beside the contents and with them: 3, or 2 for a document without a code column. */
  columns: 2 | 3;
  /** Whether each top-level heading becomes a page of its own: true or false. */
  paged: boolean;
  /** The reference that this document is a version or a translation of: text, the same in all of them. */
  reference: string;
  /** The version of the reference that this document describes: text. */
  version: string;
  /** Whether the document is built but not listed, searched or in the sitemap: true or false. */
  hidden: boolean;
  /** Old paths that lead to this document: a list of paths from the root of the site. */
  redirects: string[];
  /** Order and groups of the documents: a list of files, or of `{title, items: [file]}`. By title if left out. */
  nav: (string | NavGroup)[];
  /** The look of the site: a map of `accent`, `logo`, `favicon`, `code`, `sidebar_width`, `prose_width`. */
  theme: Theme;
  /** What the owner's own `head.html` needs beside what the pages need: a map of Content-Security-Policy directives to lists of origins. */
  csp: Record<string, string[]>;
  /** Where a page can be edited: a URL in which `{file}` stands for the file; without it, the file is put after it. */
  edit_url: string;
  /** Whether authors' HTML is kept as it is: true, or false for content that is not the owner's. */
  raw_html: boolean;
  /** Whether prose takes the whole width where a section has no code: true or false. */
  widen: boolean;
  /** Sections whose code stands in the prose column: a list of heading ids. */
  center: string[];
  /** The owner's words for the interface, over the language's own: a map of texts. */
  words: Record<string, string>;
  /** Everything as written, for `{frontmatter.x}` and ERB. */
  data: Record<string, unknown>;
}

/** What holds where nothing is written. A new object each time. */
export const defaultFrontMatter = (): FrontMatter => ({
  title: 'API Documentation',
  titled: false,
  language_tabs: [],
  toc_footers: [],
  includes: [],
  search: true,
  code_clipboard: true,
  meta: [],
  lang: 'en',
  dir: 'ltr',
  description: '',
  toc_depth: 2,
  toc: [],
  ids: 'slate',
  columns: 3,
  paged: false,
  reference: '',
  version: '',
  hidden: false,
  redirects: [],
  nav: [],
  theme: {},
  csp: {},
  edit_url: '',
  raw_html: true,
  widen: false,
  center: [],
  words: {},
  data: {},
});
