/** References of many pages: old links, the one sidebar, versions, translations, what stops a build. In a real browser. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launch } from '../browser.ts';
import { callPhyllite } from '../warm/calls.ts';
import { contentFolder, type ContentFolder } from './content.ts';
import { publish, type Published } from './published.ts';
import { arrives, at, until } from './wait.ts';

const operation = (name: string, more = '') => `
## ${name}

\`\`\`shell
curl https://api.example.com/${name.toLowerCase().replaceAll(' ', '-')}
\`\`\`

\`\`\`ruby
client.${name.toLowerCase().replaceAll(' ', '_')}
\`\`\`

\`GET /v1/${name.toLowerCase().replaceAll(' ', '/')}\`

| Parameter | Type | Description |
| --- | --- | --- |
| \`limit\` | integer | How many of ${name} |
| \`cursor\` | string | Where to go on |
${more}
${'A line of text that takes some room on the screen.\n\n'.repeat(12)}`;

/** Two versions in one folder: the newer one paged, with everything that may stand in its way. */
const shop = {
  'index.html.md': `---
title: Shop
reference: shop
version: v10
language_tabs: [shell: cURL, ruby: Ruby]
paged: true
---

Everything is in [coupons](#list-coupons), or in [the old version](v9.html#list-orders).

# Coupons

<a name="old-anchor"></a>

The first.
${operation('List coupons', '\nSee [orders](#list-orders) and [the limit](#list-orders-limit).\n')}${operation('Create coupons')}
# Orders
${operation('List orders')}
### Deep inside orders

Deep.

# Index

Not the index page.
${operation('Read the index')}
# All

Not the whole.

# 404

Not what is missing.

# V9

Has the name of a document.
${[...Array(30).keys()].map((n) => `\n# Topic ${n}\n${operation(`About topic ${n}`)}`).join('')}`,
  'v9.html.md': `---
title: Shop, before
reference: shop
version: v9
language_tabs: [shell, ruby]
---

# Orders
${operation('List orders')}
# Gone

Nothing of this is left, but [orders](index.html#list-orders) are.
`,
};

/** Many documents, in groups, of both dialects, in two languages. */
const house = {
  'index.mdx': `---
title: House
nav:
  - title: Start
    items: [guide, index.mdx]
  - title: APIs
    items: [rooms.mdx, /gardens.html]
---

# House

All of it: [rooms](rooms.html#open-a-room), [the garden](gardens.html).
`,
  'guide.mdx': `---
title: Guide
---

# Guide

Read [gardens](gardens.html#water-a-garden).
`,
  'rooms.mdx': `---
title: Rooms
reference: rooms
language_tabs: [shell, ruby]
paged: true
toc_depth: 2
toc:
  - title: Basics
    items: [doors, windows]
  - title: Deep
    items: [locks]
---

import { size } from './size.js';

Before the first.

# Doors
${operation('Open a room')}
### Locks

# Windows

There are {size} of them, as [doors](#open-a-room) are.
${operation('Clean a window')}
# Stairs
${operation('Climb the stairs')}
`,
  'size.js': 'export const size = 42;\n',
  'zimmer.mdx': `---
title: Zimmer
reference: rooms
lang: de
language_tabs: [shell, ruby]
paged: true
---

# Türen
${operation('Ein Zimmer öffnen')}
# Fenster
${operation('Ein Fenster putzen')}
# Treppen
${operation('Die Treppe steigen')}
`,
  'gardens.html.md': `---
title: Gardens
language_tabs: [json]
---

# Gardens

## Water a garden

See [rooms](rooms.html#clean-a-window).
${'\nA line.\n'.repeat(60)}
`,
  'secret.html.md': '---\ntitle: Secret\nhidden: true\n---\n\n# Secret\n',
};

/** More documents, and a document of more pages, than one page can list. */
const many = {
  'index.html.md': `---\ntitle: Many\npaged: true\n---\n\nWelcome.\n${[...Array(130).keys()].map((n) => `\n# Chapter ${n}\n\nText.\n\n## Part of ${n}\n\nText.\n`).join('')}`,
  ...Object.fromEntries(
    [...Array(130).keys()].map((n) => [
      `doc-${n}.html.md`,
      `---\ntitle: Document ${n}\n---\n\n# Document ${n}\n\n## Within ${n}\n`,
    ]),
  ),
};

