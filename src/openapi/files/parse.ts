/** From the text of a description, or of a part of one, to a plain value. */
import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { MAX_DEPTH, MAX_VALUES } from './limits.ts';
import { INDEXED_DEPTH } from './positions.ts';
import { yamlOffsets, type YamlEvents } from './yaml-offsets.ts';

/** YAML 1.2's core schema: `no` and dates are text. With `<<`, which many descriptions use. */
const schema = CORE_SCHEMA.withTags(mergeTag);

export interface Parsed {
  value: unknown;
  /**
   * What is wrong with the text, and from which offset on; with a value: it could be read all the
   * same.
   */
  fault?: { message: string; offset: number };
  /** Of YAML, whose events are there now: where its upper values stand (`yamlOffsets`). */
  offsets?: Map<string, number>;
}

/** @param text without a byte order mark */
export function parseYaml(text: string): Parsed {
  let events: YamlEvents;
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    return { value: undefined, fault: faultOf(error) };
  }
  const hasAliases = events.some((event) => event.type === EVENT_ID.ALIAS);
  let parsed: Parsed;
  try {
    parsed = { value: constructFromEvents(events, { source: text, schema })[0] };
  } catch (error) {
    const fault = faultOf(error);
    // Most tools let the last of two equal keys hold.
    try {
      parsed = {
        value: constructFromEvents(events, { source: text, schema, json: true })[0],
        fault,
      };
    } catch {
      return { value: undefined, fault };
    }
  }
  if (hasAliases && !isBounded(parsed.value))
    return {
      value: undefined,
      fault: { message: 'its aliases hold themselves, or grow beyond bounds', offset: 0 },
    };
  return { ...parsed, offsets: yamlOffsets(text, INDEXED_DEPTH, events) };
}

export function parseJson(text: string): Parsed {
  const tooDeep = depthFault(text);
  if (tooDeep !== undefined)
    return { value: undefined, fault: { message: 'it is nested too deeply', offset: tooDeep } };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const { message } = error as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    // V8 names no position where the text ends too early.
    const offset = position === undefined ? text.length : Number(position);
    return {
      value: undefined,
      fault: { message: message.replace(/ in JSON at position.*$/s, ''), offset },
    };
  }
}

/** Where brackets lie deeper in each other than whatever walks the value could follow. */
function depthFault(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      do at = text.indexOf('"', at + 1);
      while (at >= 0 && isEscaped(text, at));
      if (at < 0) return undefined;
    } else if (sign === OPEN_BRACE || sign === OPEN_BRACKET) {
      if (++depth > MAX_DEPTH) return at;
    } else if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) depth--;
  }
  return undefined;
}

const [QUOTE, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 123, 125, 91, 93];

/** Has an odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

function faultOf(error: unknown): { message: string; offset: number } {
  if (error instanceof YAMLException)
    return { message: error.reason, offset: error.mark?.position ?? 0 };
  return {
    message: error instanceof RangeError ? 'it is nested too deeply' : String(error),
    offset: 0,
  };
}

/** Aliases share values: written out, they may be endless. Sizes are counted once a value. */
function isBounded(value: unknown): boolean {
  const sizes = new Map<object, number>();
  const count = (node: unknown, depth: number): number => {
    if (typeof node !== 'object' || node === null) return 1;
    if (depth > MAX_DEPTH * 4) return Infinity;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // Met again before it is counted, it holds itself.
    sizes.set(node, Infinity);
    let sum = 1;
    for (const inner of Object.values(node)) sum += count(inner, depth + 1);
    sizes.set(node, sum);
    return sum;
  };
  return count(value, 0) <= MAX_VALUES;
}
