/** What is typed for a parameter or a field, as it is sent. Browser-safe. */
import { encodeValue } from '../sample/encode-value.ts';
import type { Sending } from './try-it.ts';

type Entry = readonly [key: string, value: string];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const itemText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Items of a list: of a JSON array, else one a line. */
export function listOf(text: string): string[] {
  const list = parsed(text);
  return Array.isArray(list) ? list.map(itemText) : text.split('\n').filter(Boolean);
}

/** `a][b` is the key of what lies two objects deep. */
const spread = (value: object, before = ''): Entry[] =>
  Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    const key = Array.isArray(value) ? before : before && `${before}][${name}`;
    return one && typeof one === 'object'
      ? spread(one, key || name)
      : [[key || name, itemText(one)]];
  });

/** The texts of what is typed; of an object with their keys. */
function entriesOf({ shape, deep }: Sending, text: string): Entry[] {
  if (!shape) return [['', text]];
  if (shape === 'array') return listOf(text).map((item) => ['', item]);
  const object = Object(parsed(text));
  if (deep) return spread(object);
  return Object.entries(object).map(([key, value]) => [key, itemText(value)]);
}

/** @returns the text as it is sent; empty where there is nothing to send */
export function sentText(sending: Sending, text: string): string {
  const { join, encode } = sending;
  const [start, item, between] = join;
  const items = entriesOf(sending, text).map(([k, v]) =>
    item.replace(/\{([kv])\}/g, (_, name) => encodeValue(encode, name === 'k' ? k : v)),
  );
  return items.length && text ? start + items.join(between) : '';
}

/** @returns whether samples encode the text on their own; else they take it as it is sent */
export const isRaw = ({ shape, encode }: Sending): boolean => !shape && encode !== 'reserved';
