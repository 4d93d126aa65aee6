/** Blocks that the Markdown parser never sees: put back into its tree. */

export interface Fence {
  kind: 'fence';
  /** As written: `python--async`. */
  language: string;
  meta: string;
  /** Without the fence's indentation; ends with a line feed unless empty. */
  code: string;
  /** 0-based, of the opening fence. */
  line: number;
}

/** From start tag to end tag, or a comment. */
interface HtmlBlock {
  kind: 'html';
  html: string;
  line: number;
}

export type Block = Fence | HtmlBlock;
