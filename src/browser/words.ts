/**
 * The interface's words in the language of the page: the script before the first paint brings them
 * (`layouts/start.ts`).
 */
import type { WordKey } from '../shared/word-keys.ts';

export const words: Partial<Record<WordKey, string>> =
  (globalThis as { phyllite?: object }).phyllite ?? {};

/** Puts a value in a word's place: `fill('show_all', 40)` is “Show all 40 lines”. */
export const fill = (key: WordKey, value: string | number): string =>
  (words[key] ?? '').replace(/\{\w+\}/, () => String(value));
