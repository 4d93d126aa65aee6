/**
 * Names with signs: C#, C++, .NET. A text index keeps letters alone, so a word with a sign is told
 * to it a second time, in letters.
 */
import { words } from './normalize.ts';

const spelled: Record<string, string> = { '#': 'zqsharp', '+': 'zqplus', '.': 'zqdot' };

/** The word as the text index has it: `c#` → `czqsharp`. */
const inLetters = (word: string): string => word.replace(/[#+.]/g, (sign) => spelled[sign]!);

/**
 * A text of letters that folding leaves as they are, in which no word has a sign: most have only full
 * stops.
 */
const hasNone = (text: string): boolean =>
  /^[\x00-\x7e\u2010-\u203a]*$/.test(text) &&
  !/[a-z](?:#|\+\+)|(?:^|[\s([,;"'“‘])\.[a-z]/i.test(text);

/** The words with signs of a text, in letters, each once. */
export const signedWords = (text: string): string[] =>
  /[#+.]/.test(text) && !hasNone(text)
    ? [...new Set(words(text).filter((word) => /[#+.]/.test(word)))].map(inLetters)
    : [];

/** A query with its signs as the text index has them. */
export const spellSigns = (query: string): string =>
  query.replace(/\S+/g, (part) => {
    const [word, ...others] = words(part);
    return word && !others.length && /[#+.]/.test(word) ? inLetters(word) : part;
  });
