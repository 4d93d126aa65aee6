/**
 * Names with signs: C#, C++, .NET. A text index keeps letters alone, so a word with a sign is told
 * to it a second time, in letters.
 */
import { words } from './normalize.ts';

const spelled: Record<string, string> = { '#': 'zqsharp', '+': 'zqplus', '.': 'zqdot' };

/** The word as the text index has it: `c#` → `czqsharp`. */
const inLetters = (word: string): string => word.replace(/[#+.]/g, (sign) => spelled[sign]!);

/** The words with signs of a text, in letters, each once. */
export const signedWords = (text: string): string[] =>
  /[#+.]/.test(text)
    ? [...new Set(words(text).filter((word) => /[#+.]/.test(word)))].map(inLetters)
    : [];

/** A query with its signs as the text index has them. */
export const spellSigns = (query: string): string =>
  query.replace(/\S+/g, (part) => {
    const [word, ...others] = words(part);
    return word && !others.length && /[#+.]/.test(word) ? inLetters(word) : part;
  });
