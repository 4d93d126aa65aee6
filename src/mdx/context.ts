/** What the MDX steps know of the file at hand. */
// For what they add to the types of mdast and hast.
import type {} from 'mdast-util-to-hast';
import type {} from 'mdast-util-mdx';
import type {} from 'mdast-util-directive';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { OutlinePiece } from './outline-piece.ts';
import type { ModuleScope } from './estree/module-scope.ts';

/** Told by the build, a file at a time. */
export interface MdxContext {
  /** Path relative to the content folder, with `/`. */
  file: string;
  report: Report;
  /** Absolute path of the content folder. */
  root: string;
  /** The page that the file is shown on: the file of its document, relative. */
  page: string;
  /** Another file imports it, for this page. */
  isImported: boolean;
  /** Components that a file has without an import: name → absolute path. */
  components: ReadonlyMap<string, string>;
  /** The page's front matter, as written; also for its includes. */
  frontMatter: Record<string, unknown>;
  /** Takes the headings of the file, and the files that it shows, once they are known. */
  setOutline(outline: OutlinePiece[]): void;
}

/** The same with what the first step finds out. */
export interface MdxFile extends MdxContext {
  /** Absolute path. */
  path: string;
  /** The text that positions refer to: front matter blanked, lines as the author has them. */
  text: string;
  scope: ModuleScope;
  /** Names of the MDX files that it imports → their modules (`imports/module-id.ts`). */
  imported: Map<string, string>;
  /** The config file has integrations: components of a framework may be of one of them. */
  hasIntegrations: boolean;
  /** The owner's project, whose packages the content may import; absolute. */
  owner: string | undefined;
  /** Parses a piece of MDX, for what another syntax had taken. */
  parse(text: string): import('mdast').Root;
}