let browser: Browser;
const folders: ContentFolder[] = [];
const sites: Published[] = [];
const build = async (files: Record<string, string>, base = '/'): Promise<Published> => {
  const folder = contentFolder(files);
  folders.push(folder);
  const site = await publish(folder.dir, base);
  sites.push(site);
  return site;
};
let shopSite: Published, houseSite: Published, manySite: Published;
before(async () => {
  browser = await launch();
  shopSite = await build(shop, '/docs/');
  houseSite = await build(house);
  manySite = await build(many);
});
after(async () => {
  await browser?.close();
  for (const site of sites) site.close();
  for (const folder of folders) folder.remove();
});

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') assert.fail(message.text());
  });
  await page.goto(url);
  return page;
}

/** As `assert.match`, without the whole page in the message. */
const has = (text: string, pattern: RegExp) => assert.ok(pattern.test(text), String(pattern));

const html = (site: Published, file: string) => readFileSync(path.join(site.dir, file), 'utf8');
const topOf = (page: Page, id: string) =>
  page.evaluate(
    (id) =>
      (document.getElementById(id) ?? document.getElementsByName(id)[0]!).getBoundingClientRect()
        .top,
    id,
  );
const label = (page: Page, title: string) =>
  page.locator('.contents a', { has: page.getByText(title, { exact: true }) });

/** Notes on every frame what the reader is about to see; kept over pages of a tab. */
const watch = (page: Page, what: () => unknown) =>
  page.addInitScript(`
  const look = ${what};
  const note = () => {
    const seen = look();
    if (seen !== undefined) sessionStorage.setItem('frames', JSON.stringify([...JSON.parse(sessionStorage.getItem('frames') ?? '[]'), seen]));
  };
  const frame = () => {
    // When the frame has been painted: what the page itself does in it counts.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = note;
    port2.postMessage(0);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`);
const frames = (page: Page) =>
  page.evaluate<[string, ...unknown[]][]>(() =>
    JSON.parse(sessionStorage.getItem('frames') ?? '[]'),
  );
const forget = (page: Page) => page.evaluate(() => sessionStorage.removeItem('frames'));

test('old links to the single page go to the page that holds the id now, and keep the language', async () => {
  for (const [hash, file] of [
    ['list-coupons', 'coupons'],
    ['deep-inside-orders', 'orders'],
    ['list-orders-limit', 'orders'],
    ['old-anchor', 'coupons'],
    ['read-the-index', 'index-section'],
    ['orders', 'orders'],
  ]) {
    const page = await open(`${shopSite.url}?ruby#${hash}`);
    await arrives(page, `/docs/${file}.html?ruby#${hash}`);
    await until(
      () => topOf(page, hash!),
      (top) => top > 0 && top < 800,
      `${hash} is in view`,
    );
    assert.equal(await page.evaluate(() => document.documentElement.dataset['language']), 'ruby');
    await page.context().close();
  }
});

test('an old link shows nothing of the page it leaves', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await watch(
    page,
    () =>
      document.body && [location.pathname, getComputedStyle(document.documentElement).visibility],
  );
  await page.goto(`${shopSite.url}#list-orders`);
  await arrives(page, '/docs/orders.html#list-orders');
  await until(
    () => frames(page),
    (all) => all.some(([where]) => where === '/docs/orders.html'),
    'is painted',
  );
  for (const [where, visibility] of await frames(page))
    assert.equal(visibility, where === '/docs/' ? 'hidden' : 'visible', where);
  // An id that is nowhere leaves the reader with the list of pages; one of the page itself stays.
  for (const hash of ['nowhere', 'UI-main', '%E0%A4%A']) {
    await page.goto('about:blank');
    await page.goto(`${shopSite.url}#${hash}`);
    await until(
      () => page.evaluate(() => getComputedStyle(document.documentElement).visibility),
      (visibility) => visibility === 'visible',
      hash,
    );
    assert.equal(at(page), `/docs/#${hash}`);
  }
  await context.close();
});

test('a paged document’s own page has its title, the text before the first page, and the list of pages', () => {
  const own = html(shopSite, 'index.html');
  has(
    own,
    /<h1 data-generated>Shop<\/h1>[\s\S]*Everything is in[\s\S]*<div class="pages" data-generated>/,
  );
  has(own, /<a href="\/docs\/coupons\.html">Coupons<\/a>/);
  assert.doesNotMatch(own, /id="list-coupons"/);
  has(
    html(houseSite, 'rooms.html'),
    /<h2>Basics<\/h2><ul><li><a href="\/rooms\/doors\.html">Doors<\/a>[\s\S]*<h2>Deep<\/h2><ul><li><a href="\/rooms\/doors\.html#locks">Locks<\/a>/,
  );
});

