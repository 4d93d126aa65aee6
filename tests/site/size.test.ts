/**
 * What a reader of the RestDB reference loads before the first search, gzipped: a budget. Bytes only, never times.
 * A page that outgrows it says by how much; raise a figure here only with a reason in the commit.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright';
import { launch } from '../browser.ts';
import { publishSample, type Published } from './published.ts';

/**
 * Bytes, gzipped; of HTML as a multiple of the text that it brings, before scripts add theirs. The sheet for print holds up
 * no page: browsers load it last.
 */
const budget = { script: 8150, style: 11_000, print: 1500, html: 1.53, page: 22_320 };

const gzipped = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).byteLength;

let browser: Browser;
let site: Published;
/** Everything the page asked for, as it was sent: path → type and bytes. */
const loaded = new Map<string, { type: string; bytes: number }>();
let text = '';

before(async () => {
  [site, browser] = await Promise.all([publishSample(), launch()]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const answers: Promise<void>[] = [];
  const keep = (response: Response) =>
    answers.push(
      response.body().then((body) => {
        loaded.set(new URL(response.url()).pathname, {
          type: response.request().resourceType(),
          bytes: gzipped(body),
        });
      }),
    );
  page.on('response', keep);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  const print = await page
    .locator('link[media="print"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
  // What is put off until the reader scrolls or chooses a language is loaded before search, too.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.getByRole('radio').nth(1).click();
  await page.waitForLoadState('networkidle');
  page.off('response', keep);
  await Promise.all(answers);
  for (const file of print) loaded.get(file)!.type = 'print';
  const html = await (await fetch(site.url)).text();
  text = await page.evaluate(
    (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('main')!.textContent,
    html,
  );
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** Files of one type, for the message. */
function of(type: string): { bytes: number; list: string } {
  const files = [...loaded].filter(([, file]) => file.type === type);
  return {
    bytes: files.reduce((sum, [, { bytes }]) => sum + bytes, 0),
    list: files.map(([name, { bytes }]) => `${name} ${bytes}`).join(', '),
  };
}

test('scripts before search', () => {
  const { bytes, list } = of('script');
  assert.ok(bytes > 0, 'the page loads scripts');
  assert.ok(bytes <= budget.script, `${bytes} bytes gzipped, budget ${budget.script}: ${list}`);
});

test('styles', () => {
  const { bytes, list } = of('stylesheet');
  assert.ok(bytes > 0, 'the page loads styles');
  assert.ok(bytes <= budget.style, `${bytes} bytes gzipped, budget ${budget.style}: ${list}`);
});

test('styles of print', () => {
  const { bytes, list } = of('print');
  assert.ok(bytes > 0, 'paper has styles of its own');
  assert.ok(bytes <= budget.print, `${bytes} bytes gzipped, budget ${budget.print}: ${list}`);
});

test('HTML, in all and by the text it brings', () => {
  const { bytes } = of('document');
  assert.ok(bytes <= budget.page, `${bytes} bytes gzipped, budget ${budget.page}`);
  const own = gzipped(text);
  assert.ok(own > 5000, 'the reference has a text');
  assert.ok(
    bytes <= budget.html * own,
    `${bytes} bytes gzipped, ${(bytes / own).toFixed(3)} of the ${own} of its own text, budget ${budget.html}`,
  );
});
