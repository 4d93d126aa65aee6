/** What is the reader's: `my orders`. */
import type { Item } from '../catalogue.ts';
import { reading } from '../query.ts';
import { fillers } from '../words/fillers.ts';

/** `my orders` are “Your orders”, “Get user’s orders”: what it is about, if that is a user's. */
export function mineScore({ words, stems }: Item, asked: string[]): number {
  const own = stems.filter((each, at) => !user.has(each) && !isVoid(words[at]!));
  if (!stems.some((each) => user.has(each)) || own.join(' ') !== asked.join(' ')) return 0;
  return words.some((word) => fillers.has(word) && user.has(word)) ? 1010 : 1000;
}
const user = new Set('user me my your current authenticat'.split(' '));
const isVoid = (word: string): boolean => fillers.has(word) || reading.has(word);
