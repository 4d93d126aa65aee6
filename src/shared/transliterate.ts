/** Latin letters to ASCII, by Ruby's `I18n::Backend::Transliterator`; others become `?`. */
import lettersOf from './transliterate.json' with { type: 'json' };

const table = new Map(
  Object.entries(lettersOf).flatMap(([ascii, letters]) =>
    [...letters].map((letter) => [letter, ascii] as const),
  ),
);

export function transliterate(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (char) => table.get(char) ?? '?');
}
