/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** URL of the page that is asked for, where Astro's own paths are not used (build/astro/server-entry.ts). */
    url?: string;
  }
}

/** The session that the command line holds: the site's model, one for build and dev. */
declare module 'phyllite:session' {
  export const session: import('./build/session.ts').Session;
}

/** Every `.mdx` file of the content folder by its relative path, and the components an author has in it. */
declare module 'phyllite:mdx' {
  import type { MDXInstance } from 'astro';
  export const modules: Record<string, MDXInstance<Record<string, unknown>>>;
  export const components: Record<string, unknown>;
}

/** The site's components: ours, or the owner's of the same name from `components/` of the content folder. */
declare module 'phyllite:components' {
  type Component = (props: any) => any;
  export const Head: Component;
  export const Header: Component;
  export const Sidebar: Component;
  export const Search: Component;
  export const Contents: Component;
  export const Footer: Component;
}
