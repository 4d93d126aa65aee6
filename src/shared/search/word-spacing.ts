/**
 * Scripts that do not divide words, for an index: each letter is set apart, so that a run is found
 * wherever it stands (as a phrase). Spaces that were there bear a mark.
 */

/** Korean has spaces, but a word stands in longer words and with endings. */
const letter = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々';
/** Has no space after it. */
const close =
  '\\u3001-\\u303f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\u00b7\\u2018-\\u201f\\u2026';
/** A separator that nobody writes and an index leaves out. */
const mark = '\u2e31';

/** Between the prose and the code of a record. */
export const codeMark = '\u2e32';

const has = new RegExp(`[${letter}]`, 'u');
const real = new RegExp(
  `(?<=[${letter}${close}])\\s+(?=\\S)|(?<=\\S)\\s+(?=[${letter}${close}])`,
  'gu',
);
const gap = new RegExp(
  [
    `(?<=[${letter}])(?=[^\\s\\p{M}${mark}])`,
    `(?<=[${close}])(?=[^\\s${mark}])`,
    `(?<=[^\\s\\p{M}${letter}${close}])(?=[${letter}])`,
  ].join('|'),
  'gu',
);
const made = new RegExp(
  `(?<=[${letter}${close}]\\p{M}*) (?=\\S)|(?<=[^${mark}]) (?=[${letter}])`,
  'gu',
);

/** `API密鑰 v2` → `API 密 鑰⸱ v2`. */
export const spaceOut = (text: string): string =>
  has.test(text) ? text.replace(real, `${mark} `).replace(gap, ' ') : text;

/** Undoes `spaceOut`. */
export const closeUp = (text: string): string =>
  has.test(text) ? text.replace(made, '').replaceAll(`${mark} `, ' ').replaceAll(mark, '') : text;

/** Arabic keyboards give ي and ك. */
export const persian = (text: string, language: string): string =>
  /^fa\b/i.test(language) ? text.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : text;

/** Runs of unspaced script, each as a phrase, and the words between. */
export function runs(query: string): { phrases: string[]; rest: string } {
  const phrases: string[] = [];
  const rest = query.replace(new RegExp(`[${letter}\\p{M}]+`, 'gu'), (run) => {
    phrases.push(`"${spaceOut(run)}"`);
    return ' ';
  });
  return { phrases, rest: rest.replace(/\s+/g, ' ').trim() };
}
