/**
 * The part of ERB that Slate sources use: partials, constants and variables of text, comments,
 * `image_tag`, `link_to`. Nothing is ever run: what lies outside is named and left out.
 */
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import { fenceLine, parseInfo } from '../../shared/fence.ts';
import { parseAssignments, parseExpression, type PartialCall, type Scope } from './expression.ts';
import { MappedText, type Origin } from './source-map.ts';
import { erbParts, type ErbPart } from './tags.ts';

/** Constants (and `@variables`): one set in a page holds in every page read after it. */
export class ErbContext {
  readonly values = new Map<string, string>();
}

/** A partial, or why there is none. */
export type Partial =
  /** `line` is the file's line (1-based) that `text` starts with. */
  { file: string; text: string; line: number } | { problem: 'missing' | 'outside' };

export interface ErbOptions {
  /** The file that `text` is of. */
  file: string;
  /** 1-based line that `text` starts with. */
  line: number;
  context: ErbContext;
  report: Report;
  /** Looks a partial up by the name that `from` calls it. */
  readPartial(name: string, from: string): Partial;
}

export interface Expanded {
  text: string;
  origins: Origin[];
}

/** Partials in partials. */
const MAX_DEPTH = 20;
/** Characters of an expanded page: partials that call partials could else exhaust memory. */
const MAX_LENGTH = 8 * 1024 * 1024;

/** Expands the tags of a text. */
export function expand(text: string, options: ErbOptions): Expanded {
  const out = new MappedText();
  new Template(options, out, [options.file], new Map()).write(erbParts(text, options.line));
  return { text: out.text, origins: out.origins };
}

class Template {
  readonly #options: ErbOptions;
  readonly #out: MappedText;
  /** Files that call each other, this one last. */
  readonly #stack: string[];
  /** Variables of this template: locals, and those set in it. */
  readonly #variables: Map<string, string>;

  constructor(
    options: ErbOptions,
    out: MappedText,
    stack: string[],
    variables: Map<string, string>,
  ) {
    this.#options = options;
    this.#out = out;
    this.#stack = stack;
    this.#variables = variables;
  }

