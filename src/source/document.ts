/** A document: a page file with its includes, in order. What `source/` hands on. */
import type { ElementContent } from 'hast';
import type { CodeFile } from './code-files.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Origin } from './erb/source-map.ts';

/** `openapi`: a chapter of a description, made when the description is read. */
export type Dialect = 'mdx' | 'slate' | 'openapi';

export const dialectOf = (file: string): Dialect => (/\.mdx$/i.test(file) ? 'mdx' : 'slate');

/** One source file, ready for `markup/`. */
export interface SourceFile {
  /** Path relative to the content folder, with `/`. */
  file: string;
  /** Absolute path. */
  path: string;
  dialect: Dialect;
  /** Text after front matter; for Slate with ERB already expanded. */
  text: string;
  /** Lines of front matter before `text`: added to a line of `text` they give the author's line. */
  lineOffset: number;
  /** Id of the module that it is compiled to, relative, where that is not the file's own name. */
  module?: string;
  /** Where the lines of `text` come from, if ERB brought in text of other files. */
  origins?: Origin[];
  /** What its fences name by `file="…"`, as written. */
  codeFiles?: [name: string, file: CodeFile][];
  /** A description's, at the end of this heading's section. */
  appended?: Appended;
}

export interface Appended {
  /** As its file gives it. */
  id: string;
  nodes: ElementContent[];
}

export interface SourceDocument {
  /** The page file's path relative to the content folder, with `/`. */
  file: string;
  /** `/`, `/harvest.html`, `/open-banking/`: without base. */
  url: string;
  /** Has a title of its own, or is the index, or `nav` names it; and is not `hidden`. */
  listed: boolean;
  frontMatter: FrontMatter;
  /** The page file first, then its includes. */
  files: SourceFile[];
}
