/**
 * Text for an index of words, in scripts that do not divide them: each letter is set apart, so that
 * a run of letters is found wherever it stands (as a phrase), in any language and in spite of any
 * dictionary. Spaces that were there before bear a mark, so that the text can be put back.
 */

/**
 * Chinese, Japanese, Korean. Korean has spaces, but a word stands in longer words and with endings.
 */
const letter = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々';
/** Wide punctuation, which has no space after it. */
const close =
  '\\u3001-\\u303f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\u00b7\\u2018-\\u201f\\u2026';
/** A word separator that nobody writes and an index leaves out. */
const mark = '\u2e31';

/** Stands between the prose and the code of a record. Nobody writes it either. */
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

/** `API密鑰 v2` → `API 密 鑰⸱ v2`. Text in other scripts stays as it is. */
export const spaceOut = (text: string): string =>
  has.test(text) ? text.replace(real, `${mark} `).replace(gap, ' ') : text;

/** Undoes `spaceOut`. */
export const closeUp = (text: string): string =>
  has.test(text) ? text.replace(made, '').replaceAll(`${mark} `, ' ').replaceAll(mark, '') : text;

/**
 * A Persian text as Persian keyboards write it, where an author's or reader's Arabic keyboard gave
 * ي and ك.
 */
export const persian = (text: string, language: string): string =>
  /^fa\b/i.test(language) ? text.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : text;

/**
 * A query with spaces between the words that its language writes without: `注文作成` → `注文 作成`. As
 * it is where the browser does not know them.
 */
export function wordsApart(query: string, language: string): string {
  if (!has.test(query) || typeof Intl.Segmenter !== 'function') return query;
  const parts = new Intl.Segmenter(language, { granularity: 'word' }).segment(query);
  return Array.from(parts, ({ segment, isWordLike }) => (isWordLike ? segment : ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Runs of unspaced script in a query, each to be asked for as a phrase, and the words between them.
 */
export function runs(query: string): { phrases: string[]; rest: string } {
  const phrases: string[] = [];
  const rest = query.replace(new RegExp(`[${letter}\\p{M}]+`, 'gu'), (run) => {
    phrases.push(`"${spaceOut(run)}"`);
    return ' ';
  });
  return { phrases, rest: rest.replace(/\s+/g, ' ').trim() };
}
