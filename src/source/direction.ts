/** Languages, and the direction in which they are written. */

/** Of ECMAScript's Intl Locale Info, which TypeScript's library does not know yet. */
interface LocaleInfo extends Intl.Locale {
  getTextInfo(): { direction?: 'ltr' | 'rtl' };
}

/**
 * @param lang a BCP 47 tag: `fa`, `ku-Arab`, `pa-PK`
 * @returns that of the language's usual script, or of the one the tag names; `ltr` for what is no tag
 */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  try {
    return (new Intl.Locale(lang) as LocaleInfo).getTextInfo().direction ?? 'ltr';
  } catch {
    return 'ltr';
  }
}

const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
/** Of the letters outside fences: names of parameters and paths are in Latin script everywhere. */
const LEAST_SHARE = 0.3;

/** Whether Markdown is written in a script that runs from right to left, by and large. */
export function runsRightToLeft(markdown: string): boolean {
  if (!/[\u0590-\u08ff]/.test(markdown)) return false;
  const prose = markdown.replace(/^ {0,3}(```|~~~)[^]*?^ {0,3}\1/gm, '');
  const count = (letters: RegExp) => prose.match(letters)?.length ?? 0;
  return count(rightToLeftLetters) > LEAST_SHARE * count(/\p{L}/gu);
}

/** The tag in its canonical form (`pt_br` → `pt-BR`), or undefined for what is no language tag. */
export function languageTag(text: string): string | undefined {
  try {
    const { language, baseName } = new Intl.Locale(text.trim().replaceAll('_', '-'));
    // Longer ones are reserved for later standards: `deutsch` is a word, not a tag.
    return language.length <= 3 ? Intl.getCanonicalLocales(baseName)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of a language that is called by its name, in English or its own: `deutsch` → `de`. */
export function languageNamed(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const nameOf = (tag: string, reader: string) =>
    new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' }).of(tag);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((tag) => ['en', tag].some((reader) => nameOf(tag, reader)?.toLowerCase() === wanted));
}
