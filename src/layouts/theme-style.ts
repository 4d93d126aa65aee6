/**
 * The owner's look (`theme` in front matter) as custom properties. Its values are checked where
 * front matter is read.
 */
import type { Theme } from '../source/front-matter/front-matter.ts';
import { readableAccent } from './accent.ts';

/**
 * @param base of the site, which files of the content folder lie under
 * @returns CSS that is safe inside `<style>`; empty where the owner wants nothing of their own
 */
export function themeStyle(
  { accent, fonts, sidebar_width, prose_width }: Theme,
  base: string,
): string {
  const values = [
    sidebar_width && `--sidebar-width:${sidebar_width}`,
    prose_width && `--prose-width:${prose_width}`,
    fonts?.body && '--sans:"Site text",system-ui,sans-serif',
    fonts?.code && '--mono:"Site code",ui-monospace,monospace',
  ]
    .filter(Boolean)
    .join(';');
  return (
    fontFace('Site text', fonts?.body, base) +
    fontFace('Site code', fonts?.code, base) +
    (values && `:root{${values}}`) +
    (accent ? accentStyle(accent) : '')
  );
}

/** One file for all weights: most are variable fonts. */
function fontFace(family: string, file: string | undefined, base: string): string {
  if (!file) return '';
  const url = base + encodeURI(file.replace(/^\.?\//, '')).replace(/[()']/g, encodeURIComponent);
  return `@font-face{font-family:"${family}";src:url("${url}");font-weight:100 900;font-display:swap}`;
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
