/** Words that are made of others by an ending. */

/** `requirements` is of `required`, `highlighter` of `highlighting`. */
export const isDerived = (word: string, stem: string): boolean =>
  stem.length > 4 &&
  (word.startsWith(stem)
    ? derived.test(word.slice(stem.length))
    : // `apply` is what an application is for; “Historical” is of `history`.
      stem.endsWith('y') &&
      /^ica(?:l|tions?)$/.test(word.slice(stem.length - 1)) &&
      word.startsWith(stem.slice(0, -1)));
const derived = /^(?:e?(?:rs?|ments?)|ors?|als?|able)$/;
