/** The interface's words in the language of a document. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { no } from './no.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-Hant.ts';

/** Every key of the interface. */
export type WordKey = keyof typeof en;

/** One language: what it lacks is shown in English. A test names every key that a language lacks. */
export type Translation = Partial<Record<WordKey, string>>;

export type Words = Record<WordKey, string>;

/** By BCP 47 tag; looked up as `zh-Hant-TW`, `zh-Hant`, `zh`. Norwegian is written as `no`, `nb` and `nn`. */
export const translations: Record<string, Translation> = {
  ar,
  de,
  en,
  es,
  fa,
  fr,
  he,
  ja,
  ko,
  nb: no,
  nn: no,
  no,
  pt,
  ru,
  zh,
  'zh-Hant': zhHant,
};

/**
 * @param lang a BCP 47 tag: `de-CH` reads `de`, `zh-TW` traditional Chinese, one that is not there English
 * @param overrides the owner's own words (`words` in front matter), by key; keys that are none are left out
 */
export function wordsFor(lang: string, overrides: Readonly<Record<string, string>> = {}): Words {
  const words: Words = { ...en, ...languageOf(lang) };
  for (const key of Object.keys(en) as WordKey[])
    if (Object.hasOwn(overrides, key)) words[key] = overrides[key]!;
  return words;
}

function languageOf(lang: string): Translation | undefined {
  for (const tag of tagsOf(lang)) if (Object.hasOwn(translations, tag)) return translations[tag];
  return undefined;
}

/** From the nearest tag to the farthest; the script that a region implies counts (`zh-TW` is `zh-Hant`). */
function tagsOf(lang: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(lang).maximize();
    return [`${language}-${script}-${region}`, `${language}-${script}`, language];
  } catch {
    return [];
  }
}

/** Puts values in a text's places: `fillIn(words.no_results, {query})`. A place without a value stays as it is. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );

/** Words as an attribute carries them to the page's scripts, a line each: JSON would cost six bytes a quote in every page. */
export const listOf = (...words: (string | undefined)[]): string =>
  words.map((word = '') => word.replace(/\s+/g, ' ')).join('\n');