  write(parts: readonly ErbPart[]): void {
    const { file } = this.#options;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index]!;
      if (part.kind === 'text') this.#out.write(part.text, file, part.line);
      else if (part.kind === 'output') this.#output(part);
      else if (part.kind === 'code') index = this.#statement(part, parts, index);
      else
        this.#unknown(part.line, {
          message: 'an ERB tag is opened here and never closed; it is shown as text',
          hint: 'end it with %>',
          quote: '<%',
        });
    }
  }

  #unknown(line: number, finding: Pick<Finding, 'message' | 'hint' | 'quote'>): void {
    const { report, file } = this.#options;
    report({ kind: 'erb-unknown', file, line, ...finding });
  }

  /** @param rest of the message: what goes with it */
  #leftOut({ code, line }: { code: string; line: number }, rest = '', hint = writeText): void {
    const message = `Ruby is not run, and “${short(code)}” is left out${rest}`;
    this.#unknown(line, { message, hint, quote: code.trim().split('\n', 1)[0]!.trim() });
  }

  #output(part: ErbPart & { kind: 'output' }): void {
    const { code, line, isAlone } = part;
    const expression = parseExpression(code);
    if (!expression) this.#leftOut(part);
    else if (expression.partial) this.#partial(expression.partial, line, isAlone);
    else this.#out.write(expression.text(this.#scope(line)), this.#options.file, line);
  }

  /** Returns the index of the last part it deals with: a block goes to its `end`. */
  #statement(part: ErbPart & { kind: 'code' }, parts: readonly ErbPart[], index: number): number {
    const assignments = parseAssignments(part.code);
    for (const { name, value } of assignments ?? []) {
      const values = /^[a-z_]/.test(name) ? this.#variables : this.#options.context.values;
      values.set(name, value.text(this.#scope(part.line)));
    }
    if (assignments) return index;
    if (!opensBlock(part.code)) {
      this.#leftOut(part);
      return index;
    }
    let end = index;
    for (let depth = 1; depth > 0 && ++end < parts.length; ) {
      const inner = parts[end]!;
      if (inner.kind !== 'code') continue;
      if (/^\s*end\b/.test(inner.code)) depth -= 1;
      else if (opensBlock(inner.code)) depth += 1;
    }
    const last = parts[Math.min(end, parts.length - 1)]!;
    this.#leftOut(
      part,
      `, with everything inside it, to line ${last.line}`,
      'write the text that it would make',
    );
    return end;
  }

  #scope(line: number): Scope {
    return {
      named: (name) => this.#named(name, line),
      partial: (call) => {
        const out = new MappedText();
        new Template(this.#options, out, this.#stack, this.#variables).#partial(call, line, false);
        return out.text;
      },
    };
  }

  #named(name: string, line: number): string {
    const value = this.#variables.get(name) ?? this.#options.context.values.get(name);
    if (value === undefined)
      this.#unknown(line, {
        message: `“${name}” has no value here, and is left out`,
        hint: `set it before it is used: <% ${name} = "…" %>`,
        quote: name,
      });
    return value ?? '';
  }

  /** @param isBlock the tag stands alone: the partial's blocks end with it, as in Slate */
  #partial({ path, locals }: PartialCall, line: number, isBlock: boolean): void {
    const { report, file: from } = this.#options;
    const scope = this.#scope(line);
    const name = path.text(scope);
    const found = this.#options.readPartial(name, from);
    const problem = this.#problemOf(found, name);
    if ('problem' in found || problem) return report({ ...problem!, file: from, line });
    const { file, line: first } = found;
    const text = isBlock ? found.text : found.text.trimEnd();
    const variables = new Map([...locals].map(([key, value]) => [key, value.text(scope)]));
    if (isBlock) this.#out.endBlock(from, line);
    if (/\.erb$/i.test(file)) {
      const inner = [...this.#stack, file];
      const template = new Template({ ...this.#options, file }, this.#out, inner, variables);
      template.write(erbParts(text, first));
    } else this.#out.write(text, file, first);
    if (!isBlock) return;
    if (leavesFence(text)) this.#out.write('\n```', file, first + text.split('\n').length - 1);
    this.#out.endBlock(from, line);
  }

  #problemOf(found: Partial, name: string): Finding | undefined {
    const partial = `the partial “${name}”`;
    if ('problem' in found)
      return found.problem === 'outside'
        ? {
            kind: 'include-outside',
            message: `${partial} lies outside the content folder`,
            hint: 'move it into the folder',
          }
        : {
            kind: 'include-missing',
            message: `${partial} is not there`,
            hint: 'create the file, or remove the tag',
          };
    const repeats = this.#stack.includes(found.file);
    if (repeats || this.#stack.length >= MAX_DEPTH)
      return {
        kind: 'include-cycle',
        message: repeats
          ? `${partial} includes itself`
          : `partials are nested more than ${MAX_DEPTH} levels deep`,
        hint: 'remove the tag',
      };
    const grown = `with it the page would be larger than ${MAX_LENGTH / 1048576} MB`;
    return this.#out.length + found.text.length > MAX_LENGTH
      ? {
          kind: 'file-too-large',
          message: `${partial} is left out: ${grown}`,
          hint: 'call fewer partials',
        }
      : undefined;
  }
}

const writeText = 'write the text itself, or put it into a partial or a constant';

/** Opens something that `end` closes. */
const opensBlock = (code: string): boolean =>
  /^\s*(?:if|unless|for|while|until|case|begin|def)\b|(?:\bdo|\{)\s*(?:\|[^|]*\|)?\s*$/.test(code);

function short(code: string): string {
  const text = code.trim().replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A fence of the text is still open at its end. */
function leavesFence(text: string): boolean {
  let isOpen = false;
  for (const line of text.split('\n')) {
    const fence = fenceLine(line);
    if (fence) isOpen = isOpen ? fence.info !== '' : parseInfo(fence.info) !== undefined;
  }
  return isOpen;
}
