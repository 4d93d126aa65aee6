/** What a reader sees and touches: language, contents, copy, drawer, appearance. In a real browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';
import { copied, until } from './wait.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/reader'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const wide = { width: 1440, height: 900 },
  phone = { width: 390, height: 844 };

/** Opens a page in a context of its own, and holds it to no errors (the security policy's among them). */
async function open(at: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: wide,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_FAILED'))
      assert.fail(message.text());
  });
  await page.goto(site.url + at);
  return page;
}

const language = (page: Page) => page.evaluate(() => document.documentElement.dataset['language']);
const hash = (page: Page) => page.evaluate(() => location.hash);
const topOf = (page: Page, id: string) =>
  page.evaluate((id) => document.getElementById(id)!.getBoundingClientRect().top, id);
const current = (page: Page) => page.locator('.contents [aria-current=location]').innerText();
/** Samples of a group that can be seen. */
const shown = (page: Page, group: number) =>
  page
    .locator('.samples')
    .nth(group)
    .locator('.sample')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => (one as HTMLElement).dataset['language']),
    );

test('the language comes from the URL, in both forms, then from memory, then is the first', async () => {
  const page = await open('');
  assert.equal(await language(page), 'shell');
  await page.goto(`${site.url}?ruby`);
  assert.equal(await language(page), 'ruby');
  await page.goto(`${site.url}?language=python`);
  assert.equal(await language(page), 'python');
  await page.goto(`${site.url}?klingon`);
  assert.equal(await language(page), 'shell', 'a language that is none of the page’s');
  await page.goto(site.url);
  await page.getByRole('radio', { name: 'JavaScript' }).click();
  await until(
    () => language(page),
    (name) => name === 'javascript',
    'chosen',
  );
  await page.waitForURL((url) => url.search === '?javascript');
  await page.goto(site.url);
  assert.equal(await language(page), 'javascript', 'remembered');
  await page.context().close();
});

test('the URL’s text is compared, and never becomes part of the page', async () => {
  for (const query of [
    '?"><img src=x onerror=alert(1)>',
    '?%',
    '?language=%E0%A4%A',
    '?constructor',
    '?__proto__',
  ]) {
    const page = await open(query);
    assert.equal(await language(page), 'shell', query);
    await page.context().close();
  }
});

test('a choice keeps the hash and the reader’s place', async () => {
  const page = await open('#delete-a-document');
  await until(
    () => topOf(page, 'delete-a-document'),
    (top) => top > 48 && top < 80,
    'lands under the bar',
  );
  // What is shown above it meanwhile may move it by a part of a pixel.
  await page.waitForFunction(() => !('arriving' in document.documentElement.dataset));
  await page.mouse.move(500, 500);
  const landed = await topOf(page, 'delete-a-document');
  await page.mouse.wheel(0, 60);
  await until(
    () => topOf(page, 'delete-a-document'),
    (top) => Math.round(landed - top) === 60,
    'scrolls',
  );
  await page.waitForTimeout(300);
  const before = await topOf(page, 'delete-a-document');
  await page.getByRole('radio', { name: 'Ruby' }).click();
  await until(
    () => language(page),
    (name) => name === 'ruby',
    'chosen',
  );
  await page.waitForTimeout(200);
  assert.ok(Math.abs((await topOf(page, 'delete-a-document')) - before) < 2);
  await page.waitForURL((url) => url.hash === '#delete-a-document' && url.search === '?ruby');
  await page.context().close();
});

test('every group shows the chosen language; one that lacks it shows its first and says so', async () => {
  const page = await open('?python');
  assert.deepEqual(await shown(page, 0), ['python']);
  const lacking = page.locator('.samples[data-has=ruby]').first();
  assert.equal(await lacking.locator('.sample').count(), 1);
  const said = await lacking
    .locator('figcaption')
    .evaluate((caption) => getComputedStyle(caption, '::after').content);
  assert.match(said, /Python/);
  await page.context().close();
});

