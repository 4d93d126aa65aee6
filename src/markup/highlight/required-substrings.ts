/**
 * What a line must hold for a pattern of a grammar (Oniguruma's syntax) to match anywhere in it.
 *
 * Most of a grammar's patterns begin or end with a word or a mark (`class`, `=>`, `"""`) that most lines lack: knowing
 * it, such a pattern need not be translated, compiled or run. Nothing is said where the pattern leaves doubt.
 */

/** A text that must stand in the line, or several: `all` of them, or `any`. */
export type Need = string | { all: readonly Need[] } | { any: readonly Need[] };

export interface RequiredSubstrings {
  need: Need;
  /** Case does not count; the texts are lower case. */
  folded: boolean;
}

/** Looking for more texts than this costs more than it saves. */
const mostTexts = 300;
/** Of so many alternatives their first three characters are looked for, which are far fewer. */
const manyTexts = 48;

/** @returns undefined where nothing certain can be said */
export function requiredSubstrings(pattern: string): RequiredSubstrings | undefined {
  const reader = new Reader(pattern);
  const need = reader.alternatives(false);
  if (need === undefined || reader.lost || reader.at < pattern.length) return undefined;
  const simple = simplify(need, reader.folded);
  return count(simple) > mostTexts ? undefined : { need: simple, folded: reader.folded };
}

const count = (need: Need): number =>
  typeof need === 'string' ? 1 : parts(need).reduce((sum, part) => sum + count(part), 0);
const parts = (need: Exclude<Need, string>): readonly Need[] =>
  'all' in need ? need.all : need.any;

/** Alternatives within alternatives become one list, and what stands twice stands once. */
function simplify(need: Need, folded: boolean): Need {
  if (typeof need === 'string') return folded ? need.toLowerCase() : need;
  const key = 'all' in need ? 'all' : 'any';
  const flat = parts(need)
    .map((part) => simplify(part, folded))
    .flatMap((part) => (typeof part !== 'string' && key in part ? parts(part) : [part]));
  const many =
    key === 'any' &&
    flat.length > 1 &&
    (flat.length > manyTexts || flat.reduce((sum, part) => sum + count(part), 0) > mostTexts);
  const simple = many ? flat.flatMap(telling).map((text) => text.slice(0, 3)) : flat;
  const texts = new Set(simple.filter((part) => typeof part === 'string'));
  const all = [...texts, ...simple.filter((part) => typeof part !== 'string')];
  return all.length === 1 ? all[0]! : key === 'all' ? { all } : { any: all };
}

/** Texts of which one stands in every line that has what is needed: of several that are all needed, those of the most telling. */
function telling(need: Need): readonly string[] {
  if (typeof need === 'string') return [need];
  if ('any' in need) return need.any.flatMap(telling);
  const worth = (texts: readonly string[]) =>
    Math.min(3, ...texts.map((text) => text.length)) - texts.length / 50;
  return need.all.map(telling).reduce((best, texts) => (worth(texts) > worth(best) ? texts : best));
}

/** Whether a line (in lower case where the need is folded) has what is needed. */
export function meets(line: string, need: Need): boolean {
  if (typeof need === 'string') return line.includes(need);
  if ('all' in need) return need.all.every((part) => meets(line, part));
  return need.any.some((part) => meets(line, part));
}

class Reader {
  at = 0;
  /** Something stands here that is not understood. */
  lost = false;
  folded = false;
  readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  /** Up to the end or to the group's `)`. `spaced`: white space and `#` comments mean nothing (`(?x)`). */
  alternatives(spaced: boolean): Need | undefined {
    const any: Need[] = [];
    let certain = true;
    for (;;) {
      const { need, spaced: after } = this.sequence(spaced);
      spaced = after;
      if (need === undefined) certain = false;
      else any.push(need);
      if (this.pattern[this.at] !== '|') break;
      this.at++;
    }
    if (!certain) return undefined;
    return any.length === 1 ? any[0] : { any };
  }

