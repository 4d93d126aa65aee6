/** References made of descriptions, as readers meet them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { axeOf, isClean, layOutAll } from './axe-of.ts';
import { contentFolder, type ContentFolder } from './content.ts';
import { publish, type Published } from './published.ts';

const operation = (tag: string, id: string) => ({
  operationId: id,
  tags: [tag],
  summary: `Do ${id}`,
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
  responses: { 200: { description: 'Done' } },
});
const description = JSON.stringify({
  openapi: '3.1.0',
  info: {
    title: 'Many',
    version: '1',
    description: 'Hello <img src=x onerror="document.title=1"><script>document.title=2</script>',
  },
  servers: [{ url: 'https://api.example.com' }],
  'x-tagGroups': [{ name: 'All of it', tags: ['pets', 'toys'] }],
  paths: Object.fromEntries(
    ['pets', 'toys'].flatMap((tag) =>
      [1, 2, 3].map((at) => [`/${tag}/${at}`, { get: operation(tag, `${tag}${at}`) }]),
    ),
  ),
});

let browser: Browser, sample: Published, paged: Published, folder: ContentFolder;
before(async () => {
  folder = contentFolder({
    'index.md': '---\nopenapi: ./api/many.json\npaged: true\n---\n\nMy own words.\n',
    'api/many.json': description,
  });
  sample = await publish(path.join(project, 'content/openapi.yaml'));
  paged = await publish(folder.dir);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  sample?.close();
  paged?.close();
  folder?.remove();
});

for (const width of [1440, 820, 390])
  test(`a description as the content, ${width} px: strict policy, nothing too wide`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(sample.url);
    await page.locator('main h1').first().waitFor();
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.deepEqual([refused, wide], [[], 0]);
    await page.close();
  });

test('a description as the content: axe, light and dark', async () => {
  // On a phone: `tests/field/slow/axe.test.ts`.
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    bypassCSP: true,
  });
  await page.goto(sample.url);
  await layOutAll(page);
  await isClean(page, '1440 px');
  await page.close();
});

test('without script everything is there to read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(sample.url);
  assert.ok((await page.locator('main .endpoint').count()) > 20);
  assert.ok(await page.locator('main table.parameters tr').first().isVisible());
  await context.close();
});

test('chapters are pages, and old links to the one page land', async () => {
  const page = await browser.newPage();
  await page.goto(paged.url);
  assert.match(await page.locator('main').innerText(), /My own words/);
  assert.deepEqual(
    await page
      .locator('main .pages a')
      .allInnerTexts()
      .then((all) => all.slice(0, 2)),
    ['pets', 'toys'],
  );
  assert.equal(await page.title(), 'Many');
  await page.goto(`${paged.url}#toys2`);
  await page.waitForURL(/tag-toys\.html#toys2$/);
  await page.goto('about:blank');
  await page.goto(`${paged.url}#toys3-limit`);
  await page.waitForURL(/tag-toys\.html#toys3-limit$/);
  assert.ok(await page.locator('[id="toys3-limit"]').isVisible());
  await page.close();
});

test('reference.json says what each section is; the description is there to download', () => {
  const reference = readFileSync(path.join(paged.dir, 'reference.json'), 'utf8');
  assert.match(reference, /"method":"GET","path":"\/pets\/1",.*?"operation":"pets1"/);
  assert.ok(existsSync(path.join(paged.dir, 'api/many.json')));
  assert.ok(existsSync(path.join(sample.dir, 'openapi.yaml')));
});

test('right to left and on paper: nothing is wider than the page, and all is there', async () => {
  const arabic = contentFolder({
    'index.md': '---\nopenapi: ./api.yaml\nlang: ar\n---\n',
    'api.yaml': readFileSync(path.join(project, 'content/openapi.yaml'), 'utf8'),
  });
  const site = await publish(arabic.dir);
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  const wider = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  try {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
      assert.equal(await wider(), false, `${width} px`);
      // Paths and names are Latin: they read from the left.
      const path = page.locator('main .endpoint code').first();
      assert.equal(await path.evaluate((node) => getComputedStyle(node).direction), 'ltr');
      // What is required says so at the row's end, in whichever script.
      const gaps = await page
        .locator('main [data-answer="yes"]')
        .evaluateAll((all) =>
          all
            .filter((cell) => cell.getClientRects().length)
            .map(
              (cell) =>
                cell.getBoundingClientRect().left -
                cell.parentElement!.getBoundingClientRect().left,
            ),
        );
      assert.ok(gaps.length > 0 && gaps.every((gap) => gap < 20), `${width} px: ${gaps}`);
    }
    await layOutAll(page);
    const { violations } = await axeOf(page).analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 720, height: 1000 });
    assert.equal(await wider(), false, 'on paper');
    const hidden = await page
      .locator('main :is(tr, pre, .endpoint)')
      .evaluateAll((all) => all.filter((node) => !node.getClientRects().length).length);
    assert.equal(hidden, 0);
  } finally {
    await page.close();
    site.close();
    arabic.remove();
  }
});
