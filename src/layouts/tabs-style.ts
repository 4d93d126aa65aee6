/** How the language choice looks, as style of the page: right before any script runs. */
import type { LanguageTab } from '../source/front-matter/front-matter.ts';

/**
 * Marks the chosen tab, names it on the folded menu, and folds the tabs up where the bar is
 * narrower than they are.
 * @param links that stand beside them
 * @returns CSS that is safe inside `<style>`; empty for fewer than two languages
 */
export function tabsStyle(tabs: readonly LanguageTab[], links: readonly Labelled[] = []): string {
  if (tabs.length < 2) return '';
  const chosen = tabs.map(
    ({ name }) => `html[data-language=${quoted(name)}] .languages [value=${quoted(name)}]`,
  );
  const labels = tabs.map(
    ({ name, label }) =>
      `html[data-language=${quoted(name)}] .languages-menu>b::after{content:${quoted(label)}}`,
  );
  const needed = 44 + widthOf(tabs) + widthOf(links);
  return (
    `${chosen.join()}{color:var(--tab-ink);background:var(--tab-ground);` +
    'box-shadow:inset 0 0 0 1px var(--tab-line)}' +
    labels.join('') +
    `@container bar (inline-size<${needed}px){.languages{--flat: ;--folded:initial}}`
  );
}

interface Labelled {
  label: string;
}

/** px that they need, rather too many than too few. */
const widthOf = (labelled: readonly Labelled[]): number =>
  labelled.reduce(
    (sum, { label }) =>
      sum + 30 + [...label].reduce((width, char) => width + (char > '\u2E80' ? 14 : 8), 0),
    0,
  );

/** A CSS string; `<` is escaped too, so that no text can end the style element. */
const quoted = (text: string): string =>
  `"${text.replace(unsafe, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;

const unsafe = /["\\<>&\p{Cc}\p{Zl}\p{Zp}]/gu;
