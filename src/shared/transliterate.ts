/** Latin letters to ASCII, by the table of Ruby's I18n (`I18n::Backend::Transliterator`). */
import lettersOf from './transliterate.json' with { type: 'json' };

const table = new Map(
  Object.entries(lettersOf).flatMap(([ascii, letters]) =>
    [...letters].map((letter) => [letter, ascii] as const),
  ),
);

/** `text` in ASCII; every character that is neither ASCII nor in the table becomes `?`. */
export function transliterate(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (char) => table.get(char) ?? '?');
}
