/** Code to HTML: one element a run of equal colour, and none for plain text. */
import { codeHtml, type Mark } from './code-html.ts';
import { partsOf } from './code-parts.ts';
import { jsonRuns } from './json-runs.ts';
import type { Runs } from './runs.ts';
import { shikiRuns } from './shiki-runs.ts';

/** Code beyond this many characters stays plain (JSON is coloured whatever its length). */
const MAX_CODE = 200_000;

export interface Highlighter {
  /**
   * @param text the code, to the letter
   * @param grammar a grammar's name (`grammars.ts`); undefined: plain text
   * @param marks lines and words that the author marked
   * @returns HTML for the inside of `<code>`; its text is `text`
   */
  html(text: string, grammar: string | undefined, marks?: readonly Mark[]): string;
}

/**
 * Highlights synchronously: a grammar is loaded when the first block that needs it is met. Equal
 * blocks are highlighted once.
 */
export function createHighlighter(): Highlighter {
  const memo = new Map<string, string>();
  const runsOf = (text: string, grammar: string | undefined): Runs => {
    if (grammar === undefined) return [];
    const direct = grammar === 'json' ? jsonRuns(text) : undefined;
    if (direct) return direct;
    return text.length > MAX_CODE ? [] : shikiRuns(text, grammar);
  };
  return {
    html(text, grammar, marks) {
      if (marks?.length) return codeHtml(text, runsOf(text, grammar), marks);
      const key = `${grammar ?? ''}\n${text}`;
      let html = memo.get(key);
      if (html === undefined) {
        if (memo.size >= 20_000) memo.clear();
        memo.set(key, (html = codeHtml(text, runsOf(text, grammar), partsOf(text))));
      }
      return html;
    },
  };
}
