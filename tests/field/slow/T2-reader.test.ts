/** T2, T4: where a hash leads. T5: what is remembered, and ways back. T6: what is too wide. T7: hashes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../../browser.ts';
import { done, has404, phone, results, Site, until } from '../reader.ts';
import { page } from '../site.ts';

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
| \`win_path.drive\` | string | The drive. |

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

Text.

${filler}`,
  ),
  'b.mdx': page(
    'title: Second\nlanguage_tabs: [shell, ruby]',
    '# Second\n\n[w](index.mdx#on-windows)\n\n```shell\ncurl\n```\n\n```ruby\nputs\n```',
  ),
  'c.html.md': page(
    'title: Third',
    `# C\n\n${filler}\n\n<details><summary>More</summary>\n<h2 id="folded">Folded</h2>\n</details>\n\n${filler}`,
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
    test(`T2 #${id} opens its tab`, async () => {
      const tab = await site.open(browser, `#${id}`);
      await until(() => isSeen(tab, id), Boolean, 'from the address');
      await done(tab);
    });
  }

  test('T2 a link, the contents and a search result open it', async () => {
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
    ['On-Windows', 'on-windows'],
    ['INNERMOST', 'innermost'],
    ['On-Windows-Win_Path-Drive', 'on-windows-win_path-drive'],
  ] as const) {
    test(`T4 #${hash} finds its section`, async () => {
      const tab = await site.open(browser, `#${hash}`);
      if (id) await until(() => isSeen(tab, id), Boolean, hash);
      await done(tab);
    });
  }

  for (const hash of ['folded', 'FOLDED'])
    test(`T4 #${hash} opens the details that it lies in, where nothing else is to be opened`, async () => {
      const tab = await site.open(browser, `c.html#${hash}`);
      await until(() => isSeen(tab, 'folded'), Boolean, hash);
      await done(tab);
    });

  test('T4 followed on the page itself', async () => {
    const tab = await site.open(browser, '');
    await tab.evaluate(() => {
      location.hash = '#WIDTHS';
    });
    await until(() => isSeen(tab, 'widths'), Boolean, '#WIDTHS');
    await done(tab);
  });

  test('T5 the language that was chosen holds for the whole site', async () => {
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
    test(`T6 the wrap button stands where something overflows alone${viewport ? ', on a phone' : ''}`, async () => {
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
    });
  }

  for (const viewport of [phone, { width: 320, height: 700 }, { width: 768, height: 900 }]) {
    test(`T6 without script a wide table scrolls at ${viewport.width} px`, async () => {
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
    });
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

  test('T7 nor does it where a search result leads there', async () => {
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
