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
  site = await publish(path.join(project, 'tests/fixtures/reader'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
}

const states: Record<string, (page: Page) => Promise<void>> = {
  'as it opens': async () => {},
  'with a search': async (page) => {
    if ((page.viewportSize()?.width ?? 0) < 930) await page.locator('.bar-search').click();
    await page.locator('input[type=search]').fill('document');
    await page.locator('[role=option]').first().waitFor({ timeout: 8000 });
  },
  'with a menu': async (page) => {
    if ((page.viewportSize()?.width ?? 0) < 930) await page.locator('.languages-menu').click();
    else {
      // One that is opened is no longer closed, and may hold others.
      const closed = page.locator('.contents .disclosure[aria-expanded=false]:visible');
      for (let count = 0; count < 20 && (await closed.count()) > 0; count++) await closed.first().click();
    }
  },
};

for (const width of [1440, 390])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [state, reach] of Object.entries(states))
      test(`axe at ${width} px, ${colorScheme}, ${state}`, async () => {
        // Tall, so that every row is laid out and seen.
        const context = await browser.newContext({ viewport: { width, height: state === 'as it opens' ? 8000 : 900 }, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(site.url);
        await page.locator('.copy').first().waitFor({ state: 'attached', timeout: 5000 });
        await reach(page);
        await page.waitForTimeout(400);
        assert.deepEqual(await violations(page), []);
        await context.close();
      });
