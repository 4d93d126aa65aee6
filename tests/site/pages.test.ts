/** A reader on a reference of several pages, documents and versions, below a base of its own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/reader-pages'), '/docs/');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(at: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(8000);
  page.on('pageerror', (error) => assert.fail(error.message));
  await page.goto(site.url + at);
  return page;
}

test('an old link to the whole goes to the page that holds it now, with the language', async () => {
  const page = await open('?ruby#list-all-orders');
  await page.waitForURL(`${site.url}orders.html?ruby#list-all-orders`);
  await page.locator('#list-all-orders').waitFor();
  await page.close();
});

test('a branch of another page is fetched when it is opened', async () => {
  const page = await open('coupons.html');
  await page.getByRole('button', { name: 'Show the sections of Orders' }).click();
  await page.locator('.contents').getByRole('link', { name: 'List all orders' }).click();
  await page.waitForURL(`${site.url}orders.html#list-all-orders`);
  await page.close();
});

test('the tree of another document is fetched when it is opened', async () => {
  const page = await open('coupons.html');
  await page.getByRole('button', { name: 'Show the sections of Other' }).click();
  await page.locator('.contents').getByRole('link', { name: 'Below the other' }).click();
  await page.waitForURL(`${site.url}other.html#below-the-other`);
  await page.close();
});

test('a version keeps the place and the language; the older one says so', async () => {
  const page = await open('old.html?ruby#list-all-coupons');
  assert.match(await page.locator('.older').innerText(), /v1.*v2/);
  await page.locator('.older a').click();
  await page.waitForURL(`${site.url}coupons.html?ruby#list-all-coupons`);
  await page.locator('.switch summary').click();
  await page.locator('.switch').getByRole('link', { name: 'v1' }).click();
  await page.waitForURL(/old\.html\?ruby#(list-all-)?coupons$/);
  await page.close();
});

test('the language is remembered for all documents of a site, and for that site alone', async () => {
  const page = await open('coupons.html?ruby');
  await page.getByRole('radio', { name: 'Ruby' }).click();
  const language = () => page.evaluate(() => document.documentElement.dataset['language']);
  await page.goto(`${site.url}orders.html`);
  assert.equal(await language(), 'ruby', 'a page of the same document');
  await page.goto(`${site.url}old.html`);
  assert.equal(await language(), 'ruby', 'another document');
  assert.ok(
    await page.evaluate(() =>
      Object.keys(localStorage).every((key) => key.startsWith('phyllite /docs/')),
    ),
  );
  await page.close();
});

test('pages lead to the one before and after', async () => {
  const page = await open('coupons.html');
  await page.getByRole('link', { name: /^Next/ }).click();
  await page.waitForURL(/orders\.html$/);
  assert.match(await page.getByRole('link', { name: /^Previous/ }).innerText(), /Coupons/);
  await page.close();
});
