/** How the language choice looks, as style of the page: right before any script runs. */
import type { LanguageTab } from '../source/front-matter/front-matter.ts';

/**
 * Marks the chosen tab, names it on the folded menu, and folds the tabs up where the bar is
 * narrower than they are.
 * @returns CSS that is safe inside `<style>`; empty for fewer than two languages
 */
export function tabsStyle(tabs: readonly LanguageTab[]): string {
  if (tabs.length < 2) return '';
  const chosen = tabs.map(
    ({ name }) => `html[data-language=${quoted(name)}] .languages [value=${quoted(name)}]`,
  );
  const labels = tabs.map(
    ({ name, label }) =>
      `html[data-language=${quoted(name)}] .languages-menu>b::after{content:${quoted(label)}}`,
  );
  return (
    `${chosen.join()}{color:var(--tab-ink);background:var(--tab-ground);` +
    'box-shadow:inset 0 0 0 1px var(--tab-line)}' +
    labels.join('') +
    `@container bar (inline-size<${widthOf(tabs)}px){.languages{--flat: ;--folded:initial}}`
  );
}

/** px that the tabs need beside the button for light and dark, rather too many than too few. */
const widthOf = (tabs: readonly LanguageTab[]): number =>
  44 +
  tabs.reduce(
    (sum, { label }) =>
      sum + 30 + [...label].reduce((width, char) => width + (char > '\u2E80' ? 14 : 8), 0),
    0,
  );

/** A CSS string; `<` is escaped too, so that no text can end the style element. */
const quoted = (text: string): string =>
  `"${text.replace(unsafe, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;

const unsafe = /["\\<>&\p{Cc}\p{Zl}\p{Zp}]/gu;
