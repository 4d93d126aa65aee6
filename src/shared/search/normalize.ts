/** How search reads text: without case, accents, and the differences that no reader types. */

/**
 * Marks that may go: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. Not the marks
 * that make an Indic or Japanese letter.
 */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/**
 * Letters that one keyboard or another puts in another's place (Arabic and Persian), and digits of
 * other scripts.
 */
const alike: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ё: 'е',
  ß: 'ss',
  '\u200c': '',
  '\u200b': '',
  '\u00ad': '',
  '\u0640': '',
};
const alikePattern = /[يىكةأإآёß\u200b\u200c\u00ad\u0640]/g;
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Lower case, compatibility forms one, accents off. */
export function normalize(text: string): string {
  // Dashes, quotes and arrows are in every English text, and nothing of them folds.
  if (/^[\x00-\x7e\u2010-\u203a\u2190-\u21ff]*$/.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(alikePattern, (letter) => alike[letter] ?? letter)
    .replace(digits, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC');
}

/**
 * A symbol without what people leave out or write differently: `X-HTTP-Method-Override` →
 * `xhttpmethodoverride`. The sign of `C#` stays.
 */
export const compact = (text: string): string =>
  normalize(text).replace(/[-_\s.$@:'"`()]|(?<!(?<![a-z])[a-z])#/g, '');

/**
 * English takes words together with an apostrophe, which a reader leaves out: `don't` is `dont`.
 * Elsewhere it parts them (`l'authentification`).
 */
const contracted = /(\p{L})['’ʼ](?=(?:t|s|d|m|re|ve|ll)(?![\p{L}\p{N}]))/giu;

/** Text without the apostrophes that readers leave out. */
export const joinContractions = (text: string): string =>
  /['’ʼ]/.test(text) ? text.replace(contracted, '$1') : text;

/** Letters and digits, and the signs that are part of a name: `C#`, `C++`, `.NET`. */
const word = new RegExp(
  [
    String.raw`(?:(?<=^|[\s(\[,;"'“‘])\.(?=\p{L}))?`,
    String.raw`[\p{L}\p{N}\p{M}]+`,
    String.raw`(?:(?<=(?<![\p{L}\p{N}_])\p{L})(?:#|\+\+)(?![\p{L}\p{N}]))?`,
  ].join(''),
  'gu',
);

/** Words of a text, folded; `perPage` is two words and `per_page` too. */
export function words(text: string): string[] {
  const parted = joinContractions(text).replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2');
  return normalize(parted).match(word) ?? [];
}

/**
 * Written without spaces (or, Korean, with endings that a reader leaves out), so a word of the
 * query may begin anywhere in a run of text.
 */
const unspaced = new RegExp(
  ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
    .map((script) => `\\p{Script=${script}}`)
    .join('|'),
  'u',
);
export const isUnspaced = (text: string): boolean => unspaced.test(text);

/** Russian and Ukrainian endings of nouns, adjectives and verbs, the longest first. */
const endings = new RegExp(
  `(?:${[
    'иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ость|ости|ать|ять|ить|еть|ет|ют|ит|ят',
    'ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ах|ях|ам|ям|ию|ия|ии|ую|юю',
    'а|я|о|е|и|ы|у|ю|ь|й',
  ].join('|')})$`,
);

/**
 * One form for singular and plural, and for `create`, `creating`, `created`: a beginning of the
 * word, so that it is found in a text as it stands. English and Cyrillic; other words stay as they
 * are.
 */
export function stem(word: string): string {
  if (/^[а-яіїєґ]{5,}$/.test(word)) {
    const cut = word.replace(endings, '');
    return cut.length > 2 ? cut : word;
  }
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const one = singular(word);
  // `aggregation` is what one does who aggregates.
  if (one.length > 7 && one.endsWith('ation')) return one.slice(0, -3);
  // `getting` is `get`; `adding` is `add`.
  const bare = (own: string) => own.replace(/(?<=..)([^aeiouls])\1$|(?<=...)e$/, '$1');
  if (one.length > 5 && one.endsWith('ing')) return bare(one.slice(0, -3));
  if (one.length > 4 && one.endsWith('ed')) return bare(one.slice(0, -2));
  return one.length > 4 && one.endsWith('e') ? one.slice(0, -1) : one;
}

/** `coupons` → `coupon`, `taxes` → `tax`, `categories` → `category`. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:[sx]|ch|sh)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  return word.slice(0, -1);
}
