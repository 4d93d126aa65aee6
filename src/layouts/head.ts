/**
 * What a page shows beside its text: the props of `Reference.astro`, which the command line fills.
 */
import type { Relatives } from '../reference/versions.ts';
import type { Page, ReferenceDocument } from '../reference/model/page.ts';
import type { Sidebar } from '../reference/nav/sidebar.ts';
import type { Site } from '../reference/model/site.ts';

/** For `<head>`; texts are not yet escaped unless it says so. */
export interface PageHead {
  /** Of the browser's tab. */
  title: string;
  /** Empty: none. */
  description: string;
  canonical?: string;
  /** `<link rel="alternate" hreflang>`. */
  alternates: { lang: string; href: string }[];
  /** URL of the page as Markdown; empty: none. */
  markdown?: string;
  /** Where its sections lie as Markdown (`/md/index/`). */
  sections?: string;
  /** The index for agents: `<link rel="describedby">`. */
  llms?: string;
  /** Links that open an assistant with the address of the page. */
  ask?: { name: string; href: string }[];
  /** `<meta property content>`. */
  openGraph: { property: string; content: string }[];
  /** Inside of `<script type="application/ld+json">`, safe as it is. */
  jsonLd?: string;
  noindex: boolean;
  /**
   * For `<meta http-equiv>`: a mark in whose place the build puts the policy, once the page is whole.
   * Left out where the owner wants none.
   */
  csp?: string;
  /** In `dev`: by which the policy knows the styles that Vite adds to the page. */
  nonce?: string;
}

/** Everything that the layout of one page needs. */
export interface View {
  page: Page;
  site: Site;
  head: PageHead;
  /** The interface's words in the page's language (`components/words/`). */
  words: Record<string, string>;
  /** What the sidebar lists. */
  sidebar: Sidebar;
  /** HTML below the contents (`toc_footers`). */
  footers: string[];
  /**
   * CSS that shows the chosen language's samples, and the owner's colours: safe inside `<style>`.
   */
  style: string;
  /**
   * Puts what the pages have in common into a file beside them, under a name by its content.
   * @param name such as `language.css`. @returns its URL; undefined where the page holds it itself
   */
  share(name: string, text: string): string | undefined;
  /** Where the site's title leads: its first page in the language of this one. */
  home: string;
  /** When the page's sources last changed; undefined where it is not to be said, or not known. */
  lastChanged?: Date;
  /** Versions and translations of the document. */
  relatives?: Relatives;
  /**
   * Of such a one: where the page stands in it, and the URL of its headings
   * (`publish/files/outline.ts`).
   */
  placeOf(document: ReferenceDocument): { href: string; outline: string };
  /**
   * URL of `nav.json`, with base (`reference/nav/trees.ts`). Left out where every tree is whole.
   */
  navUrl?: string;
  /**
   * URL of a JSON object, page → ids on it, by which old links to a document that is cut into pages
   * find their page.
   */
  movedUrl?: string;
  /** URLs of what tells where links of other tools lead, with spaces between them. */
  oldLinks?: string;
  /** A hash that stands for none: of nothing where the page itself is not there. */
  lost?: string;
  /** The owner's `head.html`, as it is. */
  headHtml?: string;
  /** URLs of font files to load first, where the system has no good font. */
  fonts: string[];
  /** What "try it" needs on this page, as JSON; left out where it has nothing to send. */
  tryIt?: string;
  /** Whether the site has a search box. True if left out. */
  search?: boolean;
}
