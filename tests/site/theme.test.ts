/** An owner's look from the content folder alone: accent, logo, code ground, widths, styles, head, words, a component. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import culori from 'culori/require';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/theme'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme });
  page.on('console', (message) => {
    if (message.type() === 'error') assert.fail(message.text());
  });
  await page.goto(site.url);
  return page;
}

const style = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, property) => getComputedStyle(element).getPropertyValue(property),
      property,
    );

for (const [scheme, ground] of [
  ['light', '#ffffff'],
  ['dark', '#121817'],
] as const)
  test(`the owner’s accent can be read on a ${scheme} page`, async () => {
    const page = await open(scheme);
    const colour = await style(page, '.prose a', 'color');
    assert.ok(culori.wcagContrast(colour, ground) >= 4.5, colour);
    await page.close();
  });

test('logo, widths, light code, styles, head, words and component are the owner’s', async () => {
  const page = await open('light');
  const logo = page.locator('.brand img');
  assert.deepEqual(await logo.evaluateAll((all) => all.map((one) => one.checkVisibility())), [
    true,
    false,
  ]);
  assert.deepEqual(
    await logo
      .first()
      .evaluate((image) => [image.getAttribute('width'), image.getAttribute('alt')]),
    ['224', 'Acme'],
  );
  assert.equal(await style(page, '.sidebar', 'width'), '300px');
  assert.equal(await style(page, '.prose > p', 'max-width'), '500px');
  assert.equal(await style(page, '.sample', 'background-color'), 'rgb(255, 255, 255)');
  assert.equal(await style(page, 'h1', 'font-size'), '50px');
  assert.equal(await page.locator('meta[name=owner]').getAttribute('content'), 'Acme');
  assert.equal(await page.locator('link[rel=icon]').getAttribute('href'), '/logo.svg');
  assert.equal(await page.locator('.copy').first().innerText(), 'Take it');
  assert.equal(
    await page.locator('footer').innerText(),
    'Acme’s own footer of Acme'.replace('’', "'"),
  );
  await page.close();
});

test('a dark page has the dark logo and dark code', async () => {
  const page = await open('dark');
  assert.deepEqual(
    await page.locator('.brand img').evaluateAll((all) => all.map((one) => one.checkVisibility())),
    [false, true],
  );
  assert.equal(await style(page, '.sample', 'background-color'), 'rgb(20, 28, 27)');
  await page.close();
});
