/** Code to HTML: one element a run of equal colour, and none for plain text. */
import { codeHtml, type Mark } from './code-html.ts';
import { noCodeSettings, type CodeSettings } from './code-settings.ts';
import { grammarOf, type Grammar } from './grammars.ts';
import { jsonRuns } from './json-runs.ts';
import type { Runs } from './runs.ts';
import { sampleRuns } from './sample-runs.ts';
import { shikiRuns } from './shiki-runs.ts';

/** Code beyond this many characters stays plain (JSON is coloured whatever its length). */
const MAX_CODE = 200_000;

export interface Highlighter {
  /** @param language of a fence, as written */
  grammarOf(language: string): Grammar;
  /**
   * @param text the code, to the letter
   * @param grammar a grammar's name (`grammars.ts`); undefined: plain text
   * @returns HTML for the inside of `<code>`; its text is `text`
   */
  html(text: string, grammar: string | undefined, options?: HtmlOptions): string;
}

export interface HtmlOptions {
  /** Lines and words that the author marked. */
  marks?: readonly Mark[];
  /** The code is a sample that was made of a request. */
  isMade?: boolean;
}

/**
 * Highlights synchronously: a grammar is loaded when the first block that needs it is met. Equal
 * blocks are highlighted once.
 */
export function createHighlighter(settings: CodeSettings = noCodeSettings): Highlighter {
  const { languages, aliases } = settings;
  const own = new Map(
    languages.flatMap((language) =>
      [language.name, ...(language.aliases ?? [])].map((name) => [name.toLowerCase(), language]),
    ),
  );
  const named = new Map(Object.entries(aliases).map(([name, to]) => [name.toLowerCase(), to]));
  const memo = new Map<string, string>();
  const runsOf = (text: string, grammar: string | undefined, isMade = false): Runs => {
    if (grammar === undefined) return [];
    const language = own.get(grammar.toLowerCase()) ?? grammar;
    const direct = typeof language === 'string' ? directRuns(text, language, isMade) : undefined;
    if (direct) return direct;
    return text.length > MAX_CODE ? [] : shikiRuns(text, language);
  };
  return {
    grammarOf(language) {
      const written = language.split('--', 1)[0]!.toLowerCase();
      const name = named.get(written) ?? written;
      const found = own.get(name.toLowerCase());
      return found ? { name: found.name } : grammarOf(name);
    },
    html(text, grammar, { marks = [], isMade } = {}) {
      if (marks.length) return codeHtml(text, runsOf(text, grammar, isMade), marks);
      const key = `${grammar ?? ''}${isMade ? ' made' : ''}\n${text}`;
      let html = memo.get(key);
      if (html === undefined) {
        if (memo.size >= 20_000) memo.clear();
        memo.set(key, (html = codeHtml(text, runsOf(text, grammar, isMade), partsOf(text))));
      }
      return html;
    },
  };
}

/** @returns undefined where a grammar has to read the code */
const directRuns = (text: string, grammar: string, isMade: boolean): Runs | undefined =>
  grammar === 'json' ? jsonRuns(text) : isMade ? sampleRuns(text, grammar) : undefined;

/** Lines of the first part: about what a cut block shows, whose height styles/code.css has. */
export const linesInFirst = 25;
/** The others: mostly out of sight, and each costs bytes. */
export const linesInOthers = 100;

/**
 * Long code in parts of a known height, which browsers lay out only when they come into view
 * (`.part` in styles/code.css): one example may have four thousand lines.
 * @returns stretches of whole lines, in order, but for a shorter rest
 */
function partsOf(text: string): Mark[] {
  const parts: Mark[] = [];
  let start = 0,
    lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++lines < (parts.length ? linesInOthers : linesInFirst)) continue;
    parts.push({ start, end: at + 1, kind: 'part', line: true });
    start = at + 1;
    lines = 0;
  }
  return parts.length > 1 ? parts : [];
}
