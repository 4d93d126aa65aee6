/** Chinese, Japanese and Korean text, which has no spaces between words. */

/** One of their marks: `，`, `「`, `（`. */
export const wideMark = '(?=[\\u3000-\\u303f\\uff00-\\uff65])[\\p{P}\\p{S}]';
export const wideLetter =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
/** Quotes and dashes that other scripts have too count beside wide letters and marks alone. */
const shared = '[“”‘’…—·]';

/** Where an address ends that stands in such a text. */
export const addressEnd = new RegExp(
  `${shared}*${wideMark}|${shared}+(?=${wideLetter})|…{2}|—{2}`,
  'u',
);
