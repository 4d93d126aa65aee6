/// <reference types="astro/client" />
// Before Sätteri's types, which give MDX nodes less than MDX's own do: the first that TypeScript
// reads hold.
/// <reference types="mdast-util-mdx" />

declare namespace App {
  /** What the one page (`pages/[...page].astro`) is asked for. */
  interface Locals {
    /** A page to lay out. */
    view?: import('./layouts/head.ts').View;
    /** MDX files, relative, whose HTML is handed on. */
    mdx?: { files: string[]; take(file: string, html: string, error?: unknown): void };
  }
}

/**
 * Every `.mdx` file of the content folder by its relative path, and the components an author has in
 * it.
 */
declare module 'phyllite:mdx' {
  import type { MDXInstance } from 'astro';
  /** In `dev` with what was thrown where one could not be loaded. */
  type Module = Partial<MDXInstance<Record<string, unknown>>> & { 'phyllite:error'?: unknown };
  export const modules: Record<string, Module>;
  export const components: Record<string, unknown>;
}

/**
 * The site's components: ours, or the owner's of the same name from `components/` of the content
 * folder.
 */
declare module 'phyllite:components' {
  type Component = (props: any) => any;
  export const Head: Component;
  export const Header: Component;
  export const Sidebar: Component;
  export const Search: Component;
  export const Contents: Component;
  export const PageTools: Component;
  export const Footer: Component;
}
