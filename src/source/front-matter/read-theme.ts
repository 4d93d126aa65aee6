/** The `theme` key. Its values go into a style sheet, so each is held to the grammar of what it stands for. */
import { isMap } from 'yaml';
import type { Theme } from './front-matter.ts';
import type { FrontMatterValue } from './front-matter-value.ts';
import { colourNames } from './css-colours.ts';
import { nearest } from '../../shared/nearest.ts';

const composed =
  /^(#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([-\w\s.,%/+]*\))$/i;
const colour = {
  test: (text: string): boolean => composed.test(text) || colourNames.has(text.toLowerCase()),
};
const length = /^(0|\d*\.?\d+(?:px|rem|em|ch|ex|vw|%|cm|mm|in|pt))$/i;

const readers: { [K in keyof Required<Theme>]: (value: FrontMatterValue) => Theme[K] } = {
  accent: (value) => matching(value, colour, 'a CSS colour', "'#0b6e69'"),
  logo: (value) => (isMap(value.value) ? grounds(value) : value.text('images/logo.svg')),
  favicon: (value) => value.text('favicon.svg'),
  code: (value) => value.word(['dark', 'light']),
  sidebar_width: (value) => matching(value, length, 'a CSS length', '270px'),
  prose_width: (value) => matching(value, length, 'a CSS length', '600px'),
};

const keys = Object.keys(readers) as (keyof Theme)[];

/** Reads `theme`. Its keys are this tool's own, so one that is not known is told. */
export function readTheme(value: FrontMatterValue): Theme | undefined {
  const entries = value.entries('a map', "{accent: '#0b6e69'}");
  if (!entries) return undefined;
  const theme: Theme = {};
  for (const entry of entries) {
    const known = keys.find((key) => key === entry.key);
    const part = value.part(`${value.name}.${entry.key}`, entry.value, entry.valuePlace);
    if (known) {
      if (!part.empty) assign(theme, known, readers[known](part));
    } else {
      const meant = nearest(entry.key, keys);
      if (meant) part.misspelt(`theme.${meant}`, entry.place);
      else
        part.unknown(
          `\`theme\` takes ${keys.join(', ')}; other styles go into \`styles.css\` beside the index page`,
          entry.place,
        );
    }
  }
  return theme;
}

function assign<K extends keyof Theme>(theme: Theme, key: K, value: Theme[K]): void {
  if (value !== undefined) theme[key] = value;
}

function matching(
  value: FrontMatterValue,
  pattern: { test(text: string): boolean },
  expected: string,
  example: string,
): string | undefined {
  const text = value.text(example);
  if (text === undefined) return undefined;
  return pattern.test(text) ? text : value.wrong(expected, `write \`${value.name}: ${example}\``);
}

function grounds(value: FrontMatterValue): { light: string; dark: string } | undefined {
  const { light, dark } = value.pairs('an image, or `{light, dark}`', 'logo.svg') ?? {};
  return light && dark
    ? { light, dark }
    : value.wrong(
        'an image, or one for each ground',
        'write `logo: {light: logo.svg, dark: logo-dark.svg}`',
      );
}
