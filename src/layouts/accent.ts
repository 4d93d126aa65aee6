/** The owner's accent, shaded until it can be read (WCAG AA) on the page's grounds. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
type Culori = typeof import('culori/require');
/** A library of two hundred modules, in one file: read only where the owner has chosen a colour. */
const library = (): Culori => require('culori/require') as Culori;

/** WCAG 2.2, 1.4.3. */
const MIN_CONTRAST = 4.5;

/** The grounds that accent stands on, and the strongest tint of it behind it (share of accent). */
const grounds = {
  light: { ground: '#ffffff', other: '#f7f8f8', tint: 0.1, end: '#000000' },
  dark: { ground: '#121817', other: '#0e1413', tint: 0.16, end: '#ffffff' },
};

/** @param accent a CSS colour; one whose parts only a browser can work out stays as it is */
export function readableAccent(accent: string, ground: 'light' | 'dark'): string {
  const culori = library();
  const parsed = culori.parse(accent);
  if (!parsed) return accent;
  // Tints and shades are mixed in sRGB: what it cannot show is brought into it first.
  const colour = culori.displayable(parsed) ? parsed : culori.toGamut('rgb', 'oklch')(parsed);
  const { end } = grounds[ground];
  const shade = culori.interpolate([culori.formatHex(colour), end], 'rgb');
  for (let share = 0; share <= 1; share += 0.04) {
    const shaded = culori.formatHex(shade(share));
    if (isReadable(shaded, ground)) return shaded;
  }
  return end;
}

function isReadable(colour: string, name: 'light' | 'dark'): boolean {
  const { ground, other, tint } = grounds[name];
  const culori = library();
  const tinted = culori.interpolate([ground, colour], 'rgb')(tint);
  return [ground, other, tinted].every(
    (behind) => culori.wcagContrast(colour, behind) >= MIN_CONTRAST,
  );
}
