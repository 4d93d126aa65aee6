/** The colours and sizes that a Slate project set in `stylesheets/_variables.scss`. Sass is not run: plain values only. */
import type { Theme } from './front-matter/front-matter.ts';

const colour =
  /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgba?|hsla?)\([\d\s.,%/]+\))$/i;
const length = /^(?:0|-?\d*\.?\d+(?:px|rem|em|ch|ex|vw|vh|%|pt))$/i;
const fonts = /^[\w\s,'"-]+$/;

/**
 * Reads variables: name without `$` → value, for colours (`nav-bg`, `main-bg`, `main-text` …), lengths (`nav-width` …),
 * and `default-font`'s `font-family` and `font-size` as `font-family` and `font-size`.
 * A variable that is another's value has that value; what is computed (`darken(…)`, `$a - $b`) is passed over, and so is
 * whatever is no colour, length or list of fonts, so that each value may stand in a style sheet. The last setting holds.
 */
export function readVariables(scss: string): Record<string, string> {
  const text = withoutComments(scss);
  const written = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(
    /^[ \t]*\$([\w-]+)[ \t]*:[ \t]*([^;{}\n]+);?[ \t]*$/gm,
  )) {
    written.set(name, value.replace(/!(?:default|global)\b/g, '').trim());
  }
  const result: Record<string, string> = {};
  for (const [name, value] of written) {
    const plain = resolve(value, written);
    if (plain !== undefined) result[name] = plain;
  }
  const font = /%default-font\s*\{([^}]*)\}/.exec(text)?.[1] ?? '';
  const family = /font-family\s*:\s*([^;]+)/.exec(font)?.[1]?.trim().replace(/\s+/g, ' ');
  const size = /font-size\s*:\s*([^;]+)/.exec(font)?.[1]?.trim();
  if (family !== undefined && fonts.test(family)) result['font-family'] = family;
  if (size !== undefined && length.test(size)) result['font-size'] = size;
  return result;
}

function withoutComments(scss: string): string {
  let text = '',
    at = 0;
  for (const found of scss.matchAll(/\/\*|(?<!:)\/\//g)) {
    if (found.index < at) continue;
    text += scss.slice(at, found.index);
    const end =
      found[0] === '//' ? scss.indexOf('\n', found.index) : scss.indexOf('*/', found.index + 2);
    if (end < 0) return text;
    at = found[0] === '//' ? end : end + 2;
  }
  return text + scss.slice(at);
}

function resolve(value: string, variables: ReadonlyMap<string, string>): string | undefined {
  let plain = value;
  for (let step = 0; step < 10 && /^\$[\w-]+$/.test(plain); step += 1)
    plain = variables.get(plain.slice(1)) ?? '';
  return colour.test(plain) || length.test(plain) ? plain : undefined;
}

/** What Slate comes with: no choice of the owner's. */
const stock: Record<string, string[]> = {
  'nav-active-bg': ['#0f75d4'],
  'nav-width': ['230px'],
  'examples-bg': ['#2e3336', '#393939'],
};

/**
 * The theme that a Slate project's variables make: accent from the entry in view, the sidebar's width, a dark or a light
 * ground of the code column. What is as Slate comes is left out.
 */
export function themeOf(variables: Readonly<Record<string, string>>): Theme {
  const own = (name: string) => {
    const value = variables[name];
    return value !== undefined && !stock[name]?.includes(value.toLowerCase()) ? value : undefined;
  };
  const accent = own('nav-active-bg'),
    width = own('nav-width'),
    ground = own('examples-bg');
  const light = ground === undefined ? undefined : isLight(ground);
  return {
    ...(accent !== undefined && colour.test(accent) && { accent }),
    ...(width !== undefined && length.test(width) && { sidebar_width: width }),
    ...(light !== undefined && { code: light ? ('light' as const) : ('dark' as const) }),
  };
}

/** Of a hex colour; undefined for one that is written otherwise. */
function isLight(value: string): boolean | undefined {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value)?.[1];
  if (hex === undefined) return value === 'white' ? true : value === 'black' ? false : undefined;
  const [red = 0, green = 0, blue = 0] = (
    hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])
  ).map((pair) => Number.parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}
