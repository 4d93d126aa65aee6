/** No violation of WCAG 2.2 A and AA or best practice that axe can find: light and dark, wide and narrow, with everything open. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { isClean, layOutAll } from './axe-of.ts';
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
    await layOutAll(page);
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
    const closed = page.locator('.contents .disclosure[aria-expanded=false]:visible');
    // One that is opened may hold others. What it holds may have to be fetched: a second click before
    // that would close it again.
    for (let count = 0; count < 60 && (await closed.count()) > 0; count++)
      await closed.evaluateAll((all) =>
        Promise.all(
          all.map((one) => {
            const opened = new Promise<void>((resolve) => {
              new MutationObserver(() => {
                if (one.ariaExpanded === 'true') resolve();
              }).observe(one, { attributes: true });
            });
            (one as HTMLElement).click();
            return opened;
          }),
        ),
      );
    await page.waitForLoadState('networkidle');
    assert.equal(await closed.count(), 0);
    await isClean(page, 'contents', '#UI-sidebar');
    await page.locator('input[type=search]').fill('document');
    await page.locator('[role=option]').first().waitFor();
    await isClean(page, 'results', '#UI-sidebar');
    await page.close();
  });
