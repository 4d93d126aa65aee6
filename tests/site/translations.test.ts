/**
 * A payments reference in four languages and two versions, with pages that are not translated: what
 * readers do between its pages.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import AxeBuilder from '@axe-core/playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';
import { copied } from './wait.ts';

let browser: Browser;
let site: Published;
let page: Page;

before(async () => {
  [site, browser] = await Promise.all([
    publish(path.join(project, 'tests/fixtures/payments')),
    launch(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const at = (file: string) => new URL(file, site.url).href;
const languagesOn = () =>
  page
    .locator('.switch a[hreflang]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')!));

const homes = ['/index.html', '/de/index.html', '/ja/index.html', '/ar/index.html'];

test('every way between pages leads on, in the reader’s language, and back', async () => {
  for (const home of homes) {
    await page.goto(at(home));
    const lang = await page.locator('html').getAttribute('lang');
    const seen = new Set<string>();
    const open = [at(home)];
    while (open.length) {
      const url = open.pop()!;
      if (seen.has(url)) continue;
      seen.add(url);
      const answer = await page.goto(url);
      assert.equal(answer?.status(), 200, url);
      assert.equal(await page.locator('html').getAttribute('lang'), lang, url);
      assert.deepEqual((await languagesOn()).toSorted(), ['ar', 'de', 'en', 'ja'], url);
      const links = await page
        .locator('.contents a, .neighbours a, .brand > a, main a')
        .evaluateAll((found) =>
          found
            .map((link) => (link as HTMLAnchorElement).href)
            .filter((href) => href.startsWith(location.origin) && !href.endsWith('.md')),
        );
      open.push(...links.map((href) => href.split('#')[0]!).filter((href) => !seen.has(href)));
    }
    assert.ok(seen.size >= 5, `${home} leads to ${[...seen].join(', ')}`);
  }
});

test('a page that is not translated stands in the reader’s interface, and says so', async () => {
  await page.goto(at('/ja/start.html'));
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  assert.equal(await page.locator('main').getAttribute('lang'), 'en');
  assert.match((await page.locator('.untranslated').textContent())!, /日本語/);
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  await page.goto(at('/start.html'));
  assert.equal(await page.locator('.untranslated').count(), 0);
});

test('the sidebar lists each document once, under the same groups in every language', async () => {
  for (const home of [...homes, '/migrate.html', '/ja/webhooks.html', '/v1/index.html']) {
    await page.goto(at(home));
    const titles = await page.locator('.documents > li').count();
    assert.equal(titles, 5, home);
  }
});

test('an old version says so, and its link keeps the place', async () => {
  await page.goto(at('/v1/index.html#charges'));
  const newer = page.locator('.older a');
  await newer.click();
  await page.waitForURL((url) => !url.pathname.includes('v1'));
  assert.equal(new URL(page.url()).hash, '#charges');
});

test('a section that the other version lacks is said', async () => {
  await page.goto(at('/index.html#disputes'));
  await page.locator('.switch').first().locator('summary').click();
  await page.locator('.switch a[data-version=v1]').click();
  await page.waitForURL(/v1/);
  await page.locator('.lacking').waitFor();
  assert.match((await page.locator('.lacking').textContent())!, /v1/);
});

test('a wrong address leads to what was meant, in the language of its folder', async () => {
  await page.goto(at('/de/webhook.html'));
  await page.locator('[data-suggestions]').waitFor({ state: 'visible' });
  assert.equal(await page.locator('[data-not-found="/de/"]').isVisible(), true);
  const links = await page
    .locator('[data-suggestions] a')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname));
  assert.ok(links.includes('/de/webhooks.html'), links.join(', '));
});

test('recent searches are offered on an empty box, and cleared with a key', async () => {
  await page.goto(at('/index.html'));
  const box = page.getByRole('combobox');
  await box.fill('refund');
  await page.locator('[role=option]').first().waitFor();
  await box.press('Enter');
  await page.goto(at('/start.html'));
  await box.focus();
  await page.locator('.search-recent').waitFor();
  assert.match((await page.locator('.search-panel').textContent())!, /refund/);
  await box.press('Delete');
  await page.goto(at('/start.html'));
  await box.focus();
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.search-recent').count(), 0);
});

test('first errands take at most three actions', async () => {
  // An operation, and its errors: type, choose.
  await page.goto(at('/index.html'));
  await page.getByRole('combobox').fill('create a charge');
  await page.locator('[role=option]').first().click();
  await page.waitForURL(/#create-a-charge$/);
  await page.locator('.contents a[href$="#errors"]').click();
  await page.waitForURL(/#errors$/);
  // A sample in Ruby, copied: choose, copy.
  await page.goto(at('/index.html#create-a-charge'));
  await page.getByRole('radio', { name: 'Ruby' }).click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.sample[data-language=ruby]:visible button.copy').first().click();
  await copied(page, (text) => /Net::HTTP|require/.test(text));
});

test('from version 1 to 2, and from a wrong address to the right page, in at most three actions', async () => {
  await page.goto(at('/v1/index.html#create-a-charge'));
  await page.locator('.switch').first().locator('summary').click();
  await page.locator('.switch a[data-version=v2]').click();
  await page.waitForURL((url) => !url.pathname.includes('v1'));
  assert.equal(new URL(page.url()).hash, '#create-a-charge');
  await page.goto(at('/webhok.html'));
  await page.locator('[data-suggestions] a').first().click();
  await page.waitForURL(/\/webhooks\.html$/);
});

test('previous and next lead on and back, in every language', async () => {
  const bare = (url: string) => new URL(url).pathname.replace(/index\.html$/, '');
  const neighbour = (rel: string) => page.locator(`.neighbours a[rel=${rel}]`);
  const address = (rel: string) =>
    neighbour(rel).evaluate((link) => (link as HTMLAnchorElement).href);
  for (const home of homes) {
    let pages = 1;
    for (await page.goto(at(home)); await neighbour('next').count(); pages++) {
      const from = page.url();
      await page.goto(await address('next'));
      assert.equal(bare(await address('prev')), bare(from), page.url());
    }
    assert.ok(pages >= 5, `${home}: ${pages} pages`);
  }
});

test('nothing for axe to find, in any language', async () => {
  const files = [
    '/de/start.html',
    '/ja/start.html',
    '/ar/start.html',
    '/v1/index.html',
    '/404.html',
  ];
  for (const file of files) {
    await page.goto(at(file));
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${file} ${id} ${nodes[0]?.html}`),
      [],
    );
  }
});
