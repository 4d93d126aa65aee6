/** The words of the form, which its data brings. */
export type Say = (key: string, value?: string | number) => string;

/** @returns the word of a key; `{place}` in it is replaced by the value */
export const sayIn =
  (words: Readonly<Record<string, string>>): Say =>
  (key, value) =>
    (words[`try_${key}`] ?? key).replace(/\{\w+\}/, (place) => (value ?? place).toString());
