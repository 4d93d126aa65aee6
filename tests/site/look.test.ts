/** What the look of the sample and of its guide promises, measured in a browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { publishSample, type Published } from './published.ts';
import { until } from './wait.ts';

let browser: Browser, site: Published;
before(async () => {
  site = await publishSample();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(at: string, width = 1440): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(site.url + at);
  return page;
}

/** The least red of a stretch of the screen, from 0 to 255. */
async function darkestIn(page: Page, clip: Clip): Promise<number> {
  const shot = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (shot) => {
    const image = new Image();
    image.src = `data:image/png;base64,${shot}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    return Math.min(...data.filter((_, index) => index % 4 === 0));
  }, shot);
}

type Clip = { x: number; y: number; width: number; height: number };

test('a page that begins without code has no ground of code at its top', async () => {
  for (const [width, column] of [
    [1440, 1150],
    [820, 780],
  ] as const) {
    const page = await open('openapi.html', width);
    const below = await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().bottom);
    const clip = { x: column, y: Math.ceil(below) + 2, width: 1, height: 200 };
    assert.ok((await darkestIn(page, clip)) > 200, `at ${width} px`);
    await page.close();
  }
});

test('over sections without code the bar has their ground, over code that of code', async () => {
  const page = await open('openapi.html');
  const ground = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.equal(await ground('.bar'), await ground('html'));
  await page.evaluate(() => {
    location.hash = '#listDocuments';
  });
  await until(
    async () => (await ground('.bar')) !== (await ground('html')),
    (now) => now,
    'at an operation',
  );
  await page.close();
});

test('lines of code that run on fade out until they are scrolled to their end', async () => {
  const page = await open('#errors', 820);
  const longest = await page
    .locator('.sample:visible > pre')
    .evaluateAll((all) => all.findIndex((one) => one.scrollWidth > one.clientWidth + 50));
  assert.ok(longest >= 0, 'no line runs on');
  const run = page.locator('.sample:visible > pre').nth(longest);
  const mask = () => run.evaluate((one) => getComputedStyle(one).maskImage);
  await run.scrollIntoViewIfNeeded();
  await until(mask, (image) => image.includes('gradient'), 'at rest');
  await run.evaluate((one) => one.scrollTo(one.scrollWidth, 0));
  await until(mask, (image) => image === 'none', 'at its end');
  await page.close();
});

test('between sections without code no ground of code shows', async () => {
  const page = await open('openapi.html');
  const found = page.locator('.block[data-plain] + .block[data-plain]');
  const count = await found.count();
  assert.ok(count > 3);
  for (let at = 0; at < count; at++) {
    await found.nth(at).evaluate((block) => scrollBy(0, block.getBoundingClientRect().top - 400));
    const top = await found.nth(at).evaluate((block) => block.getBoundingClientRect().top);
    const darkest = await darkestIn(page, {
      x: 1150,
      y: Math.floor(top) - 6,
      width: 1,
      height: 12,
    });
    assert.ok(darkest > 200, `before section ${at}: ${darkest}`);
  }
  await page.close();
});
