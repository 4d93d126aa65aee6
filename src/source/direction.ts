/** The direction in which a language is written. */

/** Scripts written from right to left (Unicode Standard, tables of bidirectional scripts). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

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

/** The tag in its canonical form (`pt_br` → `pt-BR`), or undefined for what is no language tag. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
