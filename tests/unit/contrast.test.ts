/** Every pair of tokens that text or a control stands in, held to WCAG 2.2 AA on each ground that a page can have. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import culori from 'culori/require';
import { readableAccent } from '../../src/layouts/accent.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Colours of the rule behind a selector. */
function rule(selector: string): Map<string, string> {
  const at = css.indexOf(`${selector} {`);
  assert.ok(at >= 0, selector);
  const body = css.slice(at + selector.length + 2, css.indexOf('}', at));
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = rule(':root'),
  dark = rule(':root[data-theme="dark"]'),
  lightCode = rule(':root[data-code="light"]');
const sets = {
  light,
  dark: new Map([...light, ...dark]),
  'light code': new Map([...light, ...lightCode]),
};

const hues = ['blue', 'green', 'amber', 'red'];
const text: [ink: string, ground: string][] = [
  ...['ground', 'sidebar', 'wash'].flatMap((ground) =>
    ['ink', 'soft'].map((ink) => [ink, ground] as [string, string]),
  ),
  ['accent', 'ground'],
  ['accent', 'sidebar'],
  ['accent', 'accent-tint'],
  ['ground', 'accent'],
  ['ink', 'accent-tint'],
  ...hues.flatMap(
    (hue) =>
      [
        [hue, `${hue}-tint`],
        ['ink', `${hue}-tint`],
        ['soft', `${hue}-tint`],
        [hue, 'ground'],
      ] as [string, string][],
  ),
  ...['code-ground', 'code-card', 'code-bar', 'code-wash'].flatMap((ground) =>
    ['code-ink', 'code-soft'].map((ink) => [ink, ground] as [string, string]),
  ),
  ['code-accent', 'code-ground'],
  ['code-accent', 'code-card'],
];
const controls: [ink: string, ground: string][] = [
  ['edge', 'ground'],
  ['edge', 'sidebar'],
  ['accent', 'ground'],
  ['code-accent', 'code-ground'],
];

for (const [name, set] of Object.entries(sets)) {
  test(`contrast of the tokens, ${name}`, () => {
    const colour = (token: string) => set.get(token) ?? assert.fail(token);
    for (const [pairs, least] of [
      [text, 4.5],
      [controls, 3],
    ] as const)
      for (const [ink, ground] of pairs) {
        const ratio = culori.wcagContrast(colour(ink), colour(ground));
        assert.ok(ratio >= least, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
      }
    // Inline code in a callout lies on a tenth of its hue over its tint.
    for (const hue of hues) {
      const wash = culori.interpolate([colour(`${hue}-tint`), colour(hue)], 'rgb')(0.1);
      assert.ok(culori.wcagContrast(colour('ink'), wash) >= 4.5, `ink on code in ${hue}`);
    }
  });
}

test('the dark set is the same, chosen or by the system', () => {
  assert.deepEqual(rule(':root:not([data-theme="light"])'), dark);
});

test('an owner’s accent is shaded until it can be read, and no further', () => {
  for (const accent of [
    '#0b6e69',
    '#ffeb3b',
    'hsl(48 100% 50%)',
    'rebeccapurple',
    '#000',
    '#fff',
    'rgb(255, 0, 0)',
    'rgb(100% 0% 0% / .5)',
    'oklch(60% 0.2 20)',
    'oklch(0.9 0.4 150)',
    'lab(90% 20 60)',
    'color(display-p3 0.2 1 0)',
  ])
    for (const [ground, behind] of [
      ['light', '#ffffff'],
      ['dark', '#121817'],
    ] as const)
      assert.ok(
        culori.wcagContrast(readableAccent(accent, ground), behind) >= 4.5,
        `${accent} on ${ground}`,
      );
  assert.equal(readableAccent('#0b6e69', 'light'), '#0b6e69');
  assert.equal(readableAccent('var(--brand)', 'light'), 'var(--brand)', 'left as it is');
});
