/**
 * The owner's look (`theme` in front matter) as custom properties. Its values are checked where
 * front matter is read.
 */
import type { Theme } from '../source/front-matter/front-matter.ts';
import { readableAccent } from './accent.ts';

/** @returns CSS that is safe inside `<style>`; empty where the owner wants nothing of his own */
export function themeStyle({ accent, sidebar_width, prose_width }: Theme): string {
  const widths = [
    sidebar_width && `--sidebar-width:${sidebar_width}`,
    prose_width && `--prose-width:${prose_width}`,
  ]
    .filter(Boolean)
    .join(';');
  return (widths && `:root{${widths}}`) + (accent ? accentStyle(accent) : '');
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
