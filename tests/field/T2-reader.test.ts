/** T2, T4: where a hash leads. T5: what is remembered, and ways back. T6: what is too wide. T7: words, hashes, colours. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { done, phone, results, Site, until } from './reader.ts';
import { byTag, page, textOf, unmended, type Built } from './site.ts';

const filler = 'Text that fills the page.\n\n'.repeat(60);
const long = 'x'.repeat(400);
const files = {
  'index.mdx': page(
    'title: Main\nlanguage_tabs: [shell, ruby, python]',
    `# First

${filler}

<Tabs sync="os">
<Tab label="Linux">

## On Linux

Text of penguins.

</Tab>
<Tab label="Windows">

## On Windows

Text of panes. <span id="deep">deep</span>

| Name | Type | Description |
| --- | --- | --- |
| \`win_path\` | string | The folder. |

<Tabs>
<Tab label="A">

a

</Tab>
<Tab label="B">

### Innermost

Text of marrow.

</Tab>
</Tabs>

</Tab>
</Tabs>

[to windows](#on-windows) [to the span](#deep) [innermost](#innermost)

# Errors

Errors text.

\`\`\`shell
curl
\`\`\`

\`\`\`ruby
Net::HTTP
\`\`\`

## Straße & Café

${filler}

# Widths

\`\`\`json center
{"short": 1}
\`\`\`

\`\`\`json center
{"long": "${long}"}
\`\`\`

\`\`\`json
{"short": 1}
\`\`\`

\`\`\`json
{"long": "${long}"}
\`\`\`

| One | Two | Three |
| --- | --- | --- |
| aaaaaaaaaaaaaaaaaaaa | bbbbbbbbbbbbbbbbbbbbb | end-of-table_ |

# ALL CAPS

Text.`,
  ),
  'b.mdx': page(
    'title: Second\nlanguage_tabs: [shell, ruby]',
    '# Second\n\n[w](index.mdx#on-windows)\n\n```shell\ncurl\n```\n\n```ruby\nputs\n```',
  ),
  'v2.mdx': page('title: Orders\nreference: orders\nversion: v2', '# Orders two\n\nText.'),
  'v1.mdx': page('title: Orders\nreference: orders\nversion: v1', '# Orders one\n\nText.'),
};

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const isSeen = (tab: Page, id: string) =>
  tab.evaluate((name) => {
    const element = document.getElementById(name);
    const box = element?.getBoundingClientRect();
    return !!element?.checkVisibility() && !!box && box.top >= 0 && box.top < innerHeight / 2;
  }, id);

describe('one site', () => {
  let site: Site;
  before(async () => {
    site = await Site.of(files);
  });
  after(() => site?.close());

  for (const id of ['on-windows', 'deep', 'innermost', 'on-windows-win_path']) {
    test(`T2 #${id} opens its tab`, unmended, async () => {
      const tab = await site.open(browser, `#${id}`);
      await until(() => isSeen(tab, id), Boolean, 'from the address');
      await done(tab);
    });
  }

  test('T2 a link, the contents and a search result open it', unmended, async () => {
    const tab = await site.open(browser, '');
    await tab.locator('main').getByRole('link', { name: 'to windows' }).click();
    await until(() => isSeen(tab, 'on-windows'), Boolean, 'a link');
    await tab.getByRole('tab', { name: 'Linux' }).click();
    await tab.locator('main').getByRole('link', { name: 'to windows' }).click();
    await until(() => isSeen(tab, 'on-windows'), Boolean, 'the same link again');
    await tab.getByRole('tab', { name: 'Linux' }).click();
    await results(tab, 'panes');
    await tab.locator('[role=option]').first().click();
    await until(() => isSeen(tab, 'on-windows'), Boolean, 'a result');
    await done(tab);
    const other = await site.open(browser, 'b.html');
    await other.locator('main').getByRole('link', { name: 'w', exact: true }).click();
    await until(() => isSeen(other, 'on-windows'), Boolean, 'from another page');
    await done(other);
  });

  for (const [hash, id] of [
    ['Errors', 'errors'],
    ['ERRORS', 'errors'],
    ['Widths', 'widths'],
    ['Stra%C3%9Fe-amp-caf%C3%A9', ''],
    ['All-Caps', 'all-caps'],
  ] as const) {
    test(`T4 #${hash} finds its section`, id ? unmended : {}, async () => {
      const tab = await site.open(browser, `#${hash}`);
      if (id) await until(() => isSeen(tab, id), Boolean, hash);
      await done(tab);
    });
  }

  test('T4 followed on the page itself', unmended, async () => {
    const tab = await site.open(browser, '');
    await tab.evaluate(() => {
      location.hash = '#WIDTHS';
    });
    await until(() => isSeen(tab, 'widths'), Boolean, '#WIDTHS');
    await done(tab);
  });

  test('T5 the language that was chosen holds for the whole site', unmended, async () => {
    const tab = await site.open(browser, '');
    await tab.getByRole('radio', { name: 'ruby' }).click();
    await tab.goto(site.url('b.html'));
    await until(
      () => tab.evaluate(() => document.documentElement.dataset['language']),
      (name) => name === 'ruby',
      'on the other page',
    );
    await done(tab);
    const first = await site.open(browser, '');
    await first.getByRole('radio', { name: 'python' }).click();
    await first.goto(site.url('b.html'));
    await until(
      () => first.evaluate(() => document.documentElement.dataset['language']),
      (name) => name === 'shell',
      'one that the page does not have',
    );
    await first.goto(site.url(''));
    await until(
      () => first.evaluate(() => document.documentElement.dataset['language']),
      (name) => name === 'python',
      'is kept for those that have it',
    );
    await done(first);
  });

  test('T5 the 404 page’s contents have every reference, those with versions too', () =>
    has404(site.built, ['Main', 'Second', 'Orders']));

  for (const viewport of [undefined, phone]) {
    test(
      `T6 the wrap button stands where something overflows alone${viewport ? ', on a phone' : ''}`,
      unmended,
      async () => {
        const tab = await site.open(browser, '#widths', viewport ? { viewport } : {});
        await tab.locator('#widths').scrollIntoViewIfNeeded();
        await until(
          () => tab.locator('.sample .wrap').count(),
          (count) => count >= 2,
          'those that overflow have one',
        );
        const wrong = await tab.locator('.sample').evaluateAll((all) =>
          all.flatMap((one) => {
            const pre = one.querySelector('pre')!,
              button = one.querySelector('.wrap');
            const overflows = pre.scrollWidth > pre.clientWidth + 1;
            return one.checkVisibility() && button?.checkVisibility() && !overflows
              ? [pre.textContent!.slice(0, 40)]
              : [];
          }),
        );
        assert.deepEqual(wrong, []);
        await done(tab);
      },
    );
  }

  for (const viewport of [phone, { width: 320, height: 700 }, { width: 768, height: 900 }]) {
    test(
      `T6 without script a wide table scrolls at ${viewport.width} px`,
      viewport.width < 768 ? unmended : {},
      async () => {
        const tab = await site.open(browser, '#widths', { viewport, javaScriptEnabled: false });
        const state = await tab.locator('table', { hasText: 'end-of-table_' }).evaluate((table) => {
          let frame: Element | null = table;
          const last = [...table.querySelectorAll('td')].at(-1)!;
          for (; frame; frame = frame.parentElement) {
            const { overflowX } = getComputedStyle(frame);
            if (
              (overflowX === 'auto' || overflowX === 'scroll') &&
              frame !== document.documentElement &&
              frame !== document.body
            )
              break;
          }
          return {
            fits: last.getBoundingClientRect().right <= innerWidth,
            scrolls: !!frame && frame.scrollWidth > frame.clientWidth,
            page: document.documentElement.scrollWidth <= innerWidth,
          };
        });
        assert.ok((state.fits || state.scrolls) && state.page, JSON.stringify(state));
        await tab.context().close();
      },
    );
  }

  for (const hash of ['#%E0%A4%A', '#%', '#%zz', '#%C0%80']) {
    test(`T7 ${hash} throws in no script`, async () => {
      const tab = await site.open(browser, hash);
      await tab.waitForTimeout(300);
      await tab.evaluate((each) => {
        location.hash = `${each}x`;
      }, hash);
      await tab.waitForTimeout(300);
      await done(tab);
    });
  }

  test('T7 nor does it where a search result leads there', unmended, async () => {
    const tab = await site.open(browser, '');
    const url = site.url('b.html#%E0%A4%A');
    await tab.evaluate(
      (href) => sessionStorage.setItem('search-landing', JSON.stringify({ href, typed: 'second' })),
      url,
    );
    await tab.goto(url);
    await tab.waitForTimeout(1000);
    await tab.locator('input[type=search]').fill('second');
    await tab.locator('[role=option]').first().waitFor();
    await done(tab);
  });
});

function has404(built: Built, names: string[]): void {
  const text = built.elements('404.html', byTag('nav')).map(textOf).join(' ');
  for (const name of names) assert.ok(text.includes(name), `${name} in ${text}`);
}

for (const [name, files] of [
  [
    'the first has versions',
    {
      'index.mdx': page('title: Main\nreference: main\nversion: v2', '# Orders'),
      'v1.mdx': page('title: Main\nreference: main\nversion: v1', '# Orders'),
      'z.mdx': page('title: Other', '# Z'),
    },
  ],
  [
    'the first has translations',
    {
      'index.mdx': page('title: Main\nreference: main\nlang: en', '# Orders'),
      'de.mdx': page('title: Main\nreference: main\nlang: de', '# Orders'),
      'z.mdx': page('title: Other', '# Z'),
    },
  ],
] as [string, Record<string, string>][]) {
  test(`T5 the 404 page’s contents, where ${name}`, unmended, async () => {
    const site = await Site.of(files);
    has404(site.built, ['Orders', 'Z']);
  });
}

describe('T5 translations', () => {
  let site: Site;
  before(async () => {
    site = await Site.of({
      'index.mdx': page('title: API\nreference: api\nlang: en', '# English\n\n[only](guide.mdx)'),
      'index.de.mdx': page('title: API\nreference: api\nlang: de', '# Deutsch'),
      'guide.mdx': page('title: Guide', '# Guide in English alone'),
      'more.mdx': page('title: More\nreference: more\nlang: en', '# More'),
      'more.de.mdx': page('title: Mehr\nreference: more\nlang: de', '# Mehr'),
    });
  });
  after(() => site?.close());

  test('T5 from an untranslated page one gets back', unmended, async () => {
    const tab = await site.open(browser, 'index.de.html');
    const guide = tab.locator('nav a', { hasText: 'Guide' }).first();
    await guide.click();
    await until(
      () => tab.url(),
      (url) => /guide/.test(url),
      'the guide',
    );
    const back = await tab
      .locator('a[href*="index.de"], a[href*="more.de"], [lang=de] a, a[hreflang=de]')
      .count();
    assert.ok(back > 0, 'no way back to German');
    await done(tab);
  });
});

describe('T7', { concurrency: 2 }, () => {
  test('T7 deprecated and beta are in the page’s language', unmended, async () => {
    const text =
      '# Seite\n\n## Alt\n\n`GET /a` deprecated\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `a` (deprecated) | string | Deprecated. The old one. |\n| `b` (beta) | string | Beta. |\n\n## Neu {beta}\n';
    for (const [lang, old, fresh] of [
      ['de', 'Veraltet', 'Beta'],
      ['zh', '已弃用', '测试版'],
      ['fa', 'منسوخ', 'بتا'],
    ] as const) {
      const site = await Site.of({ 'index.html.md': page(`title: A\nlang: ${lang}`, text) });
      const tab = await site.open(browser, '');
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
      await site.close();
    }
  });

  for (const accent of [
    'oklch(0.95 0.1 100)',
    'oklch(95% 0.1 100)',
    'oklab(0.97 0 0.1)',
    'lch(96% 20 100)',
    'lab(97% 0 30)',
    'color(display-p3 1 1 0.6)',
    'hsl(60 100% 90%)',
    'hwb(60 80% 0%)',
    'rgb(255 255 200 / 1)',
  ]) {
    test(
      `T7 the accent ${accent} can be read`,
      /^(hsl|rgb)/.test(accent) ? {} : unmended,
      async () => {
        const site = await Site.of({
          'index.html.md': page(
            `title: A\ntheme:\n  accent: "${accent}"`,
            '# A\n\n[a link](https://example.com)',
          ),
        });
        for (const colorScheme of ['light', 'dark'] as const) {
          const tab = await site.open(browser, '', { colorScheme });
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
          await done(tab);
        }
        await site.close();
      },
    );
  }
});