test('without script every sample is there with its language, and every section in the contents', async () => {
  for (const viewport of [wide, phone]) {
    const page = await open('?ruby', { javaScriptEnabled: false, viewport });
    const captions = await page.locator('.samples').first().locator('figcaption').allInnerTexts();
    assert.deepEqual(captions, ['Ruby', 'cURL', 'Python']);
    assert.equal(await page.getByRole('radiogroup').isVisible(), false);
    assert.equal(
      await page.getByRole('link', { name: 'List documents' }).first().isVisible(),
      true,
    );
    assert.equal(await page.locator('.tab').nth(1).isVisible(), true);
    await page.context().close();
  }
});

test('arrow keys choose a language', async () => {
  const page = await open('');
  await page.getByRole('radio', { name: 'cURL' }).focus();
  await page.keyboard.press('ArrowRight');
  await until(
    () => language(page),
    (name) => name === 'ruby',
    'ruby',
  );
  await page.keyboard.press('End');
  await until(
    () => language(page),
    (name) => name === 'javascript',
    'javascript',
  );
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'JavaScript');
  await page.keyboard.press('ArrowRight');
  await until(
    () => language(page),
    (name) => name === 'shell',
    'shell',
  );
  assert.equal(await page.getByRole('radio', { checked: true }).innerText(), 'cURL');
  await page.context().close();
});

test('hash, title and contents follow the scroll; Back returns', async () => {
  const page = await open('');
  const title = await page.title();
  assert.equal(await hash(page), '');
  await until(
    () => current(page),
    (text) => text === 'Introduction',
    'at the beginning',
  );
  await page.mouse.move(500, 500);
  await until(
    async () => {
      await page.mouse.wheel(0, 100);
      return hash(page);
    },
    (hash) => hash === '#list-documents',
    'the hash follows',
  );
  await until(
    () => page.title(),
    (text) => text.startsWith('List documents') && text.endsWith(title),
    'the title follows',
  );
  await until(
    () => current(page),
    (text) => text.startsWith('List documents'),
    'the contents follow',
  );
  // Its branch is open.
  await page
    .getByRole('link', { name: /^Create a document/ })
    .first()
    .waitFor();
  await page.locator('.contents').getByRole('link', { name: 'Errors' }).click();
  await until(
    () => hash(page),
    (hash) => hash === '#errors',
    'follows the link',
  );
  await until(
    () => current(page),
    (text) => text === 'Errors',
    'a last section counts when it is asked for',
  );
  await page.goBack();
  await until(
    () => hash(page),
    (hash) => hash === '#list-documents',
    'Back',
  );
  await until(
    () => current(page),
    (text) => text.startsWith('List documents'),
    'Back, in the contents',
  );
  await page.context().close();
});

test('a link to what the contents do not list stays in the address until the reader moves on, and Back returns to it', async () => {
  const page = await open('#query-parameters-max');
  await until(
    () => topOf(page, 'query-parameters-max'),
    (top) => top > 47 && top < 90,
    'the row is under the bar',
  );
  await until(
    () => current(page),
    (text) => text.startsWith('List documents'),
    'its section is marked',
  );
  await page.waitForTimeout(400);
  assert.equal(await hash(page), '#query-parameters-max');
  await page.locator('.contents').getByRole('link', { name: 'Errors' }).click();
  await until(
    () => hash(page),
    (hash) => hash === '#errors',
    'follows the link',
  );
  await page.goBack();
  await until(
    () => topOf(page, 'query-parameters-max'),
    (top) => top > 47 && top < 90,
    'Back, at the row',
  );
  // The row is held in its place until the page around it is laid out.
  await until(
    () =>
      page.evaluate(() => {
        scrollTo(0, 0);
        return new Promise<number>((resolve) => setTimeout(() => resolve(scrollY), 100));
      }),
    (top) => top === 0,
    'at the beginning',
  );
  await until(
    () => hash(page),
    (hash) => hash !== '#query-parameters-max',
    'the hash follows the scroll bar',
  );
  await page.goto(`${page.url().replace(/#.*/, '')}#query-parameters-max`);
  await until(
    () => topOf(page, 'query-parameters-max'),
    (top) => top > 47 && top < 90,
    'at the row again',
  );
  await page.mouse.move(500, 500);
  await until(
    async () => {
      await page.mouse.wheel(0, 200);
      return hash(page);
    },
    (hash) => !['#query-parameters-max', '#list-documents'].includes(hash),
    'the hash follows the reader',
  );
  await page.context().close();
});

