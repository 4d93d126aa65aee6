/**
 * Whether a text has what was asked. The text index takes the beginning of a word it does not know
 * (`coupns` finds "CO"), so what it gives is looked at before it is shown.
 */
import { isUnspaced, joinContractions, normalize, stem, words } from './normalize.ts';

/** What stands between quotation marks, if all that is typed does: it is meant to the letter. */
export const quoted = (typed: string): string | undefined =>
  /^["“”«](.+)["“”»]$/su.exec(typed.trim())?.[1];

/** Characters looked at: a section of half a megabyte would hold up the typing. */
const MAX_LENGTH = 60_000;

/** What may follow the stem of an English word. */
const endings =
  /^(?:e?s|e|y|ies|ed|ers?|ing|ings|(?:at)?ions?|at(?:e|es|ed|ing|ors?)|ors?|able|ments?|als?|ive)?$/;

/** A text made ready to be looked into. */
export const fold = (text: string): string =>
  normalize(joinContractions(text.slice(0, MAX_LENGTH)));

/** @param text folded @param typed the reader's words, or a phrase of them @param language the page's */
export function has(text: string, typed: string, language = 'en'): boolean {
  const phrase = quoted(typed);
  if (phrase) return words(text).join(' ').includes(words(phrase).join(' '));
  return words(typed).every((word) => {
    if (text.includes(word)) return true;
    if (isUnspaced(word)) return false;
    // `categories` has `category` in it but for its last letter.
    const root = stem(word).replace(/(?<=\w{3})y$/, '');
    if (!/^[a-z]+$/.test(root) ? text.includes(root) : hasForm(text, root)) return true;
    // The text index knows the endings of thirty languages; here, that a long word may have
    // another.
    return !/^en\b/i.test(language) && word.length > 5 && text.includes(word.slice(0, -2));
  });
}

/** Whether a text has a word of that stem: `soure` is no form of `source`. */
function hasForm(text: string, root: string): boolean {
  for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + 1)) {
    const rest = /^\p{L}*/u.exec(text.slice(at + root.length, at + root.length + 12))![0];
    // `clases` is no way to write `class`.
    if (endings.test(rest) && !(root.endsWith('s') && rest.startsWith('s'))) return true;
  }
  return false;
}
