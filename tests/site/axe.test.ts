/** No violation of WCAG 2.2 A and AA or best practice that axe can find: light and dark, wide and narrow, with everything open. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'content'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param part selector of what has changed since the whole page was looked at; left out: all of it */
async function violations(page: Page, part?: string): Promise<string[]> {
  // In the page itself: Playwright's own way opens another one for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(tags);
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

async function open(document: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  await page.goto(site.url + document);
  await page.locator('.copy').first().waitFor({ state: 'attached' });
  return page;
}

for (const width of [1440, 390])
  for (const colorScheme of ['light', 'dark'] as const) {
    const small = width < 930;
    for (const document of ['', 'guide.html'])
      test(`axe at ${width} px, ${colorScheme}, the whole of /${document}`, async () => {
        const page = await open(document, width, colorScheme);
        // Every block comes near once, so that it has its buttons; then all are laid out.
        await page.evaluate(async () => {
          for (let y = 0; y < window.document.documentElement.scrollHeight; y += 800) {
            scrollTo(0, y);
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
          }
        });
        await page
          .locator('.block')
          .last()
          .locator('.anchor')
          .first()
          .waitFor({ state: 'attached' });
        await page.addStyleTag({
          content: '.chapter, .block { content-visibility: visible !important }',
        });
        assert.deepEqual(await violations(page), []);
        await page.close();
      });

    test(`axe at ${width} px, ${colorScheme}, with what opens`, async () => {
      const page = await open('', width, colorScheme);
      if (small) {
        await page.locator('.languages-menu').click();
        assert.deepEqual(await violations(page, '.bar'), [], 'languages');
        await page.keyboard.press('Escape');
        await page.locator('.bar-menu').click();
      }
      // One that is opened is no longer closed, and may hold others.
      const closed = page.locator('.contents .disclosure[aria-expanded=false]:visible');
      for (let count = 0; count < 60 && (await closed.count()) > 0; count++) {
        await closed.first().click();
        // What it holds may have to be fetched: a second click would close it again.
        await page.waitForLoadState('networkidle');
      }
      assert.equal(await closed.count(), 0);
      assert.deepEqual(await violations(page, '#UI-sidebar'), [], 'contents');
      await page.locator('input[type=search]').fill('document');
      await page.locator('[role=option]').first().waitFor();
      assert.deepEqual(await violations(page, '#UI-sidebar'), [], 'results');
      await page.close();
    });
  }
