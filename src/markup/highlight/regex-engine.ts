/**
 * Shiki's JavaScript regex engine, but for patterns that a line cannot match: these are neither translated from
 * Oniguruma's syntax nor compiled nor run, which halves the time that a cold build takes to highlight.
 */
import { defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript';
import type { RegistryOptions } from 'shiki/textmate';
import { meets, requiredSubstrings, type RequiredSubstrings } from './required-substrings.ts';

type Library = RegistryOptions['onigLib'];
type Match = ReturnType<ReturnType<Library['createOnigScanner']>['findNextMatchSync']>;

/** A pattern and its last search, which holds for every later start up to what was found. */
interface Pattern {
  source: string;
  needed: RequiredSubstrings | undefined;
  /** undefined: not translated yet; null: not to be translated (Shiki's `forgiving`: such a pattern never matches). */
  regexp: RegExp | null | undefined;
  /** The regexp looks back to where the search began, so that a search says nothing of another. */
  sticky: boolean;
  line: Line | undefined;
  from: number;
  found: RegExpExecArray | null;
}

interface Line {
  content: string;
  /** Set when first needed; undefined where letters beyond ASCII make folding uncertain. */
  lower?: string | undefined;
}

// eslint-disable-next-line no-control-regex
const ascii = /^[\x00-\x7f]*$/;

export function createRegexEngine(): Library {
  const patterns = new Map<string, Pattern>();
  const patternOf = (source: string): Pattern => {
    let pattern = patterns.get(source);
    if (!pattern)
      patterns.set(
        source,
        (pattern = {
          source,
          needed: requiredSubstrings(source),
          regexp: undefined,
          sticky: false,
          line: undefined,
          from: 0,
          found: null,
        }),
      );
    return pattern;
  };
  return {
    createOnigString: (content) => ({ content }),
    createOnigScanner(sources) {
      const all = sources.map((source) => patternOf(String(source)));
      return {
        findNextMatchSync: (text, start) =>
          nearest(all, typeof text === 'string' ? { content: text } : text, start),
      };
    },
  };
}

/** The match that begins first; of two at one place that of the earlier pattern. */
function nearest(patterns: readonly Pattern[], line: Line, start: number): Match {
  let best: RegExpExecArray | undefined,
    index = -1;
  for (let at = 0; at < patterns.length; at++) {
    const found = search(patterns[at]!, line, start);
    if (!found || (best && found.index >= best.index)) continue;
    best = found;
    index = at;
    if (found.index === start) break;
  }
  if (!best) return null;
  return {
    index,
    captureIndices: best.indices!.map((pair) =>
      pair
        ? { start: pair[0], end: pair[1], length: pair[1] - pair[0] }
        : { start: none, end: none, length: 0 },
    ),
  };
}

/** Where a group took no part, as vscode-oniguruma says it. */
const none = 0xffff_ffff;

function search(pattern: Pattern, line: Line, start: number): RegExpExecArray | null {
  const { found } = pattern;
  if (
    pattern.line === line &&
    !pattern.sticky &&
    pattern.from <= start &&
    (!found || found.index >= start)
  )
    return found;
  pattern.line = line;
  pattern.from = start;
  if (!canMatch(pattern.needed, line)) {
    pattern.from = 0;
    return (pattern.found = null);
  }
  if (pattern.regexp === undefined) translate(pattern);
  if (!pattern.regexp) return (pattern.found = null);
  pattern.regexp.lastIndex = start;
  try {
    return (pattern.found = pattern.regexp.exec(line.content));
  } catch {
    return (pattern.found = null);
  }
}

function canMatch(needed: RequiredSubstrings | undefined, line: Line): boolean {
  if (!needed) return true;
  let content: string | undefined = line.content;
  if (needed.folded) {
    if (!('lower' in line)) line.lower = ascii.test(content) ? content.toLowerCase() : undefined;
    content = line.lower;
    if (content === undefined) return true;
  }
  return meets(content, needed.need);
}

function translate(pattern: Pattern): void {
  try {
    const regexp = defaultJavaScriptRegexConstructor(pattern.source, { target: 'auto' });
    pattern.regexp = regexp;
    pattern.sticky =
      regexp.sticky ||
      Boolean((regexp as { rawOptions?: { strategy?: unknown } }).rawOptions?.strategy);
  } catch {
    pattern.regexp = null;
  }
}
