/** A URL in Markdown. */

/** A URL between `(` and `)` of a Markdown link: spaces, brackets, parentheses percent-encoded. */
export const markdownUrl = (url: string): string =>
  url.replace(
    /[\s()<>\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
