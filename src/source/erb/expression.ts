/** The Ruby expressions that are understood in ERB: strings, names, sums and three helpers. */

/** What expressions are read into. Nothing of Ruby is ever run. */
export interface Expression {
  text(scope: Scope): string;
  /** The expression is nothing but this call. */
  partial?: PartialCall;
}

/** What the text of an expression depends on. */
export interface Scope {
  /** The value of a constant or a variable. */
  named(name: string): string;
  partial(call: PartialCall): string;
}

export interface PartialCall {
  path: Expression;
  locals: Pairs;
}

type Pairs = Map<string, Expression>;

export interface Assignment {
  name: string;
  value: Expression;
}

/** Reads the inside of `<%= … %>`; undefined where it is not of the subset. */
export function parseExpression(code: string): Expression | undefined {
  const reader = new Reader(code);
  const value = reader.expression();
  return reader.isAtEnd() ? value : undefined;
}

/** Reads the inside of `<% … %>` as assignments; undefined where it is anything else. */
export function parseAssignments(code: string): Assignment[] | undefined {
  const reader = new Reader(code);
  const found: Assignment[] = [];
  while (!reader.isAtEnd()) {
    const assignment = reader.assignment();
    if (!assignment) return undefined;
    found.push(assignment);
  }
  return found;
}

/** Deeper brackets than this are out of the subset. */
const MAX_DEPTH = 20;
/** Caps a value at a million characters: `X = X + X`, over and over, would exhaust memory. */
const MAX_VALUE = 1024 * 1024;

const constant = (text: string): Expression => ({ text: () => text });
const sum = (terms: Expression[]): Expression => ({
  text: (scope) => terms.reduce((text, term) => text + term.text(scope), '').slice(0, MAX_VALUE),
});

