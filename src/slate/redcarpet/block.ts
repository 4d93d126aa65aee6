/** Blocks that Markdown's parser never sees: taken out, and put back into its tree. */

export interface Fence {
  kind: 'fence';
  /** First word after the marks, as written: `python--async`. Empty: none. */
  language: string;
  /** What follows it. */
  meta: string;
  /** Without the opening fence's indentation; ends with a line feed unless empty. */
  code: string;
  /** 0-based line of the opening fence, among the lines handed in. */
  line: number;
}

/** Raw HTML from its start tag to its end tag, or a comment. */
interface HtmlBlock {
  kind: 'html';
  html: string;
  line: number;
}

export type Block = Fence | HtmlBlock;
