/** The front matter's YAML, read once and never expanded to more than is sane. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Position } from './positions.ts';
import { YamlValues, type Values } from './yaml-values.ts';

/** Front matter is written by hand: more is an attack or a slip. */
const MAX_LENGTH = 512 * 1024;
const MAX_DEPTH = 60;

export interface YamlText {
  text: string;
  /** Path relative to the content folder, as findings name it. */
  file: string;
  report: Report;
  /** 1-based line of the file on which `text` starts. */
  startLine: number;
}

interface Fault {
  /** Where it stands in the text. */
  offset: number;
  message: string;
  hint: string;
}

/**
 * Parses front matter. Everything that is wrong with the YAML itself is reported.
 * @returns undefined where it cannot be used at all
 */
export function readYaml({ text, file, report, startLine }: YamlText): Values | undefined {
  const tooLarge = (message: string, hint: string): undefined =>
    void report({ kind: 'yaml-too-large', file, line: startLine, column: 1, message, hint });
  const size = `${Math.round(text.length / 1024)} KB, more than the ${MAX_LENGTH / 1024} KB`;
  const moveText = 'move text below the closing `---`';
  if (text.length > MAX_LENGTH)
    return tooLarge(`the front matter has ${size} it may have`, moveText);
  const depth = bracketDepth(text);
  const brackets = `the front matter nests ${depth} brackets, more than ${MAX_DEPTH}`;
  if (depth > MAX_DEPTH) return tooLarge(brackets, 'use fewer levels');
  try {
    const lineCounter = new LineCounter();
    const positionOf = (offset: number): Position => {
      const { line, col } = lineCounter.linePos(offset);
      return { line: line + startLine - 1, column: col };
    };
    const document = parseDocument(text, { ...options, lineCounter });
    const { targets, lost } = resolveAliases(document);
    const faults = faultsOf(document);
    for (const { offset, message, hint } of faults.length ? faults : lost)
      report({ kind: 'yaml-broken', file, ...positionOf(offset), message, hint });
    if (faults.length || lost.length) return undefined;
    const values = new YamlValues({ document, text, targets, positionOf });
    for (const { key, position, first } of values.repeatedKeys()) {
      const message = `the key \`${key}\` is already on line ${first.line}`;
      report({ kind: 'yaml-key-twice', file, ...position, message, hint: 'remove one of the two' });
    }
    const tooMany = 'the aliases of the front matter expand to more than 50,000 values';
    return values.read() ?? tooLarge(tooMany, 'write the values without aliases');
  } catch (error) {
    // The parser recurses: what lies too deep ends its stack.
    if (!(error instanceof RangeError)) throw error;
    return tooLarge('the front matter is nested too deeply', 'use fewer levels');
  }
}

const options = {
  prettyErrors: false,
  strict: false,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/** What the parser found; of a line its first only, since one slip often breaks two rules at once. */
function faultsOf({ errors, contents }: Document.Parsed): Fault[] {
  const faults = errors
    // `IMPOSSIBLE` is a fault of the parser's (`[//]: # note` after a blank line): what it read holds.
    .filter(({ code }) => code !== 'IMPOSSIBLE')
    .map(
      ({ code, message, pos }): Fault => ({
        offset: pos[0],
        message: `the front matter is not valid YAML: ${clause(message)}`,
        hint: hintOf(code, message),
      }),
    );
  if (faults.length || contents === null || isMap(contents)) return faults;
  if (isScalar(contents) && contents.value === null) return [];
  const message = 'the front matter is not a map of keys and values';
  return [{ offset: 0, message, hint: 'write one `key: value` on each line' }];
}

/** What each alias stands for: the last anchor of that name before it; `lost` are those without one. */
function resolveAliases({ contents }: Document.Parsed) {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const lost: Fault[] = [];
  if (isNode(contents))
    visit(contents, {
      Alias: (_, alias) => {
        const target = anchors.get(alias.source);
        const unknown = `no \`&${alias.source}\` stands before this \`*${alias.source}\``;
        if (target) targets.set(alias, target);
        else
          lost.push({
            offset: alias.range?.[0] ?? 0,
            message: `the front matter is not valid YAML: ${unknown}`,
            hint: 'put the value in quotes',
          });
      },
      Value: (_, node) => {
        if (node.anchor) anchors.set(node.anchor, node);
      },
    });
  return { targets, lost };
}

/** How deep brackets nest, quotes and comments not told apart: cheap, before the parser recurses. */
function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + ('[{'.includes(bracket) ? 1 : -1));
    most = Math.max(most, depth);
  }
  return most;
}

/** The parser's message as the rest of a sentence: first line, no full stop, lower case. */
function clause(message: string): string {
  const line = (message.split('\n')[0] ?? '').replace(/[.:]\s*$/, '');
  return line.slice(0, 1).toLowerCase() + line.slice(1);
}

function hintOf(code: string, message: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || /compact mapping|implicit/i.test(message))
    return 'put the value in quotes: it holds a colon';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'BAD_SCALAR_START' || code === 'UNEXPECTED_TOKEN') return 'put the value in quotes';
  if (code === 'MISSING_CHAR') return 'close the quote or bracket, or end the key with a colon';
  if (code === 'BAD_INDENT')
    return 'indent all lines of a list or map by the same number of spaces';
  return 'check quotes, colons and indentation';
}
