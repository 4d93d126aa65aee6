/** A description as the content, on a phone: nothing for axe to find. Wide: `tests/site/openapi.test.ts`. */
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch } from '../../browser.ts';
import { project } from '../../phyllite.ts';
import { isClean, layOutAll } from '../../site/axe-of.ts';
import { publish, type Published } from '../../site/published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'content/openapi.yaml'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

test('a description as the content, 390 px: axe, dark and light', async () => {
  const page = await browser.newPage({
    viewport: { width: 390, height: 900 },
    colorScheme: 'dark',
    bypassCSP: true,
  });
  await page.goto(site.url);
  await layOutAll(page);
  await isClean(page, '390 px');
  await page.close();
});
