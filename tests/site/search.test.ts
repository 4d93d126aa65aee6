/** Search as a reader uses it, below `/docs/`, in a real browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { axeOf } from './axe-of.ts';
import { publish, type Published } from './published.ts';
import { at as place, until } from './wait.ts';

let browser: Browser, site: Published;
before(async () => {
  [browser, site] = await Promise.all([
    launch(),
    publish(path.join(project, 'tests/fixtures/search/content'), '/docs/'),
  ]);
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a page in a context of its own, and holds it to no errors of script or policy. */
async function open(at = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error.message));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      /Content Security Policy directive .script-src/.test(message.text()) &&
      !/inline event handler/.test(message.text())
    )
      assert.fail(message.text());
  });
  await page.goto(site.url + at);
  return page;
}

const box = (page: Page) => page.locator('input[type=search]');
const options = (page: Page) => page.locator('[data-search-results] a[role=option]');
const hrefs = (page: Page) =>
  options(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
const status = (page: Page) => page.locator('[data-search-status]').textContent();
const marks = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map((range) => String(range)));
const shows = (page: Page, first: string) =>
  until(
    () => hrefs(page),
    ([href]) => href === first,
    `first result ${first}`,
  );

async function search(page: Page, typed: string, first: string): Promise<void> {
  await box(page).fill(typed);
  await shows(page, first);
}

test('nothing of it is loaded before it is used', async () => {
  const page = await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(
    asked.filter((url) => /pagefind|box\./.test(url)),
    [],
  );
  await box(page).focus();
  await until(
    async () => asked.filter((url) => url.startsWith(`${site.url}pagefind/`)).length,
    (count) => count > 3,
    'files of the index',
  );
});

test('keys: slash and Ctrl K to the box, arrows among the results, Enter to one, Escape out', async () => {
  const page = await open();
  const focused = () => box(page).evaluate((input) => input === document.activeElement);
  await page.keyboard.press('/');
  await until(focused, Boolean, 'slash');
  assert.equal(await box(page).inputValue(), '');
  await box(page).blur();
  await page.keyboard.press('Control+k');
  await until(focused, Boolean, 'Ctrl K');
  await page.keyboard.type('coupon');
  await shows(page, '/docs/#coupons');
  assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await box(page).getAttribute('aria-activedescendant'), null);
  const active = async () =>
    page
      .locator('[role=option][aria-selected=true]')
      .evaluateAll((all) => all.map((one) => one.id));
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await active(), [await options(page).first().getAttribute('id')]);
  assert.equal(
    await box(page).getAttribute('aria-activedescendant'),
    await options(page).first().getAttribute('id'),
  );
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await active(), [await options(page).last().getAttribute('id')]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await options(page).nth(1).getAttribute('href');
  await page.keyboard.press('Escape');
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  await options(page).first().waitFor({ state: 'hidden' });
  assert.equal(await box(page).inputValue(), 'coupon');
  await page.keyboard.press('ArrowDown');
  await options(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(
    () => place(page),
    (at) => at === second,
    'Enter follows the second result',
  );
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.equal(await box(page).inputValue(), '');
});

test('a slash in a field is a slash', async () => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/v3/coupons');
  assert.equal(await box(page).inputValue(), '/v3/coupons');
  await shows(page, '/docs/#create-a-coupon');
});

test('results say what they are: page, breadcrumb, method, marked excerpt; and are announced', async () => {
  const page = await open();
  await search(page, 'coupon', '/docs/#coupons');
  const list = page.locator('[role=listbox][data-search-results]');
  assert.deepEqual(
    await list
      .locator('[role=group]')
      .evaluateAll((all) =>
        all.map(
          (one) => document.getElementById(one.getAttribute('aria-labelledby')!)!.textContent,
        ),
      ),
    ['Shop API'],
  );
  const create = list.locator('[href$="#create-a-coupon"]');
  assert.equal(await create.locator('.method').textContent(), 'POST');
  assert.match((await create.locator('.search-crumbs').textContent())!, /^Coupons \/v3\/coupons$/);
  await until(
    () => create.locator('.search-excerpt').textContent(),
    (text) => /valid at once/.test(text ?? ''),
    'excerpt',
  );
  assert.ok((await create.locator('mark').allTextContents()).includes('coupon'));
  await until(
    () => status(page),
    (text) => text === `Results: ${3}`,
    'announced',
  );
});

