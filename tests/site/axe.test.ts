/** No violation of WCAG 2.2 A and AA or best practice that axe can find: light and dark, wide and narrow, with everything open. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { axeOf } from './axe-of.ts';
import { publishSample, type Published } from './published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publishSample();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What the appearance changes; all else is the same in light and dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * @param part selector of what has changed since the whole page was looked at; left out: all of it
 * @param rules by name; left out: all
 */
async function violations(page: Page, part?: string, rules?: string[]): Promise<string[]> {
  const axe = rules ? axeOf(page).withRules(rules) : axeOf(page).withTags(tags);
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Nothing is found in the appearance of now, nor in the other one. */
async function isClean(page: Page, what: string, part?: string): Promise<void> {
  assert.deepEqual(await violations(page, part), [], what);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  assert.deepEqual(await violations(page, part, ofColours), [], `${what}, the other appearance`);
}

async function open(document: string, width: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  await page.goto(site.url + document);
  await page.locator('.copy').first().waitFor({ state: 'attached' });
  return page;
}

for (const document of ['', 'guide.html'])
  test(`axe: the whole of /${document}, wide and narrow, light and dark`, async () => {
    const page = await open(document, 1440);
    // Every block comes near once, so that it has its buttons; then all are laid out.
    await page.evaluate(async () => {
      for (let y = 0; y < window.document.documentElement.scrollHeight; y += 800) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
    });
    await page.locator('.block').last().locator('.anchor').first().waitFor({ state: 'attached' });
    await page.addStyleTag({
      content: '.chapter, .block { content-visibility: visible !important }',
    });
    await isClean(page, '1440 px');
    await page.setViewportSize({ width: 390, height: 900 });
    await isClean(page, '390 px');
    await page.close();
  });

test('axe: the menu of languages', async () => {
  const page = await open('', 390);
  await page.locator('.languages-menu').click();
  await isClean(page, 'languages', '.bar');
  await page.close();
});

for (const width of [1440, 390])
  test(`axe at ${width} px, light and dark, with what opens`, async () => {
    // Every page has the same contents, and axe reads all of a page however little it is asked of.
    const page = await open('guide.html', width);
    if (width < 930) await page.locator('.bar-menu').click();
    // One that is opened is no longer closed, and may hold others.
    const closed = page.locator('.contents .disclosure[aria-expanded=false]:visible');
    for (let count = 0; count < 60 && (await closed.count()) > 0; count++) {
      const button = await closed.first().elementHandle();
      await button!.click();
      // What it holds may have to be fetched: a second click would close it again.
      await page.waitForFunction((one) => one!.getAttribute('aria-expanded') === 'true', button);
    }
    await page.waitForLoadState('networkidle');
    assert.equal(await closed.count(), 0);
    await isClean(page, 'contents', '#UI-sidebar');
    await page.locator('input[type=search]').fill('document');
    await page.locator('[role=option]').first().waitFor();
    await isClean(page, 'results', '#UI-sidebar');
    await page.close();
  });
