/** What the MDX steps know of the file at hand. */
// For what they add to the types of mdast and hast.
import type {} from 'mdast-util-to-hast';
import type {} from 'mdast-util-mdx';
import type {} from 'mdast-util-directive';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { OutlineHeading } from '../markup/fragment.ts';
import type { ModuleScope } from './estree/module-scope.ts';

/** Told by the build, a file at a time. */
export interface MdxContext {
  /** Path relative to the content folder, with `/`. */
  file: string;
  report: Report;
  /** Components that a file has without an import. */
  components: ReadonlySet<string>;
  /** The page's front matter, as written; also for its includes. */
  frontMatter: Record<string, unknown>;
  /** The file's text without front matter. */
  source: string;
  /** Takes the headings of the file, once they are known. */
  setOutline(outline: OutlineHeading[]): void;
}

/** The same with what the first step finds out. */
export interface MdxFile extends MdxContext {
  /** Absolute path. */
  path: string;
  /** The text that positions refer to: front matter blanked, lines as the author has them. */
  text: string;
  scope: ModuleScope;
  /** Parses a piece of MDX, for what another syntax had taken. */
  parse(text: string): import('mdast').Root;
}