test('links in the text lead to where their target stands now', () => {
  has(
    html(shopSite, 'index.html'),
    /<a href="\/docs\/coupons\.html#list-coupons">coupons<\/a>, or in <a href="\/docs\/v9\.html#list-orders">/,
  );
  has(
    html(shopSite, 'coupons.html'),
    /<a href="\/docs\/orders\.html#list-orders">orders<\/a> and <a href="\/docs\/orders\.html#list-orders-limit">/,
  );
  has(html(shopSite, 'v9.html'), /<a href="\/docs\/orders\.html#list-orders">orders<\/a>/);
  has(html(shopSite, 'all.html'), /<a href="#list-orders">orders<\/a>/);
  has(
    html(houseSite, 'index.html'),
    /<a href="\/rooms\/doors\.html#open-a-room">rooms<\/a>, <a href="\/gardens\.html">/,
  );
  has(
    html(houseSite, 'rooms/windows.html'),
    /There are 42 of them, as <a href="\/rooms\/doors\.html#open-a-room">/,
  );
});

test('a generated URL that is taken gets another, without regard to case', () => {
  const files = readdirSync(shopSite.dir).filter((file) => file.endsWith('.html'));
  for (const file of [
    'index-section.html',
    'all-section.html',
    '404-section.html',
    'v9-section.html',
    'all.html',
    '404.html',
    'v9.html',
  ])
    assert.ok(files.includes(file), file);
  has(html(shopSite, 'index-section.html'), /Not the index page/);
  has(html(shopSite, 'all-section.html'), /Not the whole/);
  has(html(shopSite, 'v9-section.html'), /Has the name of a document/);
});

test('the whole on one page has every id once, and is kept from search engines', () => {
  const all = html(shopSite, 'all.html');
  const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ['list-coupons', 'list-orders-limit', 'about-topic-29'])
    assert.ok(ids.includes(id), id);
  has(all, /<meta name="robots" content="noindex">/);
});

test('a link to a section shows nothing of the text before it, and the page stands still from then on', async () => {
  // The text is held back for a second at most: where a busy machine needs longer for the page, it
  // is shown before, so one of three visits has to be whole.
  const visits: unknown[] = [];
  let page: Page | undefined;
  while (!page && visits.length < 3) {
    const visit = await open(`${shopSite.url}404.html`);
    await watch(visit, () =>
      document.querySelector('main') &&
      !/bar|contents/.test(document.documentElement.dataset['arriving'] ?? '')
        ? [
            location.pathname,
            Math.round(
              document.getElementById('about-topic-29')?.getBoundingClientRect().top ?? NaN,
            ),
          ]
        : undefined,
    );
    await visit.goto(`${shopSite.url}all.html#about-topic-29`);
    const all = await until(
      () => frames(visit),
      (all) => all.length > 10,
      'is painted',
    );
    visits.push(all);
    const [first = NaN, ...rest] = all.map(([, top]) => top as number);
    const isStill = rest.every((top) => Math.abs(top - first) <= 1);
    if (first >= 0 && first < 200 && isStill) page = visit;
    else await visit.context().close();
  }
  assert.ok(page, JSON.stringify(visits));
  // Who has scrolled away meanwhile is left alone.
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, -600);
  await page.waitForTimeout(1200);
  assert.ok((await topOf(page, 'about-topic-29')) > 400);
  await page.context().close();
});

test('pages keep the language of the samples, the title, and Back', async () => {
  const page = await open(`${shopSite.url}coupons.html`);
  await page.getByRole('radio', { name: 'Ruby' }).click();
  await label(page, 'Orders').click();
  await arrives(page, '/docs/orders.html');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['language']), 'ruby');
  assert.equal(await page.title(), 'Orders · Shop');
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 300);
  await arrives(page, /#list-orders$/);
  await page.goBack();
  await arrives(page, /^\/docs\/coupons\.html/);
  await page.locator('.page-footer a[rel=next]').click();
  await arrives(page, '/docs/orders.html');
  await page.context().close();
});

