/**
 * The keys of front matter, each declared once. A key's comment is its documentation: the guide's
 * table of keys is made from it, from its type and its default. Unknown keys are data, no error.
 */
import { z } from 'astro/zod';
import { ASSISTANTS, type Assistant } from '../../shared/agents/assistants.ts';
import { languageNamed, languageTag } from '../direction.ts';
import { cspSources } from './csp.ts';
import { links, navItems, tocGroups } from './groups.ts';
import { languageTabs } from './language-tabs.ts';
import { metaElements } from './meta.ts';
import { banner, openApi, titlePattern, tryIt } from './features.ts';
import { theme } from './theme.ts';
export type { TocGroup } from './groups.ts';
export type { LanguageTab } from './language-tabs.ts';
export type { Theme } from './theme.ts';
import { boolean, integer, isScalar, listOf } from './value-types.ts';
import { oneOf, text, textMap, texts, textsOfAny, type } from './value-types.ts';

/** Whom a key concerns. Keys of the site are read from the root index page only. */
type Scope = 'document' | 'site';

/** @returns gives a type the value that holds where nothing is written */
const keyOf =
  (scope: Scope) =>
  <T>(type: z.ZodType<T>, value: NoInfer<T>): z.ZodType<T> =>
    type.default(() => structuredClone(value) as never).meta({ ...type.meta(), scope });
const ofDocument = keyOf('document');
const ofSite = keyOf('site');

const language = type(
  'a language tag',
  (written) => `write \`{key}: ${languageNamed(written) ?? 'en'}\``,
  (value) => (isScalar(value) ? languageTag(String(value)) : undefined),
);

const assistants = Object.keys(ASSISTANTS) as Assistant[];

export const frontMatterSchema = z.object({
  /** The document's title. A page without one of its own is built, but not listed. */
  title: ofDocument(text('My API'), 'API Documentation'),
  /** Languages of the samples, in the order of the tabs: `shell`, or `shell: cURL` to name the tab. */
  language_tabs: ofDocument(languageTabs, []),
  /** Below the contents: HTML, mostly links. */
  toc_footers: ofDocument(textsOfAny('a list of HTML texts', '<a href="/">Home</a>'), []),
  /** Files that follow this one in the document, looked for in `includes/` and beside the page. */
  includes: ofDocument(texts('a list of file names', 'errors'), []),
  /** Whether search finds this document. The search box goes when no document is left. */
  search: ofDocument(boolean, true),
  /** Whether code has a copy button. */
  code_clipboard: ofDocument(boolean, true),
  /** `<meta>` elements of the page: `{name: robots, content: noindex}`. */
  meta: ofDocument(metaElements, []),
  /** The language of the text and of the interface, as a BCP 47 tag. */
  lang: ofDocument(language, 'en'),
  /** The direction of the text; `lang` says it if left out. Right-to-left mirrors the layout. */
  dir: ofDocument(oneOf('ltr', 'rtl'), 'ltr'),
  /** The page's description, for search engines and link previews. */
  description: ofDocument(text('What this API does'), ''),
  /** How many levels of headings the contents list. */
  toc_depth: ofDocument(integer(1, 6), 2),
  /** Groups over the headings of the contents. */
  toc: ofDocument(tocGroups, []),
  /** How heading ids are made; `nested` is Slate's variant that joins the ids of the headings above. */
  ids: ofDocument(oneOf('slate', 'nested'), 'slate'),
  /** Columns, the contents' own among them: 2 for a document without a code column. */
  columns: ofDocument(integer(2, 3) as z.ZodType<2 | 3>, 3),
  /** Whether each top-level heading becomes a page of its own, and the whole `all.html`. */
  paged: ofDocument(boolean, false),
  /** The reference that this document is a version or a translation of: the same in all of them. */
  reference: ofDocument(text('orders'), ''),
  /** The version of the reference that this document describes. */
  version: ofDocument(text('v2'), ''),
  /** Whether the document is built but not listed, searched or in the sitemap. */
  hidden: ofDocument(boolean, false),
  /** Whether search engines are told to leave the page out. */
  noindex: ofDocument(boolean, false),
  /** The picture of link previews: a file of the content folder, or a URL. */
  image: ofDocument(text('images/preview.png'), ''),
  /** How a page is laid out; `page` is one without panes, such as a landing page. */
  layout: ofDocument(oneOf('reference', 'page'), 'reference'),
  /** How deep sets of attributes are open at first; 0: all of them are closed. */
  attributes_open: ofDocument(integer(0, 9), 0),
  /** A description in OpenAPI whose operations follow the text. */
  openapi: ofDocument(openApi, ''),
  /** Whether readers can send an operation's request: `server`, `auth`, `confirm`, `credentials`. */
  try_it: ofDocument(tryIt, false),
  /** Old paths that lead to this document, from the root of the site. */
  redirects: ofDocument(
    texts('a list of old paths', '/old.html')
      .transform((paths) => paths.map((path) => (/^([a-z]+:|\/)/i.test(path) ? path : `/${path}`)))
      .meta({ expected: 'a list of old paths' }),
    [],
  ),
  /** Order and groups of the documents; by title if left out. */
  nav: ofSite(navItems, []),
  /** The look of the site: `accent`, `logo`, `favicon`, `code`, `fonts`, `sidebar_width`, `prose_width`. */
  theme: ofSite(theme, {}),
  /** What the owner's own `head.html` needs beside what the pages need; false for no policy at all. */
  csp: ofSite(cspSources, {}),
  /** Links in the header. */
  links: ofSite(links, []),
  /** A line above every page, until a day if it is so set. */
  banner: ofSite(banner, ''),
  /** Assistants that links at the title open with the page's address; they need `--site`. */
  ask: ofSite(listOf(oneOf(...assistants), 'a list of assistants', 'claude'), []),
  /** Whether pages say when they last changed, by the history of their sources in Git. */
  last_changed: ofSite(boolean, false),
  /** The browser's title of a page: `%s` stands for the page's own. */
  title_pattern: ofSite(titlePattern, ''),
  /** The form of addresses: `/x.html`, as Slate has it, or `/x/`. */
  urls: ofSite(oneOf('file', 'directory'), 'file'),
  /** Files of the content folder that are no part of the site, as in a `.gitignore`. */
  ignore: ofSite(texts('a list of file patterns', 'drafts/**'), []),
  /** Where a page can be edited: a URL in which `{file}` stands for the file, or to which it is added. */
  edit_url: ofSite(text('https://github.com/me/docs/edit/main/content/{file}'), ''),
  /** Whether authors' HTML is kept as it is; false for content that is not the owner's. */
  raw_html: ofSite(boolean, true),
  /** Whether prose takes the whole width where a section has no code. */
  widen: ofDocument(boolean, false),
  /** Sections whose code stands in the prose column. */
  center: ofDocument(texts('a list of heading ids', 'errors'), []),
  /** The owner's words for the interface, over the language's own. */
  words: ofSite(textMap('a map of texts', '{search: Find}'), {}),
});

export interface FrontMatter extends z.infer<typeof frontMatterSchema> {
  /** The author wrote a title. */
  titled: boolean;
  /** Everything as written, for `{frontmatter.x}` and ERB. */
  data: Record<string, unknown>;
}

/** What holds where nothing is written. A new object each time. */
export function defaultFrontMatter(): FrontMatter {
  const { title, ...others } = frontMatterSchema.parse({});
  return { title, titled: false, ...others, data: {} };
}
