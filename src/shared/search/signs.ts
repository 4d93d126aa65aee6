/**
 * C#, C++, .NET: a text index keeps letters alone, so it is told such a word a second time, in
 * letters.
 */
import { words } from './normalize.ts';

const spelled: Record<string, string> = { '#': 'zqsharp', '+': 'zqplus', '.': 'zqdot' };

/** `c#` → `czqsharp`. */
const inLetters = (word: string): string => word.replace(/[#+.]/g, (sign) => spelled[sign]!);

/** Each once, in letters. */
export const signedWords = (text: string): string[] =>
  /[#+.]/.test(text)
    ? [...new Set(words(text).filter((word) => /[#+.]/.test(word)))].map(inLetters)
    : [];

/** A query's signs as the text index has them. */
export const spellSigns = (query: string): string =>
  query.replace(/\S+/g, (part) => {
    const [word, ...others] = words(part);
    return word && !others.length && /[#+.]/.test(word) ? inLetters(word) : part;
  });
