/**
 * The part of ERB that Slate sources use: partials, string constants and variables, comments, `image_tag`, `link_to`.
 * Nothing is ever run: what lies outside is named and left out.
 */
import path from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../document.ts';
import { parseAssignments, parseExpression, type Expression } from './expression.ts';
import { erbParts, type ErbPart } from './tags.ts';
import { fenceLine, parseInfo } from '../../shared/fence.ts';
import { resolveInclude } from '../resolve-include.ts';
import type { Folder } from '../scan-folder.ts';
import type { Origin } from './source-map.ts';
import { readText } from '../read-text.ts';
import { splitFrontMatter } from '../front-matter/split.ts';

/** Constants (and `@variables`), which live as long as the run: one set in a page holds in every page read after it. */
export class ErbContext {
  readonly values = new Map<string, string>();
}

/** A partial, or why there is none. */
export type Partial =
  | {
      file: string;
      text: string /** 1-based line of the file that `text` starts with. */;
      line: number;
    }
  | { problem: 'missing' | 'outside' };

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
const deepest = 20;
/** An expanded page may grow to this many characters: partials that call partials could else fill the memory. */
const largest = 8 * 1024 * 1024;
const isErb = (file: string): boolean => /\.erb$/i.test(file);

/** Expands the tags of a text. */
export function expand(text: string, options: ErbOptions): Expanded {
  const writer = new Writer();
  new Template(options, writer, [options.file], new Map()).write(erbParts(text, options.line));
  return { text: writer.text, origins: writer.origins };
}

/** Expands a file of a content folder. */
export function expandErb(
  folder: Folder,
  source: SourceFile,
  context: ErbContext,
  report: Report,
): Expanded {
  const readPartial = (name: string, from: string): Partial => {
    const dir = path.posix.dirname(from);
    const found = resolveInclude(folder, name, [
      ...new Set([
        dir,
        '.',
        path.posix.dirname(source.file),
        'includes',
        path.posix.join(dir, 'includes'),
      ]),
    ]);
    if ('problem' in found) return { problem: found.problem };
    const text = readText(folder.root, found.file, report);
    if (text === undefined) return { problem: 'missing' };
    const { body, bodyLine } = splitFrontMatter(text);
    return { file: found.file, text: body, line: bodyLine };
  };
  return expand(source.text, {
    file: source.file,
    line: source.lineOffset + 1,
    context,
    report,
    readPartial,
  });
}

/** The text so far, and where its lines come from. */
class Writer {
  readonly origins: Origin[] = [];
  private readonly pieces: string[] = [];
  private line = 0;
  length = 0;
  private lineEnded = true;

  get text(): string {
    return this.pieces.join('');
  }

  write(text: string, file: string, line: number): void {
    if (text === '') return;
    // In the middle of a line the line's first piece tells where it comes from.
    const start = this.lineEnded ? this.line : this.line + 1;
    const from = this.lineEnded ? line : line + 1;
    const last = this.origins.at(-1);
    if (this.lineEnded || text.includes('\n')) {
      if (last && last.start === start) this.origins.pop();
      this.origins.push({ start, file, line: from });
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.line += 1;
    this.lineEnded = text.endsWith('\n');
    this.length += text.length;
    this.pieces.push(text);
  }

  /** Ends the line that is being written, and leaves a blank one. */
  part(file: string, line: number): void {
    if (this.length > 0) this.write(this.lineEnded ? '\n' : '\n\n', file, line);
  }
}

class Template {
  private readonly options: ErbOptions;
  private readonly writer: Writer;
  /** Files that call each other, this one last. */
  private readonly stack: string[];
  /** Variables of this template: locals, and those set in it. */
  private readonly variables: Map<string, string>;

  constructor(
    options: ErbOptions,
    writer: Writer,
    stack: string[],
    variables: Map<string, string>,
  ) {
    this.options = options;
    this.writer = writer;
    this.stack = stack;
    this.variables = variables;
  }

