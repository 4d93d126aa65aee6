/** The `theme` key. Its values go into a style sheet: each is held to the grammar of what it is. */
import type { z } from 'astro/zod';
import colourNames from 'color-name';
import { isMapping, isScalar, mapWith, oneOf, text, textLike, type } from './value-types.ts';

const functions = 'rgba?|hsla?|hwb|lab|lch|oklab|oklch|color';
const composed = new RegExp(
  `^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:${functions})\\([-\\w\\s.,%/+]*\\))$`,
  'i',
);
export const isColour = (text: string): boolean =>
  composed.test(text) || Object.hasOwn(colourNames, text.toLowerCase());
export const isLength = (text: string): boolean =>
  /^(0|\d*\.?\d+(?:px|rem|em|ch|ex|vw|%|cm|mm|in|pt))$/i.test(text);

/** An image in the content folder, or one for each ground. */
const logo = type(
  'an image, or one each for light and dark',
  'write `{key}: images/logo.svg`, or `{key}: {light: logo.svg, dark: logo-dark.svg}`',
  (written): string | { light: string; dark: string } | undefined => {
    if (isScalar(written)) return String(written).trim();
    const { light, dark } = isMapping(written) ? written : {};
    return isScalar(light) && isScalar(dark)
      ? { light: String(light), dark: String(dark) }
      : undefined;
  },
);

/** A package of Fontsource's, which has a file for each script. */
export const isFontPackage = (text: string): boolean =>
  /^@fontsource(-variable)?\/[a-z0-9-]+$/.test(text);

/** A file that browsers read as a font, or a package. */
const font = textLike(
  'a font in the content folder, or a package of Fontsource',
  "'@fontsource-variable/inter'",
  (text) => isFontPackage(text) || /^[^"\\\n]+\.(woff2?|ttf|otf)$/i.test(text),
);
const fonts = mapWith(
  {
    /** Of the text. */
    body: font,
    /** Of code. */
    code: font,
  },
  'a map of `body` and `code` to fonts',
  "{body: '@fontsource-variable/inter'}",
);

/** How the site looks. Every key may be left out. */
export const theme = mapWith(
  {
    /**
     * The one colour of links, marks and choices: a CSS colour. Where it lacks contrast, it is shaded
     * until it has enough.
     */
    accent: textLike('a CSS colour', "'#0b6e69'", isColour),
    /** Image in the content folder, or one for each ground: `{light, dark}`. */
    logo,
    /** Icon of the browser's tab: an image in the content folder. */
    favicon: text('favicon.svg'),
    /** Ground of the code column: `dark` (also on a light page) or `light`. */
    code: oneOf('dark', 'light'),
    /**
     * `body` and `code`: a font file of the content folder, or a package such as
     * `@fontsource-variable/inter`.
     */
    fonts,
    /** Width of the sidebar, a CSS length: `270px`. */
    sidebar_width: textLike('a CSS length', '270px', isLength),
    /** Greatest width of the prose, a CSS length: `38rem`. */
    prose_width: textLike('a CSS length', '600px', isLength),
  },
  'a map',
  "{accent: '#0b6e69'}",
  '; other styles go into `styles.css` beside the index page',
);

export type Theme = z.infer<typeof theme>;
