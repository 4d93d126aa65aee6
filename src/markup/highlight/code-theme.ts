/**
 * The kinds of token in code, and their colours. A kind has one element in the page and a colour on
 * light and on dark ground; `styles/code.css` holds the same colours (a test holds the two equal,
 * and every colour to WCAG AA).
 */
import scopes from './token-scopes.json' with { type: 'json' };

/** A kind's index is its number in runs; 0 is plain text, which has no element. */
export const tokenKinds = [
  'plain',
  'name',
  'string',
  'value',
  'keyword',
  'type',
  'comment',
  'inserted',
  'deleted',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

/**
 * The tags around a token of each kind. Tokens are a third of a long page's elements: those
 * that are usual have no attributes, and none has a role for assistive technology.
 */
export const tokenTags: readonly (readonly [open: string, close: string])[] = [
  ['', ''],
  ['<b>', '</b>'],
  ['<i>', '</i>'],
  ['<u>', '</u>'],
  ['<var>', '</var>'],
  ['<cite>', '</cite>'],
  ['<i class="c">', '</i>'],
  ['<b class="p">', '</b>'],
  ['<b class="m">', '</b>'],
];

/** A colour on light and on dark ground (`--tk-…` in styles/code.css). */
export type Colours = readonly [light: string, dark: string];

export const tokenColours: Record<TokenKind, Colours> = {
  plain: ['#16201f', '#e4eae8'],
  name: ['#0a5296', '#82c3f7'],
  string: ['#1b6632', '#a3d9a5'],
  value: ['#8a4500', '#f0b97d'],
  keyword: ['#6b37b8', '#c9b0fb'],
  type: ['#0a615c', '#7fd8cb'],
  comment: ['#52605c', '#a0b2ae'],
  inserted: ['#17642e', '#8fdc9b'],
  deleted: ['#a8201a', '#ffaba3'],
};

/** What marked lines lay over the ground, with its opacity. */
export const markColours: Record<'mark' | 'ins' | 'del', Colours> = {
  mark: ['#0b6e6914', '#63d2c61f'],
  ins: ['#17642e14', '#8fdc9b1f'],
  del: ['#a8201a12', '#ff9d941f'],
};

/** The grounds that code lies on (`--code-card` and `--code-ground` of styles/tokens.css). */
export const codeGrounds: { light: readonly string[]; dark: readonly string[] } = {
  light: ['#ffffff', '#f7f8f8', '#f2f5f4'],
  dark: ['#1f2a29', '#17201f', '#141c1b', '#0b100f'],
};

const colourOf = (kind: number): string => `#${kind.toString(16).padStart(6, '0')}`;

/** What a grammar's colour (of the theme below) stands for. */
export const kindOfColour = (colour: string | undefined): number => {
  const number = Number.parseInt((colour ?? '').slice(1), 16);
  return number < tokenKinds.length ? number : 0;
};

/** A theme whose “colours” are the numbers of kinds: the tokenizer merges tokens by kind. */
export const theme = {
  name: 'phyllite',
  type: 'dark' as const,
  fg: colourOf(0),
  bg: '#ffffff',
  // The TextMate scopes of each kind; of several that match the most specific one counts. `plain` are
  // those that a wider scope would colour.
  settings: [
    { settings: { foreground: colourOf(0), background: '#ffffff' } },
    ...Object.entries(scopes).map(([kind, scope]) => ({
      scope,
      settings: { foreground: colourOf(tokenKinds.indexOf(kind as TokenKind)) },
    })),
  ],
};
