/** Redcarpet's inline marks, where CommonMark reads them otherwise. */
import { linkEnd } from './link-target.ts';
import { END, ENTITY, GUARD, PART, SHOWN, TAG } from './marks.ts';
import { inlineTag } from './inline-tag.ts';
import { charAt, charBefore, flanks, runAt, space, ticksOf, type Run } from './mark-run.ts';

/** What a backslash escapes in Redcarpet; before anything else it is itself. */
const escapable = new Set('\\`*_{}[]()#+-.!:|&<>^~="$');
const special = /[\\`*_~[\]<&]|https?:\/\/|www\./gi;
/** A URL in running text, without the signs that may follow one. */
const url = /[^\s<>`"'[\]]*[^\s<>`"'[\]*_~.,;:!?()]/y;
const alphanumeric = /[A-Za-z0-9]/;

/**
 * Rewrites inline text so that CommonMark reads it as Redcarpet does. Line breaks stay.
 *
 * - Emphasis has other rules: `a*b*c` and `*a*b` have none, `**注意：**文` and `x**y**z` do.
 * - A bare URL, a single tilde, a backslash before what Redcarpet does not escape are text.
 * - `[x](a b)` and `[x] (#y)` are links.
 * @param heading marks entities and unknown tags, of which Slate makes ids
 */
export function normaliseInline(text: string, heading = false): string {
  special.lastIndex = 0;
  if (special.exec(text) === null) return text;
  return new Scan(text, heading).run();
}

class Scan {
  private readonly text: string;
  private readonly heading: boolean;
  private readonly out: string[] = [];
  /** Up to here `text` is in `out`. */
  private done = 0;
  /** Runs of emphasis marks that may still be closed. */
  private readonly open: Run[] = [];
  private brackets = 0;
  /** Starts of the runs of backticks that lie ahead, by length. */
  private ticks: Map<number, number[]> | undefined;
  private entities = 0;
  /** Where the last comment ends: not searched again for each open one. */
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
    this.literal(0);
    this.out.push(text.slice(this.done));
    return this.out.join('');
  }

  /** Handles the sign at `at`; returns where to go on. */
  private step(at: number, sign: string): number {
    switch (sign) {
      case '\\':
        return this.backslash(at);
      case '`':
        return this.code(at);
      case '<':
        return this.tag(at);
      case '&':
        this.part(at);
        return this.heading ? this.entity(at) : at + 1;
      case '[':
        this.brackets += 1;
        return at + 1;
      case ']':
        return this.closeBracket(at);
      case '*':
      case '_':
      case '~':
        return this.emphasis(at, sign);
      default:
        return this.url(at, sign);
    }
  }

  private replace(start: number, end: number, by: string): number {
    this.out.push(this.text.slice(this.done, start), by);
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
    while (starts.length > 0 && starts.at(-1)! < at + run) starts.pop();
    const close = starts.at(-1);
    const ticks = '`'.repeat(run),
      inner = at + run,
      end = this.text.indexOf(ticks, inner);
    if (end < 0) return at + run;
    const code = this.text.slice(inner, end);
    // A longer run closes it too: `a``b` are two. All spaces at both ends are dropped.
    if (end === close && (code.includes('\n') || !/^ | $/.test(code))) return end + run;
    // A tag alone on its line would start a block.
    return this.replace(at, end + run, `<code>${escapeAll(code.trim())}</code>`);
  }

  private tag(at: number): number {
    if (
      this.text.startsWith('<!--', at) &&
      at > (this.lastComment ??= this.text.lastIndexOf('-->'))
    )
      return at + 4;
    const tag = inlineTag(this.text, at);
    if (!tag) return at + 1;
    // Redcarpet knows comments as blocks only.
    if (this.heading && this.text[at + 1] === '!')
      return this.replace(at, tag.end, escapeAll(this.text.slice(at, tag.end)));
    if (tag.repaired !== undefined) return this.replace(at, tag.end, tag.repaired);
    // Slate's ids lack what looks like a tag, known or not.
    if (this.heading && !tag.known)
      return this.replace(at, tag.end, TAG + escapeAll(this.text.slice(at, tag.end)) + END);
    return tag.end;
  }

  /** The parser takes quadratic time in the entities of one text: a comment parts it. */
  private part(at: number): void {
    this.entities += 1;
    if (this.entities % 128 === 0) this.replace(at, at, PART);
  }

  private entity(at: number): number {
    const found = /^&(#?[A-Za-z0-9]+);/.exec(this.text.slice(at, at + 40));
    if (!found) return at + 1;
    const [whole, name = ''] = found;
    return this.replace(at, at + whole.length, ENTITY + name + SHOWN + whole + END);
  }

  /** A bare URL is text, and what stands in it is no mark. */
  private url(at: number, start: string): number {
    const from = at + start.length;
    url.lastIndex = from;
    const rest = url.exec(this.text)?.[0] ?? '';
    this.replace(at, from, start.replace(/[:.]/, `${GUARD}$&`));
    // Slate's ids of headings are made of what it took for marks.
    return this.heading
      ? from
      : this.replace(from, from + rest.length, rest.replace(/[*_~]/g, '\\$&'));
  }

  private closeBracket(at: number): number {
    if (this.brackets === 0) return at + 1;
    this.brackets -= 1;
    const target = linkEnd(this.text, at + 1, this.heading);
    if (!target) return at + 1;
    if (target.written !== undefined) return this.replace(at + 1, target.end, target.written);
    return target.end;
  }

  private emphasis(at: number, mark: string): number {
    const { text } = this;
    const length = runAt(text, at, mark),
      end = at + length;
    // Three marks are both kinds; CommonMark sorts them out as Redcarpet does.
    if (length > 2) return end;
    const before = charBefore(text, at),
      after = charAt(text, end);
    const opener = this.open.findIndex((run) => run.mark === mark && run.length === length);
    if (
      opener >= 0 &&
      before !== '' &&
      !space.test(before) &&
      !(length === 1 && alphanumeric.test(after))
    ) {
      this.literal(opener + 1);
      return this.pair(
        this.open.pop()!,
        { mark, length, before, after, piece: this.piece(at, end) },
        end,
      );
    }
    const mayOpen = after !== '' && !space.test(after) && !(mark === '~' && length === 1);
    if (this.heading && length === 2 && mark !== '~') {
      const split = this.open.findIndex((run) => run.mark === mark && run.split);
      if (split >= 0 && before !== '' && !space.test(before))
        return this.closeSplit(at, end, mark, split);
      if (mayOpen && alphanumeric.test(before) && split < 0) return this.openSplit(at, end, mark);
    }
    const opens = mayOpen && !(alphanumeric.test(before) && (length === 1 || mark !== '*'));
    if (opens && opener < 0) {
      this.open.push({ mark, length, before, after, piece: this.piece(at, end) });
      return end;
    }
    // Nothing that CommonMark could take for one either.
    if (mark === '_' && length === 1 && alphanumeric.test(before) && alphanumeric.test(after))
      return end;
    if ((before === '' || space.test(before)) && (after === '' || space.test(after))) return end;
    return this.replace(at, end, `\\${mark}`.repeat(length));
  }

  /** To Redcarpet `a**b**` is `a*`, emphasised `b`, `*`, and so are its ids. */
  private openSplit(at: number, end: number, mark: string): number {
    this.replace(at, at + 1, `\\${mark}`);
    this.open.push({
      mark,
      length: 1,
      before: mark,
      after: '',
      piece: this.piece(at + 1, end),
      split: true,
    });
    return end;
  }

  private closeSplit(at: number, end: number, mark: string, opener: number): number {
    this.literal(opener + 1);
    this.out[this.open.pop()!.piece] = '<em>';
    return this.replace(at, end, `</em>\\${mark}`);
  }

  /** Puts a run of marks into `out` as a piece of its own. @returns its index */
  private piece(start: number, end: number): number {
    this.replace(start, end, this.text.slice(start, end));
    return this.out.length - 1;
  }

  /** Runs that nothing closes are text. */
  private literal(from: number): void {
    for (const { piece, mark, length } of this.open.splice(from))
      this.out[piece] = `\\${mark}`.repeat(length);
  }

  /** A pair of runs that CommonMark would not take for one is written as tags. */
  private pair(open: Run, close: Run, end: number): number {
    // In headings marks (`marks.ts`) may stand beside them.
    if (
      !this.heading &&
      flanks(open, open.after, open.before) &&
      flanks(close, close.before, close.after)
    )
      return end;
    const name = open.mark === '~' ? 'del' : open.length === 1 ? 'em' : 'strong';
    this.out[open.piece] = `<${name}>`;
    this.out[close.piece] = `</${name}>`;
    return end;
  }
}

const escapeAll = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
