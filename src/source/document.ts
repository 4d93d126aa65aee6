/** A document: a page file with its includes, in order. */
import type { ElementContent } from 'hast';
import type { CodeFile } from './code-files.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Origin } from './erb/source-map.ts';

/** `openapi`: a description's chapter. */
export type Dialect = 'mdx' | 'slate' | 'openapi';

export const dialectOf = (file: string): Dialect => (/\.mdx$/i.test(file) ? 'mdx' : 'slate');

export interface SourceFile {
  /** Relative to the content folder, with `/`. */
  file: string;
  path: string;
  dialect: Dialect;
  /** After front matter, with ERB expanded. */
  text: string;
  /** Added to a line of `text` it gives the author's line. */
  lineOffset: number;
  /** Where ERB brought in text of other files. */
  origins?: Origin[];
  /** What fences name by `file="…"`. */
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
  file: string;
  /** Without base: `/`, `/harvest.html`, `/open-banking/`. */
  url: string;
  /** Titled, the index, or named by `nav`; and not `hidden`. */
  listed: boolean;
  frontMatter: FrontMatter;
  /** The page file first. */
  files: SourceFile[];
}
