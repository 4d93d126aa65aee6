/** What the MDX steps know of the file at hand. */
// Adds to the types of mdast and hast.
import type {} from 'mdast-util-to-hast';
import type {} from 'mdast-util-mdx';
import type {} from 'mdast-util-directive';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { OutlinePiece } from './outline-piece.ts';
import type { ModuleScope } from './estree/module-scope.ts';

/** Told by the build, a file at a time. */
export interface MdxContext {
  /** Relative to the content folder, with `/`. */
  file: string;
  report: Report;
  /** Of the content folder, absolute. */
  root: string;
  /** The page that shows the file, relative. */
  page: string;
  /** By another file, for this page. */
  isImported: boolean;
  /** Without an import: name → absolute path. */
  components: ReadonlyMap<string, string>;
  /** As written; also for the page's includes. */
  frontMatter: Record<string, unknown>;
  /** Headings, and the files that it shows. */
  setOutline(outline: OutlinePiece[]): void;
}

/** With what the first step finds out. */
export interface MdxFile extends MdxContext {
  /** Absolute. */
  path: string;
  /** Positions refer to it: front matter blanked, lines as the author has them. */
  text: string;
  scope: ModuleScope;
  /** MDX files it imports → their modules (`imports/module-id.ts`). */
  imported: Map<string, string>;
  /** A framework's components may be of one. */
  hasIntegrations: boolean;
  /** The owner's project, whose packages may be imported; absolute. */
  owner: string | undefined;
  /** For what another syntax had taken. */
  parse(text: string): import('mdast').Root;
}
