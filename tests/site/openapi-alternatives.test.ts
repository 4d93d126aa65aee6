/** Alternatives, media types and named examples: one in place, and all where nothing can be switched. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/openapi/bodies.yaml'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const all = ['number', 'iban', 'lives', 'other'].map((name) => `[id$="-${name}"]`);

test('what is chosen is shown in its place, and a link into another opens it', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}#pay`);
  const row = (name: string) => page.locator(`[id="pay-${name}"]`);
  await page.getByRole('tab', { name: 'Bank account' }).click();
  assert.deepEqual([await row('number').isVisible(), await row('iban').isVisible()], [false, true]);
  await page.getByRole('tab', { name: 'Form', exact: true }).first().click();
  assert.deepEqual([await row('iban').isVisible(), await row('other').isVisible()], [false, true]);
  await page.getByRole('tab', { name: 'A bank' }).click();
  assert.ok(await page.locator('.answers pre', { hasText: '"iban": "DE"' }).isVisible());
  await page.goto('about:blank');
  await page.goto(`${site.url}#pay-lives`);
  await row('lives').waitFor();
  assert.equal(await row('lives').isVisible(), true);
  await page.close();
});

test('on paper, and without script, all stand one below the other', async () => {
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const [still, printed] = [await bare.newPage(), await browser.newPage()];
  await printed.emulateMedia({ media: 'print' });
  for (const page of [still, printed]) {
    await page.goto(site.url);
    for (const row of all) assert.equal(await page.locator(row).first().isVisible(), true, row);
  }
  await printed.close();
  await bare.close();
});
