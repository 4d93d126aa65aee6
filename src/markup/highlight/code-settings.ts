/** `code` in the config file: plain data. */
import type { LanguageRegistration } from 'shiki';

export interface CodeSettings {
  /** TextMate; before Shiki's of the same name. */
  languages: LanguageRegistration[];
  /** A fence's language → the one it is read as. */
  aliases: Record<string, string>;
}

export const noCodeSettings: CodeSettings = { languages: [], aliases: {} };
