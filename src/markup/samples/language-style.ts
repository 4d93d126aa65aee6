import type { LanguageTab } from '../../source/front-matter/front-matter.ts';

/**
 * The style by which an attribute of the root element shows one language's samples. Without it
 * every sample is shown. Each selector ends in a class or a name: after a bare `:not(…)` browsers
 * take a change of the attribute to concern every element. `.lang-specific` is Slate's: an element
 * that goes with the languages among its classes.
 * @param other what a group says that lacks the chosen language and shows its first sample; `%`
 *   stands for the chosen tab's label
 * @param specific whether the document has any `.lang-specific`
 */
export function languageStyle(
  tabs: readonly LanguageTab[],
  other: string,
  specific = false,
): string {
  const styles = tabs.map((tab) => {
    const name = quoted(tab.name);
    const chosen = `html[data-language=${name}]`;
    const having = `${chosen} .samples:is(:not([data-has]),[data-has~=${name}])`;
    const lacking = `${chosen} .samples[data-has]:not([data-has~=${name}])`;
    const note = quoted(other.replace('%', () => tab.label));
    return [
      `${having}>.sample:not([data-language=${name}]),`,
      `${lacking}>.sample:not(:first-child,[data-also]){display:none}`,
      `${lacking}>:first-child>figcaption::after{content:${note}}`,
      ...(specific ? [`${chosen} .lang-specific:not([class~=${name}]){display:none}`] : []),
    ];
  });
  return styles.flat().join('');
}

/** A CSS string; `<` is escaped too, so that no text can end the style element. */
const quoted = (text: string): string => {
  const escape = (character: string) => `\\${character.codePointAt(0)!.toString(16)} `;
  return `"${text.replace(/["\\<>&\p{Cc}\p{Zl}\p{Zp}]/gu, escape)}"`;
};
