/** The interface's words, a file a language. `en.json` says which keys there are. */
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import no from './no.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

export type WordKey = keyof typeof en;

/** One word or sentence a key; `{name}` stands for what the page puts there. */
export type Words = Record<WordKey, string>;

/** By BCP 47 tag, the nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`. */
export const languages: Record<string, Words> = {
  ar,
  de,
  en,
  es,
  fa,
  fr,
  he,
  ja,
  ko,
  // Norwegian is written as `no`, `nb` and `nn`.
  nb: no,
  nn: no,
  no,
  pt,
  ru,
  zh,
  'zh-Hant': zhHant,
};