test('from page to page the contents stay where they are, open as they were, in every frame', async () => {
  const page = await open(`${shopSite.url}coupons.html`);
  const tree = page.locator('.contents');
  await watch(page, () => {
    const tree = document.querySelector('.contents');
    return tree && document.readyState !== 'loading'
      ? [
          location.pathname,
          tree.scrollTop,
          tree.querySelectorAll('.branch[data-open] > ul').length,
          tree.querySelector('[aria-current]')?.textContent,
        ]
      : undefined;
  });
  await page.reload();
  const topic = page.locator('.contents li', { has: page.getByText('Topic 3', { exact: true }) });
  await topic.getByRole('button').click();
  await topic.getByText('About topic 3').waitFor();
  await tree.evaluate((element) => {
    element.scrollTop = 180;
  });
  await until(
    () => tree.evaluate((element) => element.scrollTop),
    (top) => top === 180,
    'scrolls',
  );
  await forget(page);
  await label(page, 'Topic 8').click();
  await arrives(page, '/docs/topic-8.html');
  await until(
    () => frames(page),
    (all) => all.filter(([where]) => where === '/docs/topic-8.html').length > 10,
    'is painted',
  );
  const seen = (await frames(page)).filter(([where]) => where === '/docs/topic-8.html');
  for (const [, top, open, current] of seen)
    assert.deepEqual([top, open, current], [180, 3, 'Topic 8'], JSON.stringify(seen));
  await topic.getByText('About topic 3').waitFor();
  await page.context().close();
});

test('one sidebar lists the documents in the owner’s order and groups, the current one open', async () => {
  const page = await open(`${houseSite.url}gardens.html`);
  assert.deepEqual(
    await page
      .locator('.documents-title')
      .allInnerTexts()
      .then((all) => all.map((text) => text.toLowerCase())),
    ['start', 'apis'],
  );
  assert.deepEqual(await page.locator('.documents > li > a').allInnerTexts(), [
    'Guide',
    'House',
    'Rooms',
    'Gardens',
  ]);
  assert.equal(
    await label(page, 'Gardens').count(),
    1,
    'a heading that is the title is not listed twice',
  );
  await label(page, 'Water a garden').waitFor();
  assert.equal(await page.getByText('Open a room').count(), 0);
  await page
    .locator('.documents > li', { has: page.getByText('Rooms', { exact: true }) })
    .getByRole('button')
    .first()
    .click();
  await label(page, 'Doors').waitFor();
  await label(page, 'Doors').click();
  await arrives(page, '/rooms/doors.html');
  await label(page, 'Open a room').waitFor();
  await label(page, 'Locks').waitFor();
  assert.equal(await page.locator('.languages [role=radio]').count(), 2, 'its own languages');
  await page.context().close();
});

test('without script the contents are whole for the page, and the rest is a link away', async () => {
  const page = await open(`${manySite.url}chapter-60.html`, { javaScriptEnabled: false });
  await page.getByText('Part of 60', { exact: true }).first().waitFor();
  await label(page, 'Chapter 55').waitFor();
  assert.equal(await label(page, 'Chapter 5').count(), 0);
  const more = page.locator('.contents .more');
  await more.click();
  await until(
    () => page.locator('main a', { hasText: /^Document/ }).count(),
    (count) => count === 130,
    'all documents',
  );
  assert.ok((await page.locator('main a', { hasText: 'Many' }).count()) > 0);
  await page.goto(manySite.url);
  assert.equal(await page.locator('main .pages a').count(), 130);
  await page.context().close();
});

test('a page of very many holds the nearest; all come when they are asked for', async () => {
  for (const [file, title] of [
    ['chapter-60.html', 'Chapter 60'],
    ['doc-60.html', 'Document 60'],
  ] as const) {
    assert.ok(
      html(manySite, file).length < 22_000,
      `${file} has ${html(manySite, file).length} bytes`,
    );
    const page = await open(manySite.url + file);
    const before = (await label(page, title).first().boundingBox())!.y;
    // Not by the pointer, for which the list would be scrolled to its end first.
    await page.locator('.contents .more').evaluate((more: HTMLElement) => more.click());
    await until(
      () => label(page, 'Document 129').count(),
      (count) => count === 1,
      'all documents',
    );
    assert.equal(await label(page, 'Document 0').count(), 1);
    if (file.startsWith('chapter'))
      assert.equal(await page.locator('.contents a', { hasText: /^Chapter/ }).count(), 130);
    assert.ok(
      Math.abs((await label(page, title).first().boundingBox())!.y - before) < 2,
      'the reader’s entry has not moved',
    );
    await page
      .locator('.contents li', { has: page.getByText('Document 7', { exact: true }) })
      .last()
      .getByRole('button')
      .click();
    await label(page, 'Within 7').waitFor();
    await page.context().close();
  }
});

