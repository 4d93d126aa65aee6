/** Every colour in code is legible on every ground (WCAG 2.2, 1.4.3: 4.5 to 1), and the stylesheet has the same colours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  codeGrounds,
  markColours,
  tokenColours,
  tokenKinds,
  tokenTags,
} from '../../src/markup/highlight/code-theme.ts';

const css = readFileSync(new URL('../../src/styles/code.css', import.meta.url), 'utf8');

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const luminance = (rgb: number[]): number => {
  const [r, g, b] = rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: number[], b: number[]): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
};
/** A colour with opacity (`#rrggbbaa`) over a ground. */
const over = (hex: string, ground: number[]): number[] => {
  const opacity = Number.parseInt(hex.slice(7, 9), 16) / 255;
  return channels(hex).map((value, at) => value * opacity + ground[at]! * (1 - opacity));
};

test('every token is legible on every ground, marked or not', () => {
  for (const [side, grounds] of [codeGrounds.light, codeGrounds.dark].entries())
    for (const ground of grounds.map(channels))
      for (const lain of [
        ground,
        ...Object.values(markColours).map((colours) => over(colours[side]!, ground)),
      ])
        for (const kind of tokenKinds)
          assert.ok(
            contrast(channels(tokenColours[kind][side]!), lain) >= 4.5,
            `${kind} ${tokenColours[kind][side]}`,
          );
});

test('the stylesheet has these colours, and a rule for every tag', () => {
  for (const [kind, [light, dark]] of Object.entries(tokenColours))
    if (kind !== 'plain')
      assert.ok(css.includes(`--tk-${kind}: light-dark(${light}, ${dark});`), kind);
  for (const [kind, [light, dark]] of Object.entries(markColours))
    assert.ok(css.includes(`--tk-${kind}-ground: light-dark(${light}, ${dark});`), kind);
  for (const [kind, [open]] of tokenTags.entries()) {
    const [, name, letter] = /^<(\w+)(?: class="(\w)")?>$/.exec(open) ?? [];
    if (kind)
      assert.match(
        css,
        new RegExp(
          `code ${letter ? `\\.${letter}` : name} \\{\\s*color: var\\(--tk-${tokenKinds[kind]}\\)`,
        ),
      );
  }
});
