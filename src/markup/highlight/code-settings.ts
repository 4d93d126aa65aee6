/** What the owner adds to the languages of fences (`code` in the config file): plain data. */
import type { LanguageRegistration } from 'shiki';

export interface CodeSettings {
  /** TextMate grammars, which go before Shiki's of the same name. */
  languages: LanguageRegistration[];
  /** A fence's language → the language that it is read as. */
  aliases: Record<string, string>;
}

export const noCodeSettings: CodeSettings = { languages: [], aliases: {} };
