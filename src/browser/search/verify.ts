/**
 * Whether a text has what was asked. The text index takes the beginning of a word it does not know (`coupns` finds
 * "CO"), so what it gives is looked at before it is shown.
 */
import { fold, isUnspaced, stem, words } from './fold.ts';

/** Characters looked at: a section of half a megabyte would hold up the typing. */
const most = 200_000;

/** @param text the record's words @param typed the reader's */
export function has(text: string, typed: string): boolean {
  const whole = fold(text.slice(0, most));
  return words(typed).every((word) => whole.includes(isUnspaced(word) ? word : stem(word)));
}
