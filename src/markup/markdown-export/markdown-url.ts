/** A URL between `(` and `)` of a Markdown link. */
export const markdownUrl = (url: string): string =>
  url.replace(
    /[\s()<>\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