  private sequence(spaced: boolean): { need: Need | undefined; spaced: boolean } {
    const all: Need[] = [];
    let run = '';
    const settle = () => {
      if (run) all.push(run);
      run = '';
    };
    while (this.at < this.pattern.length && !this.lost) {
      const character = this.pattern[this.at]!;
      if (character === '|' || character === ')') break;
      if (spaced && /\s/.test(character)) {
        this.at++;
        continue;
      }
      if (spaced && character === '#') {
        this.skipTo('\n');
        continue;
      }
      if (character === '^' || character === '$') {
        this.at++;
        continue;
      }
      let literal = '',
        need: Need | undefined,
        bounds = false;
      if (character === '(') {
        const flags = /^\(\?([imx]*)(?:-([imx]+))?\)/.exec(
          this.pattern.slice(this.at, this.at + 12),
        );
        if (flags) {
          if (flags[1]!.includes('i')) this.folded = true;
          spaced = (spaced || flags[1]!.includes('x')) && !flags[2]?.includes('x');
          this.at += flags[0].length;
          continue;
        }
        need = this.group(spaced);
      } else if (character === '[') need = this.set();
      else if (character === '\\') {
        literal = this.escape();
        bounds = literal === '' && /[bBAGzZ]/.test(this.pattern[this.at - 1]!);
      } else {
        literal = character === '.' ? '' : character;
        this.at++;
      }
      const least = this.quantity(spaced);
      if (bounds) continue;
      if (literal && least.once) run += literal;
      else {
        settle();
        if (literal) need = literal;
        if (least.count > 0 && need !== undefined) all.push(need);
      }
    }
    settle();
    return { need: all.length === 0 ? undefined : all.length === 1 ? all[0] : { all }, spaced };
  }

  /** At `(`. What lies ahead or behind must stand in the line too, unless it must not. */
  private group(spaced: boolean): Need | undefined {
    const open = /^\((?:\?(?:#|<?[!=]|>|<\w[^>]*>|([imx]*)(?:-([imx]+))?:))?/.exec(
      this.pattern.slice(this.at, this.at + 80),
    )!;
    this.at += open[0].length;
    if (open[0] === '(?#') {
      this.skipTo(')');
      return undefined;
    }
    // `(?~`, `(?(1)`, `(?@` and others.
    if (open[0] === '(' && this.pattern[this.at] === '?') this.lost = true;
    if (open[1]?.includes('i')) this.folded = true;
    const need = this.alternatives(
      (spaced || (open[1]?.includes('x') ?? false)) && !open[2]?.includes('x'),
    );
    if (this.pattern[this.at] !== ')') this.lost = true;
    this.at++;
    return open[0].endsWith('!') ? undefined : need;
  }

  /** At `[`. A few plain characters are alternatives; anything else says nothing. */
  private set(): Need | undefined {
    const plain = /^\[([^\\[\]^&-][^\\[\]&-]{0,5})\]/.exec(
      this.pattern.slice(this.at, this.at + 10),
    );
    if (plain) {
      this.at += plain[0].length;
      return plain[1]!.length === 1 ? plain[1]! : { any: [...plain[1]!] };
    }
    let depth = 0;
    for (; this.at < this.pattern.length; this.at++) {
      const character = this.pattern[this.at];
      if (character === '\\') this.at++;
      else if (character === '[') {
        depth++;
        // A `]` that stands first is one of the set.
        if (this.pattern[this.at + 1] === '^') this.at++;
        if (this.pattern[this.at + 1] === ']') this.at++;
      } else if (character === ']' && --depth === 0) {
        this.at++;
        return undefined;
      }
    }
    this.lost = true;
    return undefined;
  }

  /** At `\`. @returns the character that it stands for; '' for a set, a reference or a bound */
  private escape(): string {
    const found =
      /^\\(?:[pP]\{[^}]*\}|[kg](?:<[^>]*>|'[^']*')|x\{[^}]*\}|x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{4}|\d+|[\s\S])/.exec(
        this.pattern.slice(this.at, this.at + 80),
      );
    if (!found) {
      this.lost = true;
      return '';
    }
    this.at += found[0].length;
    if (/^\\[gKcCMyYXRQE]/.test(found[0])) this.lost = true;
    return found[0].length === 2 && !/[A-Za-z0-9\s]/.test(found[0][1]!) ? found[0][1]! : '';
  }

  /** How often the item before must stand: `count` at least, `once` exactly. */
  private quantity(spaced: boolean): { count: number; once: boolean } {
    if (spaced) while (/\s/.test(this.pattern[this.at] ?? '')) this.at++;
    let count = 1,
      once = true;
    for (;;) {
      const found = /^(?:[?*+]|\{(\d*)(?:,\d*)?\})/.exec(this.pattern.slice(this.at, this.at + 16));
      if (!found || found[0] === '{}' || found[0] === '{,}') return { count, once };
      this.at += found[0].length;
      // A second mark makes the first lazy or possessive, or repeats it: the least of both is safe.
      const here =
        found[0] === '+' ? 1 : found[1] === undefined || found[1] === '' ? 0 : Number(found[1]);
      const modifies = !once && (found[0] === '?' || found[0] === '+');
      if (!modifies) count = Math.min(count, here);
      once = false;
    }
  }

  private skipTo(end: string): void {
    const found = this.pattern.indexOf(end, this.at);
    this.at = found < 0 ? this.pattern.length : found + 1;
  }
}