test('versions: the reader keeps the place, the older one says so, both ways', async () => {
  const page = await open(`${shopSite.url}v9.html?ruby#list-orders`);
  const notice = page.locator('main .older');
  assert.match(await notice.innerText(), /v9/);
  // Not by the pointer, for which the page would be scrolled up to it, and the place with it.
  await notice.getByRole('link').evaluate((link: HTMLElement) => link.click());
  await arrives(page, '/docs/orders.html?ruby#list-orders');
  assert.equal(await page.locator('main .older').count(), 0);
  assert.deepEqual(
    await page.locator('.switch a').allTextContents(),
    ['v10', 'v9'],
    'the newest first, by natural order',
  );
  await page.locator('.switch summary').click();
  await page.locator('.switch a', { hasText: 'v9' }).click();
  await arrives(page, '/docs/v9.html?ruby#list-orders');
  // What the other version has not: the nearest above it that it has, else its beginning.
  for (const [from, to] of [
    ['v9.html#gone', '/docs/?'],
    ['orders.html#deep-inside-orders', '/docs/v9.html#list-orders'],
    ['topic-3.html', '/docs/v9.html'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(shopSite.url + from);
    await page.locator('.switch summary').click();
    await page.locator('.switch a:not([aria-current])').click();
    await until(
      () => at(page).replace('?ruby', ''),
      (at) => at === to.replace('?', ''),
      `from ${from} to ${to}`,
    );
    await page.waitForLoadState();
  }
  await page.context().close();
});

test('translations: the switch keeps the place though ids differ, and pages name each other', async () => {
  const page = await open(`${houseSite.url}rooms/windows.html#clean-a-window`);
  assert.equal(await page.locator('.switch a:not([aria-current])').getAttribute('hreflang'), 'de');
  await page.locator('.switch summary').click();
  await page.locator('.switch a:not([aria-current])').click();
  await arrives(page, '/zimmer/fenster.html#ein-fenster-putzen');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  assert.ok(
    await page.locator('.documents > li.current', { hasText: 'Zimmer' }).count(),
    'the reader’s own stands for the family',
  );
  await page.context().close();
  has(
    html(houseSite, 'rooms/windows.html'),
    /<link rel="alternate" hreflang="de" href="\/zimmer\/fenster\.html">/,
  );
  has(
    html(houseSite, 'zimmer/fenster.html'),
    /<link rel="alternate" hreflang="en" href="\/rooms\/windows\.html">/,
  );
});

test('what is hidden is built and nowhere listed', () => {
  assert.ok(existsSync(path.join(houseSite.dir, 'secret.html')));
  for (const file of ['index.html', 'llms.txt', 'reference.json'])
    assert.doesNotMatch(html(houseSite, file), /Secret/, file);
});

test('what cannot be is named with file and line, all at once, and leaves the site as it was', async () => {
  const bad = contentFolder({
    'index.html.md':
      '---\ntitle: Bad\nnav:\n  - title: Group\n    items:\n      - api\n      - apo.html.md\n---\n\n# Bad\n',
    'api.html.md':
      '---\ntitle: A\nreference: x\nversion: 1.10\ntoc:\n  - title: First\n    items:\n      - ordres\n---\n\n# Orders\n',
    'b.html.md': '---\ntitle: B\nreference: x\n\nversion: 1.10\n---\n\n# B\n',
    'Guide.mdx': '---\ntitle: Guide\n---\n\n# Guide\n',
    'guide.html.md': '---\ntitle: Guide\n---\n\n# Guide\n',
  });
  folders.push(bad);
  const whole = html(shopSite, 'index.html');
  const { status, stderr } = await callPhyllite(['build', bad.dir, '--out', shopSite.dir]);
  assert.equal(status, 1, stderr);
  for (const line of [
    'index.html.md:7:1  `nav` names apo.html.md, which is not a page of this folder',
    'api.html.md:8:1  `toc` lists “ordres” under “First”, and no heading has that id',
    'b.html.md:5:1  version 1.10 of “x” in the language en is already api.html.md:4',
    'guide.html.md:1:1  this page and Guide.mdx have the same URL, /guide.html',
  ])
    assert.ok(stderr.includes(line), `${line}\n\n${stderr}`);
  assert.doesNotMatch(stderr, /\n\s+at /);
  assert.equal(html(shopSite, 'index.html'), whole);
});
