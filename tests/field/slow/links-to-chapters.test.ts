/** Every link of other tools, where each chapter is a page. A part of them: `tests/site/old-links.test.ts`. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright';
import { launch } from '../../browser.ts';
import { landed, publishReference, tables } from '../../site/old-link-rows.ts';
import type { Published } from '../../site/published.ts';

let browser: Browser, context: BrowserContext, site: Published;
before(async () => {
  site = await publishReference(true, '/docs/');
  browser = await launch();
  context = await browser.newContext();
});
after(async () => {
  await browser?.close();
  site?.close();
});

for (const { tool, rows } of tables)
  test(`links of ${tool} land: a page a chapter`, async () =>
    assert.deepEqual(await landed(context, site.url, rows), rows));
