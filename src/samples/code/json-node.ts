/** JSON as it is written: order, numbers to the letter, and holes in it. */
import {
  type Hole,
  type HoleRange,
  holeRanges,
  shownText,
  type Template,
} from '../request/template.ts';

export type JsonNode =
  | { kind: 'object'; members: { key: Template; value: JsonNode }[] }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'string'; text: Template }
  /** A number, `true`, `false` or `null`, as it is written. */
  | { kind: 'scalar'; text: string }
  /** A hole that stands for a whole value; what it shows is JSON, or a placeholder. */
  | { kind: 'hole'; hole: Hole };

/** A text that is no JSON, with the place of the first character that does not fit. */
export class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const MAX_DEPTH = 200;
const space = /[ \t\r\n]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringRun = /(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))+/y;

/** @returns what the inside of a string says; an example that is none says itself */
function unescape(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return inside;
  }
}

/**
 * Reads a text of JSON.
 *
 * @param template the text; a hole covers a whole value, or stands inside a string
 * @throws JsonError
 */
export function readJson(template: Template): JsonNode {
  const text = shownText(template);
  const holes = holeRanges(template);
  let passed = 0;
  let at = 0;

  const fail = (message: string): never => {
    throw new JsonError(message, at);
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const nextHole = (): HoleRange | undefined => {
    while (passed < holes.length && holes[passed]!.start < at) passed += 1;
    return holes[passed];
  };
  const takeHole = (): Hole | undefined => {
    const range = nextHole();
    if (range?.start !== at) return undefined;
    passed += 1;
    at = range.end;
    return { hole: range.name, shown: text.slice(range.start, range.end) };
  };
  const next = (character: string): boolean => {
    match(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  function string(): Template {
    const pieces: (string | Hole)[] = [];
    at += 1;
    for (;;) {
      const hole = takeHole();
      if (hole) {
        pieces.push({ ...hole, shown: unescape(hole.shown) });
        continue;
      }
      if (text[at] === '"') break;
      const start = at;
      const run = match(stringRun);
      if (!run && at < text.length) fail('a character that JSON does not allow in a string');
      if (!run) fail('a string that is not closed');
      at = Math.min(at, nextHole()?.start ?? at);
      pieces.push(unescape(text.slice(start, at)));
    }
    at += 1;
    return pieces;
  }

  /** Reads `item, item …` up to `close`. */
  function list(close: string, item: () => void): void {
    at += 1;
    if (next(close)) return;
    do {
      match(space);
      item();
    } while (next(','));
    if (!next(close)) fail(`\`,\` or \`${close}\` is missing`);
  }

  function value(depth: number): JsonNode {
    match(space);
    if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} levels`);
    const hole = takeHole();
    if (hole) return { kind: 'hole', hole };
    if (text[at] === '{') {
      const members: { key: Template; value: JsonNode }[] = [];
      list('}', () => {
        if (text[at] !== '"') fail('a key in double quotes is missing');
        const key = string();
        if (!next(':')) fail('`:` is missing');
        members.push({ key, value: value(depth + 1) });
      });
      return { kind: 'object', members };
    }
    if (text[at] === '[') {
      const items: JsonNode[] = [];
      list(']', () => items.push(value(depth + 1)));
      return { kind: 'array', items };
    }
    if (text[at] === '"') return { kind: 'string', text: string() };
    return { kind: 'scalar', text: match(scalar) ?? fail('a value is missing') };
  }

  const root = value(0);
  match(space);
  if (at < text.length) fail('text follows the end of the JSON');
  return root;
}

/** @returns whether a text is JSON, and no deeper than `readJson` reads */
export function isJson(text: string): boolean {
  try {
    readJson([text]);
    return true;
  } catch {
    return false;
  }
}
