/** T5, T7 of sites with versions, translations, languages and accents of their own. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { done, has404, Site, until } from './reader.ts';
import { page } from './site.ts';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [name, files] of [
  [
    'the first has versions',
    {
      'index.html.md': page('title: Main\nreference: main\nversion: v2', '# Orders'),
      'v1.html.md': page('title: Main\nreference: main\nversion: v1', '# Orders'),
      'z.html.md': page('title: Other', '# Z'),
    },
  ],
  [
    'the first has translations',
    {
      'index.html.md': page('title: Main\nreference: main\nlang: en', '# Orders'),
      'de.html.md': page('title: Main\nreference: main\nlang: de', '# Orders'),
      'z.html.md': page('title: Other', '# Z'),
    },
  ],
] as [string, Record<string, string>][]) {
  test(`T5 the 404 page’s contents, where ${name}`, async () => {
    const site = await Site.of(files);
    has404(site.built, ['Main', 'Other']);
  });
}

describe('T5 translations', () => {
  let site: Site;
  before(async () => {
    site = await Site.of({
      'index.html.md': page(
        'title: API\nreference: api\nlang: en',
        '# English\n\n[only](guide.html)',
      ),
      'index.de.html.md': page('title: API\nreference: api\nlang: de', '# Deutsch'),
      'guide.html.md': page('title: Guide', '# Guide in English alone'),
      'more.html.md': page('title: More\nreference: more\nlang: en', '# More'),
      'more.de.html.md': page('title: Mehr\nreference: more\nlang: de', '# Mehr'),
    });
  });
  after(() => site?.close());

  test('T5 from an untranslated page one gets back', async () => {
    const tab = await site.open(browser, 'index.de.html');
    const guide = tab.locator('nav a', { hasText: 'Guide' }).first();
    await guide.click();
    await until(
      () => tab.url(),
      (url) => /guide/.test(url),
      'the guide',
    );
    // The address is there before the page is.
    const back = tab.locator(
      'a[href*="index.de"], a[href*="more.de"], [lang=de] a, a[hreflang=de]',
    );
    await until(
      () => back.count(),
      (count) => count > 0,
      'a way back to German',
    );
    await done(tab);
  });
});

describe('T7', () => {
  const accents = [
    'oklch(0.95 0.1 100)',
    'oklch(95% 0.1 100)',
    'oklab(0.97 0 0.1)',
    'lch(96% 20 100)',
    'lab(97% 0 30)',
    'color(display-p3 1 1 0.6)',
    'hsl(60 100% 90%)',
    'hwb(60 80% 0%)',
    'rgb(255 255 200 / 1)',
  ];
  // A page each in one site: a build each would take half a minute.
  let site: Site;
  before(async () => {
    site = await Site.of({
      ...Object.fromEntries(
        accents.map((accent, at) => [
          `a${at}.html.md`,
          page(
            `title: A${at}\ntheme:\n  accent: "${accent}"`,
            '# A\n\n[a link](https://example.com)',
          ),
        ]),
      ),
      ...Object.fromEntries(
        ['de', 'zh', 'fa'].map((lang) => [
          `${lang}.mdx`,
          page(
            `title: ${lang}\nlang: ${lang}`,
            '# Seite\n\n## Alt\n\n<Endpoint method="GET" path="/a" deprecated />\n\n## Neu\n\n<Endpoint method="GET" path="/b" beta />\n',
          ),
        ]),
      ),
    });
  });
  after(() => site?.close());

  test('T7 deprecated and beta are in the page’s language', async () => {
    for (const [lang, old, fresh] of [
      ['de', 'Veraltet', 'Beta'],
      ['zh', '已弃用', '测试版'],
      ['fa', 'منسوخ', 'بتا'],
    ] as const) {
      const tab = await site.open(browser, `${lang}.html`);
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .flatMap((one) => [
            getComputedStyle(one, '::before').content,
            getComputedStyle(one, '::after').content,
            one.children.length ? '' : one.textContent,
          ])
          .filter((each) => each && each !== 'none'),
      );
      const all = shown.join('|');
      assert.ok(all.includes(old), `${lang}: ${old}`);
      assert.ok(all.includes(fresh), `${lang}: ${fresh}`);
      await done(tab);
    }
  });

  let tab: Page;
  before(async () => {
    tab = await site.open(browser, '');
  });
  after(() => done(tab));
  for (const [at, accent] of accents.entries()) {
    test(`T7 the accent ${accent} can be read`, async () => {
      await tab.goto(site.url(`a${at}.html`));
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme });
        const ratio = await tab
          .locator('main p a')
          .first()
          .evaluate((link) => {
            const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
            const bytes = (colour: string) => {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const light = (colour: string) => {
              const [r, g, b] = bytes(colour).map((v) => {
                const c = v / 255;
                return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
              }) as [number, number, number];
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            let under: Element | null = link,
              ground = 'rgb(255, 255, 255)';
            for (; under; under = under.parentElement) {
              const { backgroundColor } = getComputedStyle(under);
              if (!/transparent|rgba\(0, 0, 0, 0\)/.test(backgroundColor)) {
                ground = backgroundColor;
                break;
              }
            }
            const [a, b] = [light(getComputedStyle(link).color), light(ground)].sort(
              (x, y) => y - x,
            ) as [number, number];
            return (a + 0.05) / (b + 0.05);
          });
        assert.ok(ratio >= 4.5, `${colorScheme}: ${ratio.toFixed(2)}`);
      }
    });
  }
});
