/**
 * Everything that the guide's page “Extending” shows, in one site: each with the policy that the
 * built pages have, in a browser.
 */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { project, runPhyllite } from '../phyllite.ts';
import { serve } from '../serve.ts';
import { callPhyllite } from '../warm/calls.ts';

const caches = path.join(project, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
// Below the project, where its packages are found.
const dir = mkdtempSync(path.join(caches, 'extended-'));
const violations: string[] = [];
const asked: string[] = [];
let browser: Browser, page: Page, server: Awaited<ReturnType<typeof serve>>;
const built = (file: string): string => readFileSync(path.join(dir, 'dist', file), 'utf8');

before(async () => {
  cpSync(path.join(project, 'tests/fixtures/extended'), dir, { recursive: true });
  cpSync(
    path.join(project, 'node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2'),
    path.join(dir, 'content/files/text.woff2'),
  );
  const { status, stderr, stdout } = await callPhyllite(['build'], { cwd: dir });
  assert.equal(status, 0, stderr + stdout);
  server = await serve(path.join(dir, 'dist'));
  browser = await launch();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await page.route('https://stats.example.com/**', (route) => {
    asked.push(route.request().url());
    const body = route.request().url().endsWith('.js')
      ? `fetch('https://stats.example.com/hit', { method: 'POST', mode: 'no-cors' });`
      : '';
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${server.origin}/reference.html`);
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('math is laid out at build time', async () => {
  assert.match(built('reference.html'), /class="katex"/);
  const { width } = (await page.locator('.katex .mfrac').first().boundingBox())!;
  assert.ok(width > 10);
});

test('a diagram is an image, drawn at build time', async () => {
  const image = page.locator('img[alt="From authorized to refunded"]');
  await image.scrollIntoViewIfNeeded();
  assert.ok(await image.evaluate((element: HTMLImageElement) => element.naturalWidth > 100));
});

test('an island of React comes to life', async () => {
  const button = page.getByRole('button', { name: 'Kittens: 41' });
  await button.scrollIntoViewIfNeeded();
  await page.locator('astro-island:not([ssr])').waitFor();
  await button.click();
  await page.getByRole('button', { name: 'Kittens: 42' }).waitFor();
});

test('an island is built for production, and names no folder of this machine', () => {
  const files = readdirSync(path.join(dir, 'dist/_astro')).filter((file) => file.endsWith('.js'));
  assert.ok(files.some((file) => file.startsWith('Counter.')));
  for (const file of files) {
    const script = built(`_astro/${file}`);
    assert.doesNotMatch(script, /jsxDEV|not wrapped in act/, file);
    assert.ok(!script.includes(dir), file);
  }
});

test('an owner’s grammar and alias colour their fences', () => {
  const html = built('reference.html');
  assert.match(html, /<(\w+)[^>]*>purr<\/\1>/);
  assert.match(html, /<(\w+)[^>]*>curl<\/\1>/);
});

test('banner, links, title and font are those of the config', async () => {
  assert.equal(await page.title(), 'Reference · Acme API');
  await page.getByText('Version 1 ends in December.').waitFor();
  await page.locator('.bar-links').getByRole('link', { name: 'Dashboard' }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => true));
  assert.ok(await page.evaluate(() => document.fonts.check('1rem "Site text"')));
  assert.equal(existsSync(path.join(dir, 'dist/drafts')), false);
});

test('analytics may load, and send', () => {
  assert.deepEqual(asked, ['https://stats.example.com/script.js', 'https://stats.example.com/hit']);
});

test('a landing page has no panes', async () => {
  await page.goto(`${server.origin}/`);
  assert.equal(await page.locator('.sidebar').count(), 0);
  const { x, width } = (await page.locator('h1').boundingBox())!;
  const { width: whole } = page.viewportSize()!;
  assert.ok(Math.abs(x + width / 2 - whole / 2) < whole / 4, 'the text stands in the middle');
  // The footer leads to the next document, too.
  await page.getByRole('link', { name: 'reference' }).first().click();
  await page.waitForURL('**/reference.html');
});

test('the same site is built where the project may not be written, and another names its packages', async () => {
  const call = { cwd: path.join(dir, 'docs'), env: { PHYLLITE_CACHE: path.join(dir, 'caches') } };
  for (const name of ['content', 'mermaid.ts', 'acme.tmLanguage.json', 'phyllite.config.ts'])
    cpSync(path.join(dir, name), path.join(call.cwd, name), { recursive: true });
  writeFileSync(path.join(call.cwd, 'package.json'), '{}');
  mkdirSync(path.join(call.cwd, 'node_modules'));
  const { status, stderr, stdout } = await runPhyllite(['build'], call);
  assert.equal(status, 0, stderr + stdout);
  const apart = readFileSync(path.join(call.cwd, 'dist/reference.html'), 'utf8');
  // Astro names an island after the path of its file.
  const [one, other] = [apart, built('reference.html')].map((html) =>
    html.replace(/ uid="\w+"/, ''),
  );
  assert.equal(one, other);
});

test('the policy blocks nothing of it', () => assert.deepEqual(violations, []));
