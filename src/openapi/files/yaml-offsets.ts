/** Offsets of values in a YAML text, read off the parser's events. */
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import { MAX_DEPTH } from './limits.ts';
import { escapePointer } from './pointer.ts';

interface Open {
  pointer: string;
  /** A map's key is awaited, or its value; of a list the index of its next item. */
  key?: string;
  isMap: boolean;
  awaitsKey: boolean;
  index: number;
}

/**
 * @param events of the text, where they are there already
 * @returns offset of each key or item, by JSON pointer, down to `depth` steps; empty where it does
 *   not parse
 */
export function yamlOffsets(
  text: string,
  depth: number,
  events = eventsOf(text),
): Map<string, number> {
  const found = new Map<string, number>();
  const open: Open[] = [];
  let documents = 0;
  /** Tells where a value goes, and moves on. */
  const placeOf = (offset: number): string => {
    const holder = open.at(-1);
    if (!holder) return '';
    if (!holder.isMap) {
      const pointer = `${holder.pointer}/${holder.index++}`;
      if (open.length <= depth) found.set(pointer, offset);
      return pointer;
    }
    holder.awaitsKey = true;
    return `${holder.pointer}/${escapePointer(holder.key ?? '')}`;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents > 1) break;
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const pointer =
        open.length < depth || depth === Infinity ? placeOf(event.start) : deeper(open);
      open.push({ pointer, isMap: event.type === EVENT_ID.MAPPING, awaitsKey: true, index: 0 });
    } else {
      const holder = open.at(-1);
      const offset = event.type === EVENT_ID.SCALAR ? event.valueStart : event.anchorStart;
      if (holder?.isMap && holder.awaitsKey) {
        holder.awaitsKey = false;
        if (open.length > depth) continue;
        holder.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
        found.set(`${holder.pointer}/${escapePointer(holder.key)}`, offset);
      } else placeOf(offset);
    }
  }
  return found;
}

/** Below what is asked for, only the turns of key and value count. */
function deeper(open: Open[]): string {
  const holder = open.at(-1);
  if (holder?.isMap) holder.awaitsKey = true;
  return '';
}

export type YamlEvents = ReturnType<typeof parseEvents>;

function eventsOf(text: string): YamlEvents {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch {
    return [];
  }
}
