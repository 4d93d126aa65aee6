/** Where a word that is too long for a narrow column may break: `getPaymentIntents`, `/a/long/path`. */

/** Longer words find no room in the sidebar, nor in a heading on a phone. */
const LONG_WORD = /\S{21,}/g;

/** Before a capital, after a sign. */
const places = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[_./:])(?=[^\s_./:])/;

/** @returns the text in pieces, between which a `<wbr>` belongs; one piece where no word is long */
export const breakWords = (text: string): string[] =>
  text.replace(LONG_WORD, (word) => word.split(places).join('\0')).split('\0');
