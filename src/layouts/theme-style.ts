/**
 * The owner's look (`theme` in front matter) as custom properties. Its values are checked where
 * front matter is read.
 */
import type { Theme } from '../source/front-matter/front-matter.ts';
import { isFontPackage } from '../source/front-matter/theme.ts';
import { readableAccent } from './accent.ts';

/** A font of a package (`build/fonts.ts`): a face for each script. */
export interface PackageFont {
  faces: {
    /** Path in the site. */
    file: string;
    weight: string;
    /** The letters that it has (`unicode-range`). */
    range?: string;
  }[];
  /** Of the faces, the files that every page needs. */
  preload: string[];
}

/** Before a package's font, so that it is loaded only where the system has no good one. */
const systemFonts = {
  body: '-apple-system,BlinkMacSystemFont,"Segoe UI Variable Text","Segoe UI",Roboto,',
  code: 'ui-monospace,Menlo,"Cascadia Mono",Consolas,"Roboto Mono",',
};

/**
 * @param base of the site, which files of the content folder lie under
 * @param packages fonts that `theme` names by their package
 * @returns CSS that is safe inside `<style>`; empty where the owner wants nothing of their own
 */
export function themeStyle(
  { accent, fonts, sidebar_width, prose_width }: Theme,
  base: string,
  packages: { body?: PackageFont; code?: PackageFont } = {},
): string {
  const { body, code } = packages;
  const values = [
    sidebar_width && `--sidebar-width:${sidebar_width}`,
    prose_width && `--prose-width:${prose_width}`,
    fonts?.body && `--sans:${body ? systemFonts.body : ''}"Site text",system-ui,sans-serif`,
    fonts?.code && `--mono:${code ? systemFonts.code : ''}"Site code",ui-monospace,monospace`,
  ]
    .filter(Boolean)
    .join(';');
  return (
    fontFaces('Site text', body ?? fonts?.body, base) +
    fontFaces('Site code', code ?? fonts?.code, base) +
    (values && `:root{${values}}`) +
    (accent ? accentStyle(accent) : '')
  );
}

function fontFaces(family: string, font: string | PackageFont | undefined, base: string): string {
  // A package that is not there was told.
  if (!font || (typeof font === 'string' && isFontPackage(font))) return '';
  // One file for all weights: most are variable fonts. An owner's own is worth a change of the text.
  const own = typeof font === 'string';
  const faces: PackageFont['faces'] = own
    ? [{ file: font.replace(/^\.?\//, ''), weight: '100 900' }]
    : font.faces;
  return faces
    .map(({ file, weight, range }) => {
      const url = base + encodeURI(file).replace(/[()']/g, encodeURIComponent);
      return (
        `@font-face{font-family:"${family}";src:url("${url}");font-weight:${weight};` +
        `font-display:${own ? 'swap' : 'optional'}${range ? `;unicode-range:${range}` : ''}}`
      );
    })
    .join('');
}

function accentStyle(accent: string): string {
  const light = pair(accent, 'light');
  const dark = pair(accent, 'dark');
  return (
    `:root{${light}}:root[data-theme=dark]{${dark}}` +
    `@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`
  );
}

function pair(accent: string, ground: 'light' | 'dark'): string {
  const ink = readableAccent(accent, ground);
  const share = ground === 'light' ? 10 : 16;
  return `--accent:${ink};--accent-tint:color-mix(in srgb,${ink} ${share}%,var(--ground))`;
}
