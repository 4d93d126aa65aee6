/** What authors write beside Markdown, as readers meet it: answers, attributes, samples, blocks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { axeOf } from './axe-of.ts';
import { publish, type Published } from './published.ts';
import { copied } from './wait.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/constructs'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(at: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error.message));
  await page.goto(site.url + at);
  if (options.javaScriptEnabled !== false)
    await page.locator('.answers [role=tab]').first().waitFor();
  return page;
}

const visible = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll(
      (all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length,
    );
/** Rows that take up room: those of a closed set have none. */
const rows = (page: Page) =>
  page
    .locator('.parameters > tbody > tr')
    .evaluateAll((all) =>
      all
        .filter((row) => row.getBoundingClientRect().height > 5)
        .map((row) => (row as HTMLTableRowElement).cells[0]!.textContent),
    );

test('answers are tabs in the code column: one is shown, arrows choose', async () => {
  const page = await open('');
  const tabs = page.locator('.code > .answers').getByRole('tab');
  assert.deepEqual(await tabs.allInnerTexts(), ['200 a kitten', '404 no such kitten']);
  assert.equal(await visible(page, '.answers .sample pre'), 1);
  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await tabs.nth(1).getAttribute('aria-selected'), 'true');
  assert.match(await page.locator('.answers [role=tabpanel]:not([hidden])').innerText(), /whisker/);
  assert.equal(await page.locator('.code > .tabs:not(.answers) [role=tab]').count(), 2);
});

test('without script, and on paper, everything stands there', async () => {
  const without = await open('', { javaScriptEnabled: false });
  assert.equal(await visible(without, '.answers .sample pre'), 2);
  assert.equal((await rows(without)).length, 6);
  assert.equal(await visible(without, '.samples .sample'), 3);
  const page = await open('');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await visible(page, '.answers .sample pre'), 2);
  assert.equal((await rows(page)).length, 6);
  assert.equal(await visible(page, '.samples .sample'), 3);
  assert.equal(await visible(page, '[role=tooltip]'), 1);
});

test('sets of attributes open and close, and where a hash leads', async () => {
  const page = await open('');
  await page.locator('.nested').first().scrollIntoViewIfNeeded();
  assert.deepEqual(await rows(page), ['owner', 'age']);
  const button = page.locator('tr[data-nested] .nested').first();
  await button.click();
  assert.deepEqual(await rows(page), ['owner', 'owner.name', 'owner.address', 'age']);
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.evaluate(() => {
    location.hash = '#attributes-owner-address-city';
  });
  await page.waitForFunction(() => !document.querySelector('.parameters tr[hidden]'));
  await button.click();
  assert.deepEqual(await rows(page), ['owner', 'age']);
  await button.click();
  assert.equal((await rows(page)).length, 6, 'what was open within is open again');

  const direct = await open('#attributes-owner-address-zip');
  const row = direct.locator('[id="attributes-owner-address-zip"]');
  await direct.waitForFunction(
    () => document.getElementById('attributes-owner-address-zip')!.clientHeight > 5,
  );
  assert.ok(((await row.boundingBox())?.y ?? -1) >= 0);
});

test('attributes_open says how deep sets stand open', async () => {
  const page = await open('slate.html');
  await page.locator('.nested').first().scrollIntoViewIfNeeded();
  assert.deepEqual(await rows(page), ['owner', 'owner.name', 'owner.address']);
});

test('a search lands in what was closed', async () => {
  const page = await open('');
  await page.keyboard.press('/');
  await page.keyboard.type('purrfect');
  await page
    .getByRole('option', { name: /purrfect/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.getElementById('attributes-owner-address-city')!.clientHeight > 5,
  );
  const other = await open('');
  await other.keyboard.press('/');
  await other.keyboard.type('whiskerless');
  await other
    .getByRole('option', { name: /whiskerless/ })
    .first()
    .waitFor();
  await other.keyboard.press('Enter');
  await other
    .locator('.answers [role=tab][aria-selected=true]')
    .filter({ hasText: '404' })
    .waitFor();
});

test('a terminal is copied without prompts and output', async () => {
  const page = await open('#terminal');
  const sample = page.locator('.sample', { hasText: 'added 260' });
  await sample.getByRole('button', { name: 'Copy' }).click();
  await sample.locator('.copy[data-done]').waitFor();
  assert.equal(
    await copied(page, (text) => text !== ''),
    'npm install phyllite\nnpx phyllite build',
  );
});

test('search, Markdown and reference.json have what is closed', () => {
  const read = (file: string) => readFileSync(path.join(site.dir, file), 'utf8');
  for (const word of ['whiskerless', 'owner.address.city', 'requests.post', 'whiskers', 'Bergen'])
    assert.ok(read('index.md').includes(word), word);
  for (const word of ['"answers"', '"attributes"', 'Kittens'])
    assert.ok(read('reference.json').includes(word), word);
  assert.match(read('index.md'), /```json status=404 title="no such kitten"/);
  assert.match(read('index.md'), /API \(Application programming interface\)/);
  assert.match(read('slate.md'), /```shell\ncurl /);
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
for (const [at, width, colorScheme] of [
  ['', 1440, 'light'],
  ['rtl.html', 820, 'dark'],
  ['slate.html', 390, 'light'],
  ['', 390, 'dark'],
] as const)
  test(`axe: ${at || '/'} at ${width}, ${colorScheme}`, async () => {
    const page = await open(at, {
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await page.evaluate(() => {
      for (const block of document.querySelectorAll<HTMLElement>('.chapter, .block'))
        block.style.contentVisibility = 'visible';
    });
    await page.locator('tr[data-nested]').first().scrollIntoViewIfNeeded();
    await page.locator('.nested').first().waitFor();
    for (const button of await page.locator('.nested[aria-expanded=false]').all())
      if (await button.isVisible()) await button.click();
    const { violations } = await axeOf(page).withTags(tags).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
    assert.deepEqual(told, []);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
  });

test('a tooltip opens on focus, and Escape closes it until it is focused anew', async () => {
  const page = await open('');
  const word = page.locator('.tooltip'),
    tip = page.getByRole('tooltip');
  await word.focus();
  assert.equal(await tip.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await tip.isVisible(), false);
  await word.blur();
  await word.focus();
  assert.equal(await tip.isVisible(), true);
  await page.context().close();
});
