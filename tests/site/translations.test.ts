/**
 * A payments reference in four languages and two versions, with pages that are not translated: what
 * readers do between its pages.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { axeOf } from './axe-of.ts';
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

const homes = ['/index.html', '/de/index.html', '/ja/index.html', '/ar/index.html'];

/** What a page says of where it stands. */
interface Seen {
  status: number | undefined;
  lang: string;
  /** Of the switch, sorted. */
  languages: string[];
  /** Pages of the site that it leads to, without hash. */
  links: string[];
  prev: string | undefined;
  next: string | undefined;
}

async function look(url: string): Promise<Seen> {
  const answer = await page.goto(url);
  const seen = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLAnchorElement>(selector)];
    const links = all('.contents a, .neighbours a, .brand > a, main a')
      .map(({ href }) => href)
      .filter((href) => href.startsWith(location.origin) && !href.endsWith('.md'));
    return {
      lang: document.documentElement.lang,
      languages: all('.switch a[hreflang]').map(({ hreflang }) => hreflang),
      links: links.map((href) => href.split('#')[0]!),
      prev: all('.neighbours a[rel=prev]')[0]?.href,
      next: all('.neighbours a[rel=next]')[0]?.href,
    };
  });
  return { ...seen, languages: seen.languages.toSorted(), status: answer?.status() };
}

const reached = new Map<string, Promise<Map<string, Seen>>>();
/** Every page that can be come to from one, by its address; opened once for all tests. */
function reachedFrom(home: string): Promise<Map<string, Seen>> {
  const crawl = async () => {
    const seen = new Map<string, Seen>();
    const open = [at(home)];
    for (let url = open.pop(); url; url = open.pop()) {
      if (seen.has(url)) continue;
      const own = await look(url);
      seen.set(url, own);
      open.push(...own.links);
    }
    return seen;
  };
  if (!reached.has(home)) reached.set(home, crawl());
  return reached.get(home)!;
}

test('every way between pages leads on, in the reader’s language, and back', async () => {
  for (const home of homes) {
    const seen = await reachedFrom(home);
    const { lang } = seen.get(at(home))!;
    for (const [url, own] of seen) {
      assert.deepEqual([own.status, own.lang], [200, lang], url);
      assert.deepEqual(own.languages, ['ar', 'de', 'en', 'ja'], url);
    }
    assert.ok(seen.size >= 5, `${home} leads to ${[...seen.keys()].join(', ')}`);
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
  // Not by the pointer, for which the page would be scrolled up to it, and the place with it.
  await page.locator('.older a').evaluate((link: HTMLElement) => link.click());
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
  const bare = (url: string) => url.replace(/index\.html$/, '');
  for (const home of homes) {
    const seen = new Map([...(await reachedFrom(home))].map(([url, own]) => [bare(url), own]));
    let url = bare(at(home)),
      pages = 1;
    for (let next = seen.get(url)!.next; next; next = seen.get(url)!.next, pages++) {
      assert.equal(bare(seen.get(bare(next))!.prev!), url, next);
      url = bare(next);
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
    const { violations } = await axeOf(page).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${file} ${id} ${nodes[0]?.html}`),
      [],
    );
  }
});