const blank = /(?:[\s;\\]|\.freeze\b|#[^\n]*)*/y;
const token = new RegExp(
  [
    /(["']?)[A-Za-z_][\w-]*\1:(?!:)/, // A label: `a:` or `"a":`.
    /"(?:[^"\\#]|\\[^]|#(?!\{)|#\{[^{}"]*\})*"/,
    /'(?:[^'\\]|\\[^])*'/,
    /locals\[:\w+\]/,
    /[:@]?[A-Za-z_]\w*[?!]?/,
    /-?\d+(?:\.\d+)?/,
    /=[>=~]|[^"']/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
const isString = (token: string): boolean => /^["'][^]*["']$/.test(token);

/** Ends with an empty one at a string that is never closed. */
function tokensOf(code: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; tokens.at(-1) !== ''; at = token.lastIndex) {
    blank.lastIndex = at;
    blank.exec(code);
    token.lastIndex = blank.lastIndex;
    if (token.lastIndex >= code.length) break;
    tokens.push(token.exec(code)?.[0] ?? '');
  }
  return tokens;
}

/** Reads from the left. What is not of the subset gives undefined, and is read no further. */
class Reader {
  readonly #tokens: string[];
  #at = 0;
  #depth = 0;

  constructor(code: string) {
    this.#tokens = tokensOf(code);
  }

  isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  get #next(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #take(pattern: RegExp): string | undefined {
    return pattern.test(this.#next) ? this.#tokens[this.#at++] : undefined;
  }

  assignment(): Assignment | undefined {
    const name = this.#take(/^@?[A-Za-z_]\w*$/);
    const value = name && this.#take(/^=$/) && this.expression();
    return name && value ? { name, value } : undefined;
  }

  /** Terms that `+` joins, or strings side by side. */
  expression(): Expression | undefined {
    if (++this.#depth > MAX_DEPTH) return undefined;
    const terms: Expression[] = [];
    do {
      const term = this.#term();
      if (!term) return undefined;
      terms.push(term);
    } while (this.#take(/^\+$/) || isString(this.#next));
    this.#depth -= 1;
    return terms.length === 1 ? terms[0] : sum(terms);
  }

  #term(): Expression | undefined {
    const token = this.#take(/[^]/) ?? '';
    if (token === '(') {
      const inner = this.expression();
      return this.#take(/^\)$/) ? inner : undefined;
    }
    if (Object.hasOwn(helpers, token)) return this.#call(helpers[token]!, token === 'partial');
    if (isString(token)) return stringOf(token);
    // `:'includes/x'` is a symbol.
    if (token === ':' && isString(this.#next)) return stringOf(this.#take(/[^]/)!);
    // `:locals => { :role => :server }`; `nil` prints nothing.
    if (/^(?::\w+|-?\d.*|true|false|nil)$/.test(token))
      return constant(token.replace(/^:|^nil$/, ''));
    const name = /^(?:locals\[:)?(@?[A-Za-z_]\w*)\]?$/.exec(token)?.[1];
    return name && name !== 'yield' ? { text: (scope) => scope.named(name) } : undefined;
  }

  /** @param isPartial of its locals what is not of the subset has no value */
  #call(helper: Helper, isPartial: boolean): Expression | undefined {
    const inBrackets = this.#take(/^\($/);
    const values: Expression[] = [];
    const pairs: Pairs = new Map();
    if (!this.#arguments(values, pairs, isPartial) || (inBrackets && !this.#take(/^\)$/)))
      return undefined;
    return helper(values, pairs);
  }

  /** `"x", a: "y", :b => "z"`. Pairs in curly brackets, and those of `locals:`, are taken as these. */
  #arguments(values: Expression[], pairs: Pairs, isPartial: boolean): boolean {
    if (++this.#depth > MAX_DEPTH) return false;
    do {
      if (/^[)}]?$/.test(this.#next)) break;
      const key = this.#key();
      if ((key ?? 'locals') === 'locals' && this.#take(/^\{$/)) {
        if (!this.#arguments([], pairs, isPartial) || !this.#take(/^\}$/)) return false;
      } else {
        const [from, depth] = [this.#at, this.#depth];
        const value = this.expression();
        if (isPartial && key !== undefined && (!value || !/^[,)}]?$/.test(this.#next))) {
          [this.#at, this.#depth] = [from, depth];
          this.#skip();
          continue;
        }
        if (!value) return false;
        if (key === undefined) values.push(value);
        else pairs.set(key, value);
      }
    } while (this.#take(/^,$/));
    this.#depth -= 1;
    return true;
  }

  /** To the end of a value: `[1, 2]`, `{ "a" => b(1) }`. */
  #skip(): void {
    for (let depth = 0; !this.isAtEnd() && (depth > 0 || !/^[,)}]$/.test(this.#next)); this.#at++) {
      if (/^[([{]$/.test(this.#next)) depth++;
      else if (/^[)\]}]$/.test(this.#next)) depth--;
    }
  }

  #key(): string | undefined {
    const label = this.#take(/.:$/)?.slice(0, -1);
    if (!label && this.#tokens[this.#at + 1] !== '=>') return undefined;
    const key = label ?? this.#next;
    if (!label) this.#at += 2;
    return key.replace(/^[:"']|["']$/g, '');
  }
}

const escapes: Record<string, string> = { n: '\n', t: '\t', s: ' ', r: '', '0': '' };

/** @param literal with its quotes */
function stringOf(literal: string): Expression | undefined {
  const text = literal.slice(1, -1);
  if (literal.startsWith("'")) return constant(text.replace(/\\(['\\])/g, '$1'));
  const parts: Expression[] = [];
  for (const [part, code] of text.matchAll(/(?:[^\\#]|\\[^]|#(?!\{))+|#\{([^}]*)\}/g)) {
    const unescaped = part.replace(/\\([^])/g, (_, char: string) => escapes[char] ?? char);
    const term = code === undefined ? constant(unescaped) : parseExpression(code);
    if (!term) return undefined;
    parts.push(term);
  }
  return sum(parts);
}

type Helper = (values: Expression[], pairs: Pairs) => Expression | undefined;

const helpers: Record<string, Helper> = {
  partial: ([path, ...more], locals) =>
    path && !more.length
      ? { text: (scope) => scope.partial({ path, locals }), partial: { path, locals } }
      : undefined,
  image_tag: ([source, ...more], pairs) =>
    source && !more.length
      ? { text: (scope) => `<img${attributes('src', imageUrl(source.text(scope)), pairs, scope)}>` }
      : undefined,
  link_to: ([label, url, ...more], pairs) => {
    if (!label || !url || more.length) return undefined;
    const tag = (scope: Scope) => `<a${attributes('href', url.text(scope), pairs, scope)}>`;
    return { text: (scope) => `${tag(scope)}${label.text(scope)}</a>` };
  },
};

const imageUrl = (source: string): string =>
  /^(?:[a-z]+:|\/|\.|images\/)/i.test(source) ? source : `images/${source}`;

/** @param name of the helper's own attribute, which stands first */
function attributes(name: string, url: string, pairs: Pairs, scope: Scope): string {
  const given = [...pairs].map(([name, value]) => [name, value.text(scope)] as const);
  return [[name, url] as const, ...given]
    .map(([name, value]) => {
      const text = value.replace(/&(?!#?\w+;)/g, '&amp;').replace(/"/g, '&quot;');
      return ` ${name}="${text.replace(/</g, '&lt;')}"`;
    })
    .join('');
}