test('titles, symbols in part, paths, codes, words of another page, typed letter by letter', async () => {
  const page = await open();
  await search(page, 'method-override', '/docs/#introduction');
  await search(page, '/v3/carts/17', '/docs/carts.html#empty-a-cart');
  await search(page, '404', '/docs/#errors');
  await search(page, 'zebra', '/docs/carts.html#carts');
  await search(page, 'refund', '/docs/#refunds');
  await box(page).fill('');
  for (const [at, letter] of [...'coupons'].entries()) {
    await box(page).press(letter);
    if (at > 1) await shows(page, '/docs/#coupons');
  }
});

test('documents that are not searched are not found', async () => {
  const page = await open();
  await box(page).fill('whispers');
  await until(
    () => status(page),
    (text) => /No results/.test(text ?? ''),
    'nothing found',
  );
  assert.deepEqual(await hrefs(page), []);
});

test('a slip: the nearest name is offered, and what it finds', async () => {
  const page = await open();
  await search(page, 'coupns', '/docs/#coupons');
  const offer = page.locator('[data-search-note] button');
  assert.equal(await offer.textContent(), 'coupons');
  await offer.click();
  await until(
    () => box(page).inputValue(),
    (value) => value === 'coupons',
    'taken',
  );
  await until(
    () => offer.count(),
    (count) => count === 0,
    'found as it is',
  );
});

test('a search can be shared, and Back restores it', async () => {
  const page = await open('?ruby&q=refunds');
  await until(
    () => box(page).inputValue(),
    (value) => value === 'refunds',
    'the query stands in the box',
  );
  await shows(page, '/docs/#refunds');
  await search(page, 'coupon', '/docs/#coupons');
  await until(
    () => place(page),
    (at) => at === '/docs/?ruby&q=coupon',
    'query in the address',
  );
  await options(page).first().click();
  await until(
    () => place(page),
    (at) => /^\/docs\/(\?ruby)?#coupons$/.test(at),
    'landed',
  );
  await page.goBack();
  await until(
    () => place(page),
    (at) => at === '/docs/?ruby&q=coupon',
    'back',
  );
  await until(
    () => box(page).inputValue(),
    (value) => value === 'coupon',
    'in the box',
  );
  await until(() => options(page).first().isVisible(), Boolean, 'results are there again');
  await search(page, 'zebra', '/docs/carts.html#carts');
  await options(page).first().click();
  await until(
    () => place(page),
    (at) => at.startsWith('/docs/carts.html'),
    'another page',
  );
  await page.goBack();
  await until(
    () => box(page).inputValue(),
    (value) => value === 'zebra',
    'back from another page',
  );
  await shows(page, '/docs/carts.html#carts');
});

test('a result lands on its section, its words marked until Escape', async () => {
  const page = await open();
  await search(page, 'refund', '/docs/#refunds');
  await options(page).first().click();
  await until(
    () => marks(page),
    (found) => found.includes('Refunds'),
    'marked',
  );
  await until(
    () =>
      page.evaluate(
        () => document.querySelector('#refunds')!.getBoundingClientRect().top / innerHeight,
      ),
    (at) => at >= 0 && at < 1,
    'in view',
  );
  assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), 'refunds');
  await page.keyboard.press('Escape');
  await until(
    () => marks(page),
    ({ length }) => !length,
    'no longer marked',
  );
});

test('on another page too', async () => {
  const page = await open();
  await search(page, 'zebra', '/docs/carts.html#carts');
  await page.keyboard.press('Enter');
  await until(
    () => place(page),
    (at) => /^\/docs\/carts\.html(\?\w+)?#carts$/.test(at),
    'landed',
  );
  await until(
    () => marks(page),
    (found) => found.includes('zebras'),
    'marked',
  );
});

