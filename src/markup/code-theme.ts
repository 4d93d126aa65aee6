/**
 * The kinds of token that code is coloured by, and their colours.
 *
 * A kind has one element in the page, and a colour on each ground that code can lie on; `styles/code.css` holds the
 * same colours as custom properties (a test holds the two equal, and every colour to WCAG AA).
 */

/** A kind's index is its number in runs and in the cache; 0 is plain text, which has no element. */
export const tokenKinds = ['plain', 'name', 'string', 'value', 'keyword', 'type', 'comment', 'inserted', 'deleted'] as const;

export type TokenKind = (typeof tokenKinds)[number];

/**
 * The tags around a token of each kind. The three commonest (names and keys, strings, numbers and constants: nineteen
 * of twenty tokens in an API reference) have elements of their own without attributes and without a role for
 * assistive technology: they are a third of a long page's elements, so every byte counts.
 */
export const tokenTags: readonly (readonly [open: string, close: string])[] = [
  ['', ''],
  ['<b>', '</b>'],
  ['<i>', '</i>'],
  ['<u>', '</u>'],
  ['<b class="k">', '</b>'],
  ['<b class="t">', '</b>'],
  ['<i class="c">', '</i>'],
  ['<b class="p">', '</b>'],
  ['<b class="m">', '</b>'],
];

/** Scopes of TextMate grammars that make a kind; where several match, the most specific one counts. */
const scopes: Record<Exclude<TokenKind, 'plain'>, readonly string[]> = {
  name: [
    'support.type.property-name', 'entity.name.function', 'support.function', 'entity.name.tag', 'entity.other.attribute-name',
    'entity.name.command', 'entity.name.section', 'markup.heading',
    'support.type.property-name.json punctuation', 'support.type.property-name string', 'variable.other.enummember', 'keyword.other.definition',
  ],
  string: [
    'string', 'constant.character', 'punctuation.definition.string', 'string.regexp', 'markup.inline.raw', 'markup.fenced_code',
  ],
  value: ['constant', 'constant.numeric', 'constant.language', 'constant.other', 'support.constant', 'variable.language', 'constant.other.symbol', 'keyword.other.unit'],
  keyword: ['keyword', 'storage', 'storage.type', 'storage.modifier'],
  type: ['entity.name.type', 'entity.name.class', 'entity.name.namespace', 'support.class', 'support.type', 'entity.other.inherited-class', 'storage.type.java', 'storage.type.cs', 'meta.type.annotation entity.name.type'],
  comment: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted', 'invalid.deprecated'],
};

/** Scopes that stay plain although a wider scope above would colour them. */
const plainScopes = [
  'keyword.operator', 'punctuation', 'string.unquoted', 'meta.embedded', 'meta.interpolation', 'storage.type.function.arrow',
  'support.type.property-name.css', 'string.template meta.template.expression', 'string meta.template.expression', 'string meta.embedded',
];

const colourOf = (kind: number): string => `#${kind.toString(16).padStart(6, '0')}`;

/** What a grammar's colour (of the theme below) stands for. */
export const kindOfColour = (colour: string | undefined): number => {
  const number = Number.parseInt((colour ?? '').slice(1), 16);
  return number < tokenKinds.length ? number : 0;
};

/** A theme whose “colours” are the numbers of kinds: tokens come out of the tokenizer merged by kind. */
export const theme = {
  name: 'phyllite',
  type: 'dark' as const,
  fg: colourOf(0),
  bg: '#ffffff',
  settings: [
    { settings: { foreground: colourOf(0), background: '#ffffff' } },
    ...Object.entries(scopes).map(([kind, scope]) => ({
      scope: [...scope],
      settings: { foreground: colourOf(tokenKinds.indexOf(kind as TokenKind)) },
    })),
    { scope: [...plainScopes], settings: { foreground: colourOf(0) } },
  ],
};
