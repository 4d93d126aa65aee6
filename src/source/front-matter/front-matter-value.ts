/** Reads one value of front matter as the type its key wants, or says what was expected and where. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Entry, Position, Value, YamlRoot } from './yaml.ts';

/** A key's value with what reading it needs. Every method answers undefined (and reports) for another type. */
export class FrontMatterValue {
  private readonly root: YamlRoot;
  private readonly file: string;
  private readonly report: Report;
  /** As messages name it: `theme.code`. */
  readonly name: string;
  readonly value: Value;
  readonly place: Position;

  constructor(
    root: YamlRoot,
    file: string,
    report: Report,
    name: string,
    value: Value,
    place: Position,
  ) {
    this.root = root;
    this.file = file;
    this.report = report;
    this.name = name;
    this.value = value;
    this.place = place;
  }

  /** Nothing written: `language_tabs:`. It is the default for every key. */
  get empty(): boolean {
    return (
      !this.value ||
      (isScalar(this.value) && (this.value.value === null || this.value.value === undefined))
    );
  }

  /** The same reader for a part of this value. */
  part(
    name: string,
    value: Value,
    place: Position = value ? this.root.place(value) : this.place,
  ): FrontMatterValue {
    return new FrontMatterValue(this.root, this.file, this.report, name, value, place);
  }

  /** @param expected completes “`key` takes …” */
  wrong(expected: string, hint: string): undefined {
    return this.refuse(`\`${this.name}\` takes ${expected}, not ${this.kind()}`, hint);
  }

  /** Reports the value in words of the caller's own. */
  refuse(message: string, hint: string): undefined {
    this.report({ kind: 'front-matter-type', file: this.file, ...this.place, message, hint });
    return undefined;
  }

  /** Warns that a key is nearly one that is known. */
  misspelt(meant: string, place: Position): void {
    this.unknown(`if \`${meant}\` is meant, write \`${meant}\``, place);
  }

  /** A key of a map whose keys are all known. */
  unknown(hint: string, place: Position): void {
    this.report({
      kind: 'front-matter-key',
      file: this.file,
      ...place,
      message: `there is no key \`${this.name}\``,
      hint,
    });
  }

  /** The value as written, whatever it is: a mapping is its source. */
  source(): string {
    return this.root.textOf(this.value);
  }

  /** Text. Numbers, dates and words such as `yes` are text as the author wrote them. */
  text(example: string): string | undefined {
    return isScalar(this.value)
      ? this.source().trim()
      : this.wrong('text', `write \`${this.name}: ${example}\``);
  }

  /** True or false; YAML 1.1's words for them too, which Slate took. */
  boolean(): boolean | undefined {
    const word = isScalar(this.value) ? this.source().trim().toLowerCase() : '';
    if (/^(true|yes|on|y)$/.test(word)) return true;
    if (/^(false|no|off|n)$/.test(word)) return false;
    return this.wrong('true or false', `write \`${this.name}: true\` or \`${this.name}: false\``);
  }

  /** A whole number between two, both taken. */
  integer(least: number, most: number): number | undefined {
    const number =
      isScalar(this.value) && /^\d+$/.test(this.source().trim()) ? Number(this.source()) : NaN;
    return number >= least && number <= most
      ? number
      : this.wrong(`a number from ${least} to ${most}`, `write \`${this.name}: ${least}\``);
  }

  /** One of some words. */
  word<W extends string>(words: readonly W[]): W | undefined {
    const written = isScalar(this.value) ? this.source().trim().toLowerCase() : '';
    const found = words.find((word) => word === written);
    if (found !== undefined) return found;
    return this.wrong(
      words.map((word) => `\`${word}\``).join(' or '),
      `write \`${this.name}: ${nearest(written, words) ?? words[0]}\``,
    );
  }

  /** The items of a list, empty ones left out. A single value counts as a list of one; a mapping does not. */
  items(expected: string, example: string): FrontMatterValue[] | undefined {
    if (isMap(this.value)) return this.wrong(expected, `write it as a list: \`- ${example}\``);
    const values = isSeq(this.value) ? this.root.itemsOf(this.value) : [this.value];
    return values.map((value) => this.part(this.name, value)).filter((item) => !item.empty);
  }

  /** A list of texts. Items that are no text are reported and left out. */
  texts(expected: string, example: string): string[] | undefined {
    return this.items(expected, example)?.flatMap((item) => {
      if (isScalar(item.value)) return [item.source().trim()].filter(Boolean);
      item.wrong(expected, `write \`- ${example}\``);
      return [];
    });
  }

  /** The pairs of a mapping. */
  entries(expected: string, example: string): Entry[] | undefined {
    return isMap(this.value)
      ? this.root.entriesOf(this.value)
      : this.wrong(expected, `write \`${this.name}: ${example}\``);
  }

  /** A mapping of texts to texts. Pairs that are no text are reported and left out. */
  pairs(expected: string, example: string): Record<string, string> | undefined {
    const entries = this.entries(expected, example);
    if (!entries) return undefined;
    const result: Record<string, string> = {};
    for (const { key, value, valuePlace } of entries) {
      const text = this.part(`${this.name}.${key}`, value, valuePlace);
      if (key === '__proto__') continue;
      if (text.empty || isScalar(value)) result[key] = text.source();
      else text.wrong('text', 'put the text in quotes');
    }
    return result;
  }

  /** What stands there, in the author's terms. */
  private kind(): string {
    if (isSeq(this.value)) return 'a list';
    if (isMap(this.value)) return 'a map';
    if (!isScalar(this.value) || this.empty) return 'nothing';
    if (typeof this.value.value === 'boolean') return String(this.value.value);
    const source = this.source().trim();
    const short = source.length > 40 ? `${source.slice(0, 40)}…` : source;
    return typeof this.value.value === 'number' ? short : `“${short.replace(/\s+/g, ' ')}”`;
  }
}
