/** The interface's words, which the page carries on the element that needs them. */

/** @returns the list that stands in `data-words`, a line each (`listOf` of components/words) */
export const wordsOf = (element: Element | null): string[] => element?.getAttribute('data-words')?.split('\n') ?? [];

/** Puts a value in a text's place: `fill('Show all {count} lines', 40)`. */
export const fill = (text: string | undefined, value: string | number): string => (text ?? '').replace(/\{\w+\}/, () => String(value));