test('a deep link lands under the bar on every screen, cold', async () => {
  for (const viewport of [wide, { width: 820, height: 1100 }, phone]) {
    const page = await open('#change-a-document', { viewport });
    await until(
      () => topOf(page, 'change-a-document'),
      (top) => top > 47 && top < 90,
      `at ${viewport.width}`,
    );
    await page.waitForTimeout(300);
    assert.ok((await topOf(page, 'change-a-document')) < 90);
    assert.equal(await hash(page), '#change-a-document');
    await page.context().close();
  }
});

test('disclosure buttons open and close a branch, and say so', async () => {
  const page = await open('');
  const button = page.getByRole('button', { name: 'Show the sections of Authentication' });
  await button.click();
  await page.getByRole('link', { name: 'JWT tokens', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hide the sections of Authentication' }).click();
  await page.getByRole('link', { name: 'JWT tokens', exact: true }).waitFor({ state: 'hidden' });
  await page.context().close();
});

test('the tree keeps its open branches over a reload', async () => {
  const page = await open('');
  await page.getByRole('button', { name: 'Show the sections of Tabs and long things' }).click();
  await page.reload();
  await page
    .locator('.contents')
    .getByRole('link', { name: /much longer than the sidebar/ })
    .waitFor();
  await page.context().close();
});

test('copy gives the code to the letter', async () => {
  const page = await open('?ruby');
  await page.locator('.sample[data-language=ruby] .copy').first().click();
  assert.equal(
    await copied(page, (text) => text !== ''),
    [
      'require "net/http"',
      '',
      'uri = URI("https://rdb-simpledb.restdb.io/rest/players")',
      'reply = Net::HTTP.get_response(uri, {',
      '  "x-apikey" => ENV.fetch("RESTDB_KEY")',
      '})',
    ].join('\n'),
  );
  await until(
    () => page.locator('[role=status]').allInnerTexts(),
    (texts) => texts.includes('Copied'),
    'announced',
  );
  await page.context().close();
});

test('a long sample is cut until it is opened', async () => {
  const page = await open('#tabs-and-long-things');
  const sample = page.locator('.sample[data-collapse]');
  const height = () => sample.evaluate((one) => one.clientHeight);
  await until(
    () => sample.locator('.expand').count(),
    (count) => count === 1,
    'the button',
  );
  const cut = await height();
  await page.getByRole('button', { name: 'Show all 44 lines' }).click();
  await until(height, (now) => now > cut + 200, 'opens');
  await page.context().close();
});

test('tabs are ARIA tabs, and remembered by their key', async () => {
  const page = await open('#tabs-and-long-things');
  await page.getByRole('tab', { name: 'macOS' }).focus();
  await page.keyboard.press('ArrowRight');
  await until(
    () => page.getByRole('tabpanel').innerText(),
    (text) => text === 'Install with winget.',
    'its panel',
  );
  await page.reload();
  assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'Windows');
  await page.context().close();
});

test('appearance: as the system, chosen, remembered, before the first paint', async () => {
  const page = await open('', { colorScheme: 'dark' });
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(await ground(), 'rgb(18, 24, 23)');
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await until(ground, (colour) => colour === 'rgb(255, 255, 255)', 'light');
  assert.equal(await button.getAttribute('aria-label'), 'Theme: Light');
  await page.route(/\.js$/, (route) =>
    /\/start\.\w+\.js$/.test(route.request().url()) ? route.continue() : route.abort(),
  );
  await page.reload();
  assert.equal(await ground(), 'rgb(255, 255, 255)', 'without any script but the first');
  await page.context().close();
});

test('the drawer keeps focus inside, and closes by Escape, a tap outside and a link', async () => {
  const page = await open('', { viewport: phone, hasTouch: true });
  const menu = page.getByRole('button', { name: 'Menu' });
  const isOpen = () => page.locator('#UI-sidebar').isVisible();
  assert.equal(await isOpen(), false);
  await menu.click();
  await until(isOpen, Boolean, 'opens');
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press('Tab');
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('#UI-sidebar') !== null),
      true,
      'focus stays inside',
    );
  }
  await page.keyboard.press('Escape');
  await until(isOpen, (open) => !open, 'Escape');
  await until(
    () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    (label) => label === 'Menu',
    'focus returns',
  );
  await menu.click();
  await until(isOpen, Boolean, 'opens again');
  await page.waitForTimeout(250);
  await page.touchscreen.tap(380, 500);
  await until(isOpen, (open) => !open, 'a tap outside');
  await page.getByRole('button', { name: 'Search' }).click();
  await until(
    () => page.evaluate(() => document.activeElement?.getAttribute('type')),
    (type) => type === 'search',
    'search is in reach',
  );
  await page.getByRole('link', { name: 'Errors' }).last().click();
  await until(isOpen, (open) => !open, 'a link');
  await until(
    () => topOf(page, 'errors'),
    (top) => top < 844,
    'and it leads there',
  );
  await page.context().close();
});

