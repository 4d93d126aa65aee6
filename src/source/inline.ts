/** Redcarpet's inline marks, where CommonMark reads them otherwise. */
import { linkEnd } from './link-target.ts';
import { END, ENTITY, GUARD, SHOWN, TAG } from './marks.ts';
import { inlineTag } from './inline-tag.ts';

/** What a backslash escapes in Redcarpet; before anything else it is itself. */
const escapable = new Set('\\`*_{}[]()#+-.!:|&<>^~="$');
const special = /[\\`*_~[\]<&]/g;
const space = /\s/;
const word = /[\p{L}\p{N}]/u;
const punctuation = /[\p{P}\p{S}]/u;

/**
 * Rewrites a paragraph, a heading or a cell so that CommonMark reads it as Redcarpet does. It never adds or takes a line.
 *
 * - No emphasis starts after a letter or a sign (`a*b*c`, `"_x_"`); one may end before a letter (`**注意：**文`).
 * - One tilde is a tilde. A backslash before what Redcarpet does not escape is a backslash.
 * - `[x](a b)` and `[x] (#y)` are links.
 * @param heading marks entities and unknown tags too, of which Slate makes ids
 */
export function normaliseInline(text: string, heading = false): string {
  special.lastIndex = 0;
  if (special.exec(text) === null) return text;
  return new Scan(text, heading).run();
}

class Scan {
  private readonly text: string;
  private readonly heading: boolean;
  private out = '';
  /** Up to here `text` is in `out`. */
  private done = 0;
  /** Runs of emphasis marks that may still be closed. */
  private readonly open: { mark: string; length: number; end: number }[] = [];
  private brackets = 0;
  /** Starts of the runs of backticks that lie ahead, by length. */
  private ticks: Map<number, number[]> | undefined;
  /** Where the last comment ends, so that thousands of open ones are not each looked for to the end. */
  private lastComment: number | undefined;

  constructor(text: string, heading: boolean) {
    this.text = text;
    this.heading = heading;
  }

  run(): string {
    const { text } = this;
    let at = 0;
    for (;;) {
      special.lastIndex = at;
      const found = special.exec(text);
      if (!found) break;
      at = this.step(found.index, found[0]);
    }
    return this.out + text.slice(this.done);
  }

  /** Handles the sign at `at`; returns where to go on. */
  private step(at: number, sign: string): number {
    switch (sign) {
      case '\\': return this.backslash(at);
      case '`': return this.code(at);
      case '<': return this.tag(at);
      case '&': return this.heading ? this.entity(at) : at + 1;
      case '[': this.brackets += 1; return at + 1;
      case ']': return this.closeBracket(at);
      default: return this.emphasis(at, sign);
    }
  }

  private replace(start: number, end: number, by: string): number {
    this.out += this.text.slice(this.done, start) + by;
    this.done = end;
    return end;
  }

  private backslash(at: number): number {
    const next = this.text[at + 1];
    if (next === undefined || escapable.has(next)) return at + 2;
    this.replace(at, at + 1, '\\\\');
    return at + 1;
  }

  private code(at: number): number {
    const run = runAt(this.text, at, '`');
    const starts = (this.ticks ??= ticksOf(this.text)).get(run) ?? [];
    // What lies behind is not asked for again.
    while (starts.length > 0 && (starts.at(-1) as number) < at + run) starts.pop();
    const close = starts.at(-1);
    return (close ?? at) + run;
  }

  private tag(at: number): number {
    if (this.text.startsWith('<!--', at) && at > (this.lastComment ??= this.text.lastIndexOf('-->'))) return at + 4;
    const tag = inlineTag(this.text, at);
    if (!tag) return at + 1;
    if (tag.mended !== undefined) return this.replace(at, tag.end, tag.mended);
    // Slate's ids lack what looks like a tag, known or not.
    if (this.heading && !tag.known) return this.replace(at, tag.end, TAG + escapeAll(this.text.slice(at, tag.end)) + END);
    return tag.end;
  }

  private entity(at: number): number {
    const found = /^&(#?[A-Za-z0-9]+);/.exec(this.text.slice(at, at + 40));
    if (!found) return at + 1;
    const [whole, name = ''] = found;
    return this.replace(at, at + whole.length, ENTITY + name + SHOWN + whole + END);
  }

  private closeBracket(at: number): number {
    if (this.brackets === 0) return at + 1;
    this.brackets -= 1;
    const target = linkEnd(this.text, at + 1);
    if (!target) return at + 1;
    if (target.written !== undefined) return this.replace(at + 1, target.end, target.written);
    return target.end;
  }

  private emphasis(at: number, mark: string): number {
    const { text } = this;
    const length = runAt(text, at, mark), end = at + length;
    const before = charBefore(text, at), after = charAt(text, end);
    if (mark === '~' && length === 1) return this.replace(at, end, '\\~');
    const last = this.open.at(-1);
    const adjoins = last !== undefined && last.end === at;
    const opens = after !== '' && !space.test(after) && (before === '' || space.test(before) || before === '>' || before === '(' || before === '[' || adjoins);
    if (opens) {
      this.open.push({ mark, length, end });
      return end;
    }
    const opener = this.open.findLastIndex((run) => run.mark === mark);
    const closing = opener >= 0 && before !== '' && !space.test(before) && !(length === 1 && mark !== '~' && word.test(after));
    if (closing) {
      this.open.length = opener;
      // CommonMark closes nothing between a sign and a letter.
      if (punctuation.test(before) && after !== '' && !space.test(after) && !punctuation.test(after)) return this.replace(at, end, GUARD + mark.repeat(length));
      return end;
    }
    if (before === '' || space.test(before)) return end;
    if (mark === '_' && word.test(before) && word.test(after)) return end;
    return this.replace(at, end, `\\${mark}`.repeat(length));
  }
}

/** Of each length the starts of the runs of backticks, the first one last. */
function ticksOf(text: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const starts = found.get(run.length);
    if (starts) starts.push(index);
    else found.set(run.length, [index]);
  }
  for (const starts of found.values()) starts.reverse();
  return found;
}

function runAt(text: string, at: number, sign: string): number {
  let end = at;
  while (text[end] === sign) end += 1;
  return end - at;
}

/** The character that ends at `at`, whole. */
function charBefore(text: string, at: number): string {
  if (at === 0) return '';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const escapeAll = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
