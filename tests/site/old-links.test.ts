/** Links to a reference as other tools had it, opened in a browser: a table a tool. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright';
import { launch } from '../browser.ts';
import { landed, publishReference, tables } from './old-link-rows.ts';
import type { Published } from './published.ts';

let browser: Browser, context: BrowserContext, onePage: Published, paged: Published;
before(async () => {
  onePage = await publishReference(false);
  paged = await publishReference(true, '/docs/');
  browser = await launch();
  context = await browser.newContext();
});
after(async () => {
  await browser?.close();
  onePage?.close();
  paged?.close();
});

for (const { tool, rows } of tables)
  test(`links of ${tool} land: one page`, async () =>
    assert.deepEqual(await landed(context, onePage.url, rows), rows));

test('links land where each chapter is a page: one to each place, and one of each tool', async () => {
  // All of them: `tests/field/slow/links-to-chapters.test.ts`.
  const seen = new Set<string>();
  const rows = tables.flatMap(({ rows }) =>
    rows.filter(([, id], at) => at === 0 || (!seen.has(id) && seen.add(id))),
  );
  assert.deepEqual(await landed(context, paged.url, rows), rows);
});

test('what nothing is called stays where it is, and nothing is loaded for what is there', async () => {
  const { url } = onePage;
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}#nothing/like-it`);
  await page.waitForResponse(/UI-old-links\.json$/);
  assert.equal(page.url(), `${url}#nothing/like-it`);
  asked.length = 0;
  await page.goto('about:blank');
  await page.goto(`${url}#addPet`);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(
    asked.filter((one) => /old-links/.test(one)),
    [],
  );
  await page.close();
});

test('a page that is parsed before its first frame hides nothing for a place that will not come', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const frame = requestAnimationFrame;
    window.requestAnimationFrame = (work) => {
      if (document.readyState === 'complete') return frame(work);
      addEventListener('load', () => frame(work));
      return 0;
    };
  });
  await page.goto(`${onePage.url}#nothing/like-it`, { waitUntil: 'load' });
  const isHidden = await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve(document.documentElement.hasAttribute('data-arriving'))),
        ),
      ),
  );
  assert.equal(isHidden, false);
  await page.close();
});