test('a parameter lands on its row', async () => {
  const page = await open();
  await search(page, 'orderby', '/docs/#list-all-coupons-orderby');
  await options(page).first().click();
  await until(
    () => page.evaluate(() => document.querySelector(':target')?.tagName),
    (name) => name === 'TR',
    'the row',
  );
  assert.deepEqual(
    await until(
      () => marks(page),
      ({ length }) => length > 0,
      'marked',
    ),
    ['orderby'],
  );
});

test('what stands in a sample of another language chooses that language', async () => {
  const page = await open();
  const language = () => page.evaluate(() => document.documentElement.dataset['language']);
  assert.equal(await language(), 'shell');
  await search(page, 'create_voucher', '/docs/#create-a-coupon');
  await options(page).first().click();
  await until(language, (name) => name === 'ruby', 'Ruby');
  await until(
    () => marks(page),
    (found) => found.includes('create_voucher'),
    'marked',
  );
  await search(page, 'valid at once', '/docs/#create-a-coupon');
  await options(page).first().click();
  await until(
    () => marks(page),
    (found) => found.includes('valid'),
    'marked',
  );
  assert.equal(await language(), 'ruby', 'what prose says leaves the language alone');
});

test('hostile text is shown, not run', async () => {
  const page = await open();
  await box(page).fill('onerror');
  await until(
    () => options(page).count(),
    (count) => count > 0,
    'found',
  );
  await until(
    () => page.locator('.search-excerpt').first().textContent(),
    (text) => text !== '',
    'excerpt',
  );
  assert.equal(await page.locator('[data-search-results] :is(img, b, script)').count(), 0);
  await options(page).first().click();
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined);
  await page.goto(`${site.url}?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await until(
    () => status(page),
    (text) => text !== '',
    'answered',
  );
  assert.equal(await page.locator('search img').count(), 0);
});

test('off line once loaded: titles and symbols are still found', async () => {
  const page = await open();
  await search(page, 'zebra', '/docs/carts.html#carts');
  await page.context().setOffline(true);
  await search(page, 'refunds', '/docs/#refunds');
  await search(page, 'per_page', '/docs/#list-all-coupons-per_page');
});

test('a failure to load is told in the box, and tried again', async () => {
  const page = await open();
  await page.route('**/pagefind/**', (route) => route.abort());
  await box(page).fill('coupon');
  await until(
    () => page.locator('[data-search-note]').textContent(),
    (text) => text === 'The search could not be loaded',
    'told',
  );
  await page.locator('[data-search-note]').waitFor();
  await page.unroute('**/pagefind/**');
  await search(page, 'refunds', '/docs/#refunds');
});

test('without script there is no box; where nothing is searched neither', async () => {
  const page = await open('', { javaScriptEnabled: false });
  assert.ok(!(await box(page).isVisible()));
});

test('small screens: the drawer opens for it, and closes when a result is followed', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 } });
  await page.keyboard.press('/');
  await until(
    () => box(page).evaluate((input) => input === document.activeElement),
    Boolean,
    'focused',
  );
  await search(page, 'refund', '/docs/#refunds');
  await options(page).first().click();
  await until(
    () => place(page),
    (at) => at === '/docs/#refunds',
    'landed',
  );
  await until(
    () => box(page).isVisible(),
    (visible) => !visible,
    'drawer closed',
  );
});

test('no accessibility violations with the results open, light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open('', { colorScheme });
    await search(page, 'coupon', '/docs/#coupons');
    await page.keyboard.press('ArrowDown');
    const { violations } = await axeOf(page).include('.sidebar').analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    );
    await search(page, 'coupns', '/docs/#coupons');
    const slip = await axeOf(page).include('search').analyze();
    assert.deepEqual(
      slip.violations.map(({ id }) => id),
      [],
    );
  }
});
