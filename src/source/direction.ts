/** The direction in which a language is written. */

/** Scripts written from right to left (Unicode Standard, tables of bidirectional scripts). */
const rightToLeft = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/**
 * @param lang a BCP 47 tag: `fa`, `ku-Arab`, `pa-PK`
 * @returns `rtl` where the language's usual script (or the one the tag names) runs from right to left; `ltr` also for what is no tag
 */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
/** Of the letters outside of fences: names of parameters and paths are in Latin script everywhere. */
const share = 0.3;

/** Whether Markdown is written in a script that runs from right to left, by and large. */
export function runsRightToLeft(markdown: string): boolean {
  if (!/[\u0590-\u08ff]/.test(markdown)) return false;
  const prose = markdown.replace(/^ {0,3}(```|~~~)[^]*?^ {0,3}\1/gm, '');
  const count = (letters: RegExp) => prose.match(letters)?.length ?? 0;
  return count(rightToLeftLetters) > share * count(/\p{L}/gu);
}

/** The tag in its canonical form (`pt_br` → `pt-BR`), or undefined for what is no language tag. */
export function languageTag(text: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
    // Longer ones are set apart for a future that has not come: `deutsch` is a word, not a tag.
    return tag && new Intl.Locale(tag).language.length <= 3 ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of a language that is called by its name, in English or its own: `deutsch` → `de`. */
export function languageNamed(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((tag) =>
      ['en', tag].some(
        (reader) =>
          new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' })
            .of(tag)
            ?.toLowerCase() === wanted,
      ),
    );
}
