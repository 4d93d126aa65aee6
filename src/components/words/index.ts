/** The interface's words in the language of a document. */
import { languages, type WordKey, type Words } from './languages.ts';

/**
 * @param lang a BCP 47 tag: `de-CH` reads `de`, `zh-TW` traditional Chinese, one that is not there
 * English
 * @param overrides the owner's own words (`words` in front matter), by key; keys that are none are
 * left out
 */
export function wordsFor(lang: string, overrides: Readonly<Record<string, string>> = {}): Words {
  const tag = tagsOf(lang).find((tag) => Object.hasOwn(languages, tag)) ?? 'en';
  const words = { ...languages[tag]! };
  for (const key of Object.keys(words) as WordKey[])
    if (Object.hasOwn(overrides, key)) words[key] = overrides[key]!;
  return words;
}

/** Whether the interface has been put into a language. */
export const hasWords = (lang: string): boolean =>
  tagsOf(lang).some((tag) => Object.hasOwn(languages, tag));

/**
 * From the nearest tag to the farthest; the script that a region implies counts (`zh-TW` is
 * `zh-Hant`).
 */
function tagsOf(lang: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(lang).maximize();
    return [`${language}-${script}-${region}`, `${language}-${script}`, language];
  } catch {
    return [];
  }
}

/**
 * Puts values in a text's places: `fillIn(words.no_results, {query})`. A place without a value
 * stays as it is.
 */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );

/**
 * Words as an attribute carries them to the page's scripts, a line each: JSON would cost six bytes
 * a quote in every page.
 */
export const listOf = (...words: (string | undefined)[]): string =>
  words.map((word = '') => word.replace(/\s+/g, ' ')).join('\n');
