/** The Ruby expressions that are understood in ERB. They are read, never run. */

export type Expression =
  | { kind: 'string'; parts: (string | Expression)[] }
  | { kind: 'name'; name: string }
  | { kind: 'sum'; terms: Expression[] }
  | { kind: 'partial'; path: Expression; locals: Map<string, Expression> }
  | { kind: 'image'; source: Expression; attributes: Map<string, Expression> }
  | { kind: 'link'; text: Expression; url: Expression; attributes: Map<string, Expression> };

export interface Assignment {
  name: string;
  value: Expression;
}

/** Reads the inside of `<%= … %>`; undefined where it is not of the subset. */
export function parseExpression(code: string): Expression | undefined {
  const reader = new Reader(code);
  const value = reader.expression();
  return value && reader.atEnd() ? value : undefined;
}

/** Reads the inside of `<% … %>` as assignments, one a line or with `;` between; undefined where it is anything else. */
export function parseAssignments(code: string): Assignment[] | undefined {
  const reader = new Reader(code);
  const found: Assignment[] = [];
  for (reader.skipEnds(); !reader.atEnd(); reader.skipEnds()) {
    const assignment = reader.assignment();
    if (!assignment) return undefined;
    found.push(assignment);
  }
  return found;
}

const escapes: Record<string, string> = { n: '\n', t: '\t', s: ' ', r: '', '0': '' };

/** Deeper brackets than this are out of the subset. */
const deepest = 20;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.code);
    if (found) this.at = sticky.lastIndex;
    return found ?? undefined;
  }

  private space(): void {
    this.take(/(?:\s|#[^\n{][^\n]*(?=\n|$))*/);
  }

  atEnd(): boolean {
    this.space();
    return this.at >= this.code.length;
  }

  skipEnds(): void {
    while (this.take(/[\s;]+/) ?? this.take(/#[^\n]*/));
  }

  assignment(): Assignment | undefined {
    this.space();
    const name = this.take(/(@?[A-Za-z_]\w*)[ \t]*=(?![=~])/)?.[1];
    if (name === undefined) return undefined;
    const value = this.expression();
    return value && this.take(/[ \t]*(?:\.freeze[ \t]*)?(?=[\n;]|$|#)/)
      ? { name, value }
      : undefined;
  }

  expression(): Expression | undefined {
    if (this.depth >= deepest) return undefined;
    this.depth += 1;
    const terms: Expression[] = [];
    do {
      this.space();
      const term = this.term();
      if (!term) return undefined;
      terms.push(term);
    } while (this.take(/\s*\+/) ?? this.take(/[ \t]*\\?[ \t]*\n?[ \t]*(?=["'])/));
    this.depth -= 1;
    return terms.length === 1 ? terms[0] : { kind: 'sum', terms };
  }

  private term(): Expression | undefined {
    if (this.take(/'/)) return this.single();
    if (this.take(/"/)) return this.double();
    if (this.take(/\(/)) {
      const inner = this.expression();
      return inner && this.take(/\s*\)/) ? inner : undefined;
    }
    const number = this.take(/-?\d+(?:\.\d+)?/)?.[0];
    if (number !== undefined) return { kind: 'string', parts: [number] };
    // `:locals => { :role => :server }`; to Ruby nothing is `nil`.
    const word = this.take(/:([A-Za-z_]\w*)(?!\w*\s*=>)|(true|false|nil)(?!\w)/);
    if (word) return { kind: 'string', parts: [word[1] ?? word[2]!.replace('nil', '')] };
    const call = this.take(/(partial|image_tag|link_to)(?=[\s("'])/)?.[1];
    if (call !== undefined) return this.call(call);
    const local = this.take(/locals\[:(\w+)\]/)?.[1];
    const name = local ?? this.take(/@?[A-Za-z_]\w*(?![\w(.[?!])/)?.[0];
    if (name === undefined || keywords.has(name)) return undefined;
    return { kind: 'name', name };
  }

  private single(): Expression | undefined {
    const text = this.take(/((?:[^'\\]|\\[^])*)'/)?.[1];
    return text === undefined
      ? undefined
      : { kind: 'string', parts: [text.replace(/\\(['\\])/g, '$1')] };
  }

  private double(): Expression | undefined {
    const parts: (string | Expression)[] = [];
    for (;;) {
      const text = this.take(/(?:[^"\\#]|\\[^]|#(?!\{))+/)?.[0];
      if (text !== undefined)
        parts.push(text.replace(/\\([^])/g, (_, char: string) => escapes[char] ?? char));
      else if (this.take(/"/)) return { kind: 'string', parts };
      else if (this.take(/#\{/)) {
        const inner = this.expression();
        if (!inner || !this.take(/\s*\}/)) return undefined;
        parts.push(inner);
      } else return undefined;
    }
  }

  private call(name: string): Expression | undefined {
    const bracket = this.take(/[ \t]*\(/) !== undefined;
    const values: Expression[] = [];
    let named = new Map<string, Expression>();
    do {
      const pairs = this.pairs(false);
      if (pairs) {
        named = pairs;
        break;
      }
      const value = this.expression();
      if (!value) return undefined;
      values.push(value);
    } while (this.take(/\s*,/));
    if (bracket && !this.take(/\s*\)/)) return undefined;
    return build(name, values, named);
  }

  /** `a: "x", :b => "y"`, with or without curly brackets; `locals:` holds pairs itself, which are then its content. */
  private pairs(inside: boolean): Map<string, Expression> | undefined {
    const start = this.at;
    this.space();
    const curly = this.take(/\{/) !== undefined;
    const found = new Map<string, Expression>();
    for (;;) {
      this.space();
      if (curly && this.take(/\}/)) return found;
      const key = this.take(
        /(?::?["']?([A-Za-z_][\w-]*)["']?\s*=>|["']?([A-Za-z_][\w-]*)["']?:(?!:))/,
      );
      if (!key) break;
      const name = key[1] ?? key[2] ?? '';
      this.space();
      if (name === 'locals' && !inside) {
        const locals = this.pairs(true);
        if (!locals) break;
        for (const [local, value] of locals) found.set(local, value);
      } else {
        const value = this.expression();
        if (!value) break;
        found.set(name, value);
      }
      if (this.take(/\s*,/)) continue;
      if (!curly) return found;
      if (!this.take(/\s*\}/)) break;
      return found;
    }
    this.at = start;
    return undefined;
  }
}

const keywords = new Set(
  'if unless else elsif end while until for do case when begin rescue ensure yield return puts print require def class module true false nil not and or'.split(
    ' ',
  ),
);

function build(
  name: string,
  values: Expression[],
  named: Map<string, Expression>,
): Expression | undefined {
  const [first, second] = values;
  if (!first) return undefined;
  if (name === 'partial')
    return values.length === 1 ? { kind: 'partial', path: first, locals: named } : undefined;
  if (name === 'image_tag')
    return values.length === 1 ? { kind: 'image', source: first, attributes: named } : undefined;
  return second && values.length === 2
    ? { kind: 'link', text: first, url: second, attributes: named }
    : undefined;
}
