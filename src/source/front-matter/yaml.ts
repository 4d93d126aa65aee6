/** The front matter's YAML as keys with places: read once, without ever expanding more than is written. */
import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';

/** Front matter is written by hand: more is an attack or a slip. */
const largest = 512 * 1024;
/** Nodes that aliases may make of a document, all told. */
const nodeBudget = 50_000;
const deepest = 60;

/** A place in the author's file, both 1-based. */
export interface Position {
  line: number;
  column: number;
}

/** A node with its aliases resolved. */
export type Value = Scalar | YAMLMap | YAMLSeq | undefined;

/** One `key: value` of a mapping. */
export interface Entry {
  key: string;
  value: Value;
  place: Position;
  /** Where the value stands; where the key does if there is none. */
  valuePlace: Position;
}

export interface YamlText {
  text: string;
  file: string;
  report: Report;
  /** 1-based line of the file on which `text` starts. */
  startLine: number;
}

/** A parsed front matter. Built by `readYaml`. */
export class YamlRoot {
  readonly entries: Entry[];
  private readonly text: string;
  private readonly lines: LineCounter;
  private readonly startLine: number;
  private readonly targets: Map<Node, Node>;

  constructor(
    map: YAMLMap | undefined,
    text: string,
    lines: LineCounter,
    startLine: number,
    targets: Map<Node, Node>,
  ) {
    this.text = text;
    this.lines = lines;
    this.startLine = startLine;
    this.targets = targets;
    this.entries = map ? this.entriesOf(map) : [];
  }

  /** The pairs of a mapping in the order written, those of `<<` where it stands; keys that twice occur are all there. */
  entriesOf(map: YAMLMap): Entry[] {
    return map.items.map((pair) => {
      const place = this.place(pair.key);
      const value = this.resolve(pair.value);
      return {
        key: this.textOf(this.resolve(pair.key)),
        value,
        place,
        valuePlace: isNode(pair.value) && pair.value.range ? this.place(pair.value) : place,
      };
    });
  }

  /** The items of a sequence, aliases resolved; nested sequences are laid flat. */
  itemsOf(seq: YAMLSeq, depth = 0): Value[] {
    return seq.items.flatMap((item) => {
      const value = this.resolve(item);
      return isSeq(value) && depth < 8 ? this.itemsOf(value, depth + 1) : [value];
    });
  }

  resolve(node: unknown): Value {
    const target = isAlias(node) ? this.targets.get(node) : node;
    return isScalar(target) || isMap(target) || isSeq(target) ? target : undefined;
  }

  place(node: unknown): Position {
    const offset = isNode(node) && node.range ? node.range[0] : 0;
    const { line, col } = this.lines.linePos(offset);
    return { line: line + this.startLine - 1, column: col };
  }

  /** A value as the author wrote it: `1.10` stays `1.10`, a mapping is its source. Empty for null. */
  textOf(value: Value): string {
    if (!value) return '';
    if (isScalar(value)) {
      if (typeof value.value === 'string') return value.value;
      return value.value === null || value.value === undefined
        ? ''
        : (value.source ?? String(value.value));
    }
    return value.range ? this.text.slice(value.range[0], value.range[1]).trim() : '';
  }

