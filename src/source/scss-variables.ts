/** What a Slate project set in `stylesheets/_variables.scss`. Sass is not run: plain values only. */
import colourNames from 'color-name';
import type { Theme } from './front-matter/front-matter.ts';
import { isColour, isLength } from './front-matter/theme.ts';

const comment = /\/\*[^]*?(?:\*\/|$)|(?<!:)\/\/.*/g;
const setting = /^[ \t]*\$([\w-]+)[ \t]*:[ \t]*([^;{}\n]+);?[ \t]*$/gm;

/**
 * Reads variables: name without `$` → value. One that is another's value has that value; the last
 * setting holds. What is computed (`darken(…)`, `$a - $b`) or no colour or length is left out, so that
 * each value may stand in a style sheet.
 */
export function readVariables(scss: string): Record<string, string> {
  const written = new Map(
    [...scss.replace(comment, '').matchAll(setting)].map(([, name = '', value = '']) => [
      name,
      value.replace(/!(?:default|global)\b/g, '').trim(),
    ]),
  );
  const resolved = (value = '', depth = 0): string =>
    /^\$[\w-]+$/.test(value) && depth < 10
      ? resolved(written.get(value.slice(1)), depth + 1)
      : value;
  return Object.fromEntries(
    [...written]
      .map(([name, value]) => [name, resolved(value)] as const)
      .filter(([, value]) => isColour(value) || isLength(value)),
  );
}

/** What Slate comes with: no choice of the owner's. */
const stock: Record<string, string[]> = {
  'nav-active-bg': ['#0f75d4'],
  'nav-width': ['230px'],
  'examples-bg': ['#2e3336', '#393939'],
};

/**
 * The theme that a Slate project's variables make: the accent is the colour of the entry in view; the
 * code column is as dark or light as the examples. What is as Slate comes is left out.
 */
export function themeOf(variables: Readonly<Record<string, string>>): Theme {
  const own = (name: string, fits: (value: string) => boolean): string | undefined => {
    const value = variables[name];
    return value && fits(value) && !stock[name]?.includes(value.toLowerCase()) ? value : undefined;
  };
  const accent = own('nav-active-bg', isColour);
  const width = own('nav-width', isLength);
  const ground = own('examples-bg', isColour);
  const luma = lumaOf(ground ?? '');
  return {
    ...(accent && { accent }),
    ...(width && { sidebar_width: width }),
    ...(luma !== undefined && { code: luma > 140 ? 'light' : 'dark' }),
  };
}

/** Perceived brightness, 0 to 255 (ITU-R BT.601); undefined for a colour that is a function. */
function lumaOf(colour: string): number | undefined {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour)?.[1];
  const pairs = digits?.match(digits.length === 3 ? /./g : /../g);
  const rgb = pairs?.map((pair) => Number.parseInt(pair.padStart(2, pair), 16));
  const [red, green, blue] = rgb ?? colourNames[colour.toLowerCase() as 'red'] ?? [];
  return red === undefined ? undefined : 0.299 * red + 0.587 * green! + 0.114 * blue!;
}