  write(parts: readonly ErbPart[]): void {
    const { file } = this.options;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] as ErbPart;
      if (part.kind === 'text') this.writer.write(part.text, file, part.line);
      else if (part.kind === 'unclosed')
        this.unknown(
          part.line,
          'a tag of ERB is opened here and never closed; it is shown as text',
          { hint: 'end it with %>', quote: '<%' },
        );
      else if (part.kind === 'output') this.output(part);
      else index = this.statement(part, parts, index);
    }
  }

  private unknown(
    line: number,
    message: string,
    { hint = 'write the text itself, or keep it in a partial or a constant', quote = '' } = {},
  ): void {
    this.options.report({
      kind: 'erb-unknown',
      file: this.options.file,
      line,
      message,
      hint,
      ...(quote && { quote }),
    });
  }

  private output({ code, line, whole }: ErbPart & { kind: 'output' }): void {
    const expression = parseExpression(code);
    if (!expression) {
      this.unknown(line, `Ruby is not run, and “${short(code)}” is left out`, {
        quote: firstLine(code),
      });
      return;
    }
    if (expression.kind === 'partial') this.partial(expression, line, whole);
    else this.writer.write(this.value(expression, line), this.options.file, line);
  }

  /** Returns the index of the last part it deals with: a block goes to its `end`. */
  private statement(
    { code, line }: ErbPart & { kind: 'code' },
    parts: readonly ErbPart[],
    index: number,
  ): number {
    const assignments = parseAssignments(code);
    if (assignments) {
      for (const { name, value } of assignments) this.assign(name, this.value(value, line));
      return index;
    }
    if (!opensBlock(code)) {
      this.unknown(line, `Ruby is not run, and “${short(code)}” is left out`, {
        quote: firstLine(code),
      });
      return index;
    }
    let depth = 1,
      end = index + 1;
    for (; end < parts.length; end += 1) {
      const part = parts[end] as ErbPart;
      if (part.kind !== 'code') continue;
      if (/^\s*end\b/.test(part.code)) depth -= 1;
      else if (opensBlock(part.code)) depth += 1;
      if (depth === 0) break;
    }
    const last = parts[Math.min(end, parts.length - 1)] as ErbPart;
    this.unknown(
      line,
      `Ruby is not run, and “${short(code)}” is left out with all it holds, to line ${last.line}`,
      { hint: 'write out the text it makes', quote: firstLine(code) },
    );
    return end;
  }

  private assign(name: string, value: string): void {
    if (/^[a-z_]/.test(name)) this.variables.set(name, value);
    else this.options.context.values.set(name, value);
  }

  private value(expression: Expression, line: number): string {
    switch (expression.kind) {
      case 'string':
        return bounded(
          expression.parts
            .map((part) => (typeof part === 'string' ? part : this.value(part, line)))
            .join(''),
        );
      case 'sum':
        return bounded(expression.terms.map((term) => this.value(term, line)).join(''));
      case 'name':
        return this.named(expression.name, line);
      case 'image': {
        const source = this.value(expression.source, line);
        const url = /^(?:[a-z]+:|\/|\.|images\/)/i.test(source) ? source : `images/${source}`;
        return `<img src="${attribute(url)}"${this.attributes(expression.attributes, line)}>`;
      }
      case 'link':
        return `<a href="${attribute(this.value(expression.url, line))}"${this.attributes(expression.attributes, line)}>${this.value(expression.text, line)}</a>`;
      case 'partial': {
        const writer = new Writer();
        new Template(this.options, writer, this.stack, this.variables).partial(
          expression,
          line,
          false,
        );
        return writer.text;
      }
    }
  }

  private attributes(attributes: Map<string, Expression>, line: number): string {
    return [...attributes]
      .map(([name, value]) => ` ${name}="${attribute(this.value(value, line))}"`)
      .join('');
  }

  private named(name: string, line: number): string {
    const value = this.variables.get(name) ?? this.options.context.values.get(name);
    if (value !== undefined) return value;
    this.unknown(line, `“${name}” has no value here, and is left out`, {
      hint: `set it before it is used: <% ${name} = "…" %>`,
      quote: name,
    });
    return '';
  }

  private partial(
    { path: name, locals }: Expression & { kind: 'partial' },
    line: number,
    whole: boolean,
  ): void {
    const { report, file: from } = this.options;
    const wanted = this.value(name, line);
    const at = { file: from, line };
    const found = this.options.readPartial(wanted, from);
    if ('problem' in found) {
      if (found.problem === 'outside')
        report({
          ...at,
          kind: 'include-outside',
          message: `the partial “${wanted}” lies outside the content folder`,
          hint: 'move it into the folder',
        });
      else
        report({
          ...at,
          kind: 'include-missing',
          message: `the partial “${wanted}” is not there`,
          hint: 'make the file, or take the tag out',
        });
      return;
    }
    const { file, text, line: first } = found;
    if (this.stack.includes(file) || this.stack.length >= deepest) {
      report({
        ...at,
        kind: 'include-cycle',
        message: this.stack.includes(file)
          ? `the partial “${wanted}” includes itself`
          : `partials lie more than ${deepest} deep in each other`,
        hint: 'take the tag out',
      });
      return;
    }
    if (this.writer.length + text.length > largest) {
      report({
        ...at,
        kind: 'file-too-large',
        message: `with the partial “${wanted}” this page grows beyond ${largest / 1048576} MB, and it is left out`,
        hint: 'call fewer partials',
      });
      return;
    }
    const variables = new Map(
      [...locals].map(([local, value]) => [local, this.value(value, line)]),
    );
    // Slate renders a partial for itself: its blocks end with it.
    if (whole) this.writer.part(from, line);
    if (isErb(file))
      new Template({ ...this.options, file }, this.writer, [...this.stack, file], variables).write(
        erbParts(whole ? text : text.trimEnd(), first),
      );
    else this.writer.write(whole ? text : text.trimEnd(), file, first);
    if (whole && leavesFence(text))
      this.writer.write('\n```', file, first + text.split('\n').length - 1);
    if (whole) this.writer.part(from, line);
  }
}

/** Opens something that `end` closes. */
const opensBlock = (code: string): boolean =>
  /^\s*(?:if|unless|for|while|until|case|begin|def)\b|\bdo\s*(?:\|[^|]*\|)?\s*$|\{\s*(?:\|[^|]*\|)?\s*$/.test(
    code,
  );

/** What a finding is marked at. */
const firstLine = (code: string): string => code.trim().split('\n', 1)[0]!.trim();

const short = (code: string): string => {
  const text = code.trim().replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const attribute = (text: string): string =>
  text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');

/** A constant made of itself, over and over, would fill the memory. */
const bounded = (text: string): string =>
  text.length > 1024 * 1024 ? text.slice(0, 1024 * 1024) : text;

/** A fence of the text is still open at its end. */
function leavesFence(text: string): boolean {
  let open = false;
  for (const line of text.split('\n')) {
    const fence = line.includes('```') || line.includes('~~~') ? fenceLine(line) : undefined;
    if (fence) open = open ? fence.info !== '' : parseInfo(fence.info) !== undefined;
  }
  return open;
}