test('the folded language choice opens by its button and closes by Escape', async () => {
  const page = await open('', { viewport: phone });
  await page.getByRole('radio').first().waitFor({ state: 'hidden' });
  await page.locator('.languages-menu').click();
  await page.getByRole('radio', { name: 'Python' }).click();
  await until(
    () => language(page),
    (name) => name === 'python',
    'chosen',
  );
  await page.getByRole('radio').first().waitFor({ state: 'hidden' });
  await page.locator('.languages-menu').click();
  await page.keyboard.press('Escape');
  await page.getByRole('radio').first().waitFor({ state: 'hidden' });
  await page.context().close();
});

test('nothing is wider than the screen, and targets are large enough to touch', async () => {
  for (const width of [320, 390, 820, 1024, 1440]) {
    const page = await open('', {
      viewport: { width, height: 900 },
      hasTouch: true,
      isMobile: width < 700,
    });
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `${width} px`,
    );
    if (width < 930) {
      const small = await page
        .locator('.bar :is(button, a)')
        .evaluateAll((all) =>
          all
            .filter(
              (one) =>
                one.checkVisibility() &&
                one.getBoundingClientRect().height < 44 &&
                !one.classList.contains('bar-title'),
            )
            .map((one) => one.outerHTML),
        );
      assert.deepEqual(small, [], `${width} px`);
    }
    await page.context().close();
  }
});

test('the layout does not shift, at first, while scrolling, and when the language changes', async () => {
  for (const viewport of [wide, phone]) {
    const page = await open('', { viewport });
    await page.evaluate(() => {
      (window as unknown as { shifts: unknown[] }).shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Element | null }[];
        }[])
          if (!entry.hadRecentInput)
            (window as unknown as { shifts: unknown[] }).shifts.push([
              entry.value,
              entry.sources.map(({ node }) =>
                node?.nodeName === '#text'
                  ? node.parentElement?.outerHTML
                  : node?.outerHTML?.slice(0, 120),
              ),
            ]);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (let at = 0; at < 6; at++) {
      await page.evaluate(() => scrollBy(0, 700));
      await page.waitForTimeout(150);
    }
    // A ten-thousandth is a glyph drawn a pixel on; 0.1 is what counts as a shift that readers notice.
    assert.deepEqual(
      (
        await page.evaluate(() => (window as unknown as { shifts: [number, unknown][] }).shifts)
      ).filter(([value]) => value >= 0.001),
      [],
    );
    await page.context().close();
  }
});

test('motion is off where the reader wants less of it', async () => {
  const page = await open('', { viewport: phone, reducedMotion: 'reduce' });
  assert.match(
    await page
      .locator('#UI-sidebar')
      .evaluate((sidebar) => getComputedStyle(sidebar).transitionDuration),
    /^0s/,
  );
  await page.context().close();
});

