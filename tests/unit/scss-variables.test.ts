import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVariables, themeOf } from '../../src/source/scss-variables.ts';

const scss = `
// BACKGROUND COLORS
$nav-bg: #2E3336 !default;
$examples-bg: $nav-bg;
/* $main-bg: red; */
$main-bg: #F3F7F9; // a comment
$nav-active-bg: #0F75D4;
$nav-active-bg: rgba(10, 20, 30, .5);
$code-bg: darken(#fff, 10%);
$nav-width: 260px;
$phone-width: $tablet-width - $nav-width;
$circle: $round; $round: $circle;
$bad: url(javascript:x);
$logo: 'x.png';
`;

test('plain values and names of plain values; nothing computed, nothing that is no value', () => {
  assert.deepEqual(readVariables(scss), {
    'nav-bg': '#2E3336',
    'examples-bg': '#2E3336',
    'main-bg': '#F3F7F9',
    'nav-active-bg': 'rgba(10, 20, 30, .5)',
    'nav-width': '260px',
  });
});

test('the theme has what its owner chose, and nothing that Slate comes with', () => {
  assert.deepEqual(themeOf(readVariables(scss)), {
    accent: 'rgba(10, 20, 30, .5)',
    sidebar_width: '260px',
  });
  assert.deepEqual(
    themeOf({ 'nav-active-bg': '#0F75D4', 'nav-width': '230px', 'examples-bg': '#fafafa' }),
    { code: 'light' },
  );
  assert.deepEqual(themeOf({}), {});
});

test('text that is no Sass', () => assert.deepEqual(readVariables('\0{{{ $: ; /* open'), {}));