  /**
   * Everything as plain data. A key `__proto__` is left out, so that no object's prototype can be set.
   * @returns undefined where aliases make more of it than is sane
   */
  plain(): Record<string, unknown> | undefined {
    let left = nodeBudget;
    const convert = (value: Value, depth: number): unknown => {
      if (--left < 0 || depth > deepest) throw new RangeError('too many nodes');
      if (isScalar(value)) {
        // Long text counts by its length, or an alias would make gigabytes of it.
        if (typeof value.value === 'string') left -= value.value.length >> 7;
        return typeof value.value === 'bigint' ? Number(value.value) : value.value;
      }
      if (isSeq(value)) return value.items.map((item) => convert(this.resolve(item), depth + 1));
      return isMap(value) ? record(this.entriesOf(value), depth + 1) : null;
    };
    const record = (entries: Entry[], depth: number): Record<string, unknown> => {
      const result: Record<string, unknown> = {};
      for (const { key, value } of entries) {
        if (key === '<<' && isMap(value))
          Object.assign(result, record(this.entriesOf(value), depth + 1));
        else if (key !== '__proto__') result[key] = convert(value, depth);
      }
      return result;
    };
    try {
      return record(this.entries, 0);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

/**
 * Parses front matter. Everything that is wrong with the YAML itself is reported.
 * @returns undefined where it cannot be used at all
 */
export function readYaml({ text, file, report, startLine }: YamlText): YamlRoot | undefined {
  const tooLarge = (message: string, hint: string) => {
    report({ kind: 'yaml-too-large', file, line: startLine, column: 1, message, hint });
    return undefined;
  };
  if (text.length > largest)
    return tooLarge(
      `the front matter has ${Math.round(text.length / 1024)} KB, more than the ${largest / 1024} KB it may have`,
      'move what is text below the closing `---`',
    );
  const depth = flowDepth(text);
  if (depth > deepest)
    return tooLarge(`the front matter nests ${depth} brackets, more than ${deepest}`, 'flatten it');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    let reported = 0;
    // `IMPOSSIBLE` is the parser's word for a state of its own (`[//]: # note` after a blank line); what it read holds.
    const errors = document.errors.filter(({ code }) => code !== 'IMPOSSIBLE');
    for (const error of errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      // One slip often breaks two rules at once.
      if (line === reported) continue;
      reported = line;
      report({
        kind: 'yaml-broken',
        file,
        line: line + startLine - 1,
        column: col,
        message: `the front matter is not valid YAML: ${sentence(error.message)}`,
        hint: mendOf(error.code, error.message),
      });
    }
    if (errors.length) return undefined;
    const content: unknown = document.contents;
    if (content !== null && !isMap(content) && !(isScalar(content) && content.value === null)) {
      report({
        kind: 'yaml-broken',
        file,
        line: startLine,
        column: 1,
        message: 'the front matter is not a list of keys',
        hint: 'write `key: value`, one a line',
      });
      return undefined;
    }
    const { targets, lost } = aliasTargets(document.contents);
    for (const alias of lost) {
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      report({
        kind: 'yaml-broken',
        file,
        line: line + startLine - 1,
        column: col,
        message: `the front matter is not valid YAML: no \`&${alias.source}\` stands before this \`*${alias.source}\``,
        hint: 'put the value in quotes',
      });
    }
    if (lost.length) return undefined;
    const root = new YamlRoot(
      isMap(content) ? content : undefined,
      text,
      lines,
      startLine,
      targets,
    );
    reportTwice(root, file, report);
    return root;
  } catch (error) {
    // The parser recurses: what lies too deep ends its stack.
    if (error instanceof RangeError)
      return tooLarge('the front matter is nested too deeply', 'flatten it');
    throw error;
  }
}

function reportTwice(root: YamlRoot, file: string, report: Report): void {
  const first = new Map<string, Position>();
  for (const { key, place } of root.entries) {
    const before = first.get(key);
    if (before)
      report({
        kind: 'yaml-key-twice',
        file,
        ...place,
        message: `the key \`${key}\` is given already on line ${before.line}`,
        hint: 'remove one of the two',
      });
    else first.set(key, place);
  }
}

/** What each alias stands for: the last anchor of that name before it, as YAML has it; `lost` are those without one. */
function aliasTargets(contents: unknown): { targets: Map<Node, Node>; lost: Alias[] } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const lost: Alias[] = [];
  if (!isNode(contents)) return { targets, lost };
  visit(contents, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
      else lost.push(alias);
    },
    Value: (_, node) => {
      if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return { targets, lost };
}

/** How deep brackets nest at most, quotes and comments not told apart: a cheap bound before the parser recurses. */
function flowDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
  }
  return most;
}

/** The parser's message as the rest of a sentence: first line, no full stop, lower case. */
const sentence = (message: string): string => {
  const line = (message.split('\n')[0] ?? '').replace(/[.:]\s*$/, '');
  return line.slice(0, 1).toLowerCase() + line.slice(1);
};

function mendOf(code: string, message: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || /compact mapping|implicit/i.test(message))
    return 'put the value in quotes: it holds a colon';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'BAD_SCALAR_START' || code === 'UNEXPECTED_TOKEN') return 'put the value in quotes';
  if (code === 'MISSING_CHAR') return 'close the quote or bracket, or end the key with a colon';
  if (code === 'BAD_INDENT') return 'indent the lines of one list or map alike';
  return 'check quotes, colons and indentation';
}