test('the tab order is skip link, sidebar, bar, text', async () => {
  const page = await open('');
  const order: string[] = [];
  for (let count = 0; count < 30; count++) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(
      () =>
        document.activeElement?.closest('.skip, .sidebar, .bar, main')?.className.split(' ')[0] ??
        '',
    );
    if (order.at(-1) !== place) order.push(place);
  }
  assert.deepEqual(order, ['skip', 'sidebar', 'bar', 'reference']);
  await page.context().close();
});

test('a table wider than its column gets a frame that scrolls and takes focus', async () => {
  for (const [width, framed] of [
    [1440, false],
    [820, true],
    [390, true],
  ] as const) {
    const page = await open('#tables', { viewport: { width, height: 900 } });
    const table = page.locator('#tables ~ * table, #tables ~ table').first();
    await until(
      () => table.evaluate((table) => table.parentElement!.classList.contains('table-scroll')),
      (now) => now === framed,
      `at ${width} px`,
    );
    const inside = await table.evaluate((table) => {
      const prose = table.closest('.prose')!,
        frame = table.closest('.table-scroll') ?? table;
      return frame.getBoundingClientRect().right <= prose.getBoundingClientRect().right;
    });
    assert.ok(inside, `at ${width} px`);
    await page.context().close();
  }
});

test('on paper: one column, the contents whole and in front, every sample with its language, no bar', async () => {
  const page = await open('?ruby');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.checkVisibility());
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
    return {
      bar: shown('.bar'),
      samples: shown('.samples > .sample'),
      contents: shown('.contents a'),
      labels: shown('.sample > figcaption'),
      above: box('.sidebar').bottom <= box('main').top,
      prose: box('.prose').width,
      code: box('.code').width,
      page: document.documentElement.clientWidth,
      grounds: ['html', 'body', '.code', '.sample'].map(
        (each) => getComputedStyle(document.querySelector(each)!).backgroundColor,
      ),
    };
  });
  assert.ok(!seen.bar.includes(true), 'the bar is gone');
  assert.ok(seen.samples.length > 1 && !seen.samples.includes(false), 'every sample is there');
  assert.ok(seen.contents.length > 1 && !seen.contents.includes(false), 'all contents are open');
  assert.ok(!seen.labels.includes(false), 'samples bear their languages');
  assert.ok(seen.above, 'the contents come first');
  assert.ok(
    seen.prose > seen.page * 0.9 && seen.code > seen.page * 0.9,
    `one column: ${seen.prose} and ${seen.code} of ${seen.page}`,
  );
  assert.deepEqual(
    seen.grounds.filter((ground) => !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground)),
    [],
    'no dark ground',
  );
});

test('samples with text between them, and what else goes with a language, are of the chosen one', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'phyllite-alternatives-'));
  const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
  writeFileSync(
    path.join(root, 'index.html.md'),
    `---\ntitle: A\nlanguage_tabs:\n  - ruby\n  - python\n  - shell\n---\n\n# Players\n\n<blockquote class="lang-specific ruby"><p>A gem.</p></blockquote>\n<blockquote class="lang-specific python"><p>A wheel.</p></blockquote>\n\n> In Ruby:\n\n${fence('ruby', 'puts 1')}\n> In Python:\n\n${fence('python', 'print(1)')}\n# Teams\n\n${fence('shell', 'curl')}`,
  );
  const other = await publish(root);
  try {
    const context = await browser.newContext({ viewport: wide });
    const page = await context.newPage();
    const seen = () =>
      page
        .locator('main :is(.sample pre, .lang-specific)')
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.textContent!.trim()),
        );
    await page.goto(`${other.url}?ruby`);
    assert.deepEqual(await seen(), ['A gem.', 'puts 1', 'curl']);
    await page.goto(`${other.url}?python`);
    assert.deepEqual(await seen(), ['A wheel.', 'print(1)', 'curl']);
    await page.goto(`${other.url}?shell`);
    assert.deepEqual(await seen(), ['puts 1', 'print(1)', 'curl']);
    await page.emulateMedia({ media: 'print' });
    assert.equal((await seen()).length, 5, 'all of it on paper');
    await context.close();
  } finally {
    other.close();
    rmSync(root, { recursive: true });
  }
});
