/** What `import { defineConfig } from 'phyllite'` gives: the config file's types. */
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { LanguageRegistration } from 'shiki';
import type { PageDefaults } from './page-defaults.ts';

export type { PageDefaults } from './page-defaults.ts';

export interface Link {
  label: string;
  /** A web address, or a path of the site. */
  href: string;
}

/** A page's file or URL, a link, or a group of both. */
export type NavItem =
  | string
  | Link
  | { title: string | Record<string, string>; items: (string | Link)[] };

export interface Theme {
  /** The one colour of links, marks and choices: a CSS colour. */
  accent?: string;
  /** Image in the content folder, or one for each ground. */
  logo?: string | { light: string; dark: string };
  /** Icon of the browser's tab: an image in the content folder. */
  favicon?: string;
  /** Ground of the code column. */
  code?: 'dark' | 'light';
  /** Font files of the content folder, or packages such as `@fontsource-variable/inter`. */
  fonts?: { body?: string; code?: string };
  /** Width of the sidebar, a CSS length. */
  sidebar_width?: string;
  /** Greatest width of the prose, a CSS length. */
  prose_width?: string;
}

/** A TextMate grammar as VS Code has it: JSON. */
export type Grammar = Pick<LanguageRegistration, 'name' | 'scopeName'> &
  Partial<LanguageRegistration>;

/** Every key may be left out. Paths are relative to the folder of the config file. */
export interface Config {
  /** The content folder; `content` if left out. */
  content?: string;
  /** Where the site goes; `dist` if left out. */
  out?: string;
  /** The published origin, such as `https://docs.example.com`: for canonical links and the sitemap. */
  site?: string;
  /** The path the site lies under, such as `/docs`. */
  base?: string;
  /** Whether warnings count as failure. */
  strict?: boolean;
  /** Front matter of every page that does not say otherwise. */
  defaults?: PageDefaults;
  /** The browser's title of a page: `%s` stands for the page's own. */
  titlePattern?: string;
  /** The form of addresses: `/x.html` (`file`), as Slate has it, or `/x/` (`directory`). */
  urls?: 'file' | 'directory';
  /** The look of the site. */
  theme?: Theme;
  /** Links in the header, and in the menu on a phone. */
  links?: Link[];
  /** A line above every page, in builds until the day `until` (`2027-01-31`). */
  banner?: string | { text: string; href?: string; until?: string };
  /** Order and groups of the documents; by title if left out. */
  nav?: NavItem[];
  /** Files of the content folder that are no part of the site, as in a `.gitignore`: `drafts/**`. */
  ignore?: string[];
  /** Where a page can be edited: a URL in which `{file}` stands for the file. */
  editUrl?: string;
  /** Your own words for the interface, over the language's own. */
  words?: Record<string, string>;
  /**
   * Assistants that links open with the page's address, of `claude`, `chatgpt`, `perplexity`,
   * `mistral`, `grok`; they need `site`.
   */
  ask?: string[];
  /** Whether pages say when they last changed. */
  lastChanged?: boolean;
  /** Whether the content is somebody else's: no code of it runs, and no HTML is kept that may do harm. */
  untrusted?: boolean;
  /** What your `head.html` needs of the Content-Security-Policy, by directive; `false` for no policy. */
  csp?: Record<string, string[]> | false;
  /** Plugins for `.mdx` files. They run before Phyllite's own. */
  markdown?: {
    /** On the text's tree (mdast). */
    remarkPlugins?: RemarkPlugins;
    /** On the page's tree (hast). */
    rehypePlugins?: RehypePlugins;
  };
  /** Languages of samples. */
  code?: {
    /** TextMate grammars, as Shiki takes them. */
    languages?: (Grammar | Grammar[])[];
    /** A fence's language → the language that it is read as. */
    aliases?: Record<string, string>;
  };
  /** Integrations of Astro's, such as `react()` for islands. */
  integrations?: AstroIntegration[];
  /** Settings of Vite's. */
  vite?: AstroInlineConfig['vite'];
}

/** Gives the config its types: `export default defineConfig({ … })`. */
export const defineConfig = (config: Config): Config => config;
