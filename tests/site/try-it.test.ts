/** "Try it" in a browser: what is filled in arrives, and every kind of answer is shown. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright';
import { launch } from '../browser.ts';
import { isClean } from './axe-of.ts';
import { answerServer, type AnswerServer } from './answer-server.ts';
import { publish, type Published } from './published.ts';
import { until } from './wait.ts';

const description = (server: string) => `openapi: 3.1.0
info: {title: "Kittens <b>", version: "1"}
servers: [{url: "${server}"}, {url: "${server}/{version}", variables: {version: {default: v2, enum: [v2, v3]}}}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
security: [{key: []}, {token: []}, {}]
paths:
${[
  ...['refused', 'slow', 'cut', 'large', 'endless', 'stream', 'empty', 'moved', 'forbidden'],
  ...['invalid', 'zipped', 'image', 'binary', 'hostile'],
]
  .map((name) => `  /${name}: {get: {operationId: ${name}, security: [], responses: {}}}`)
  .join('\n')}
  /echo/{id}:
    post:
      operationId: echo
      parameters:
        - {in: path, name: id, required: true, schema: {type: integer, minimum: 1}, example: 7}
        - {in: query, name: tag, schema: {type: array, items: {type: string}}}
        - {in: query, name: "<script>", schema: {type: string}}
        - {in: header, name: X-Trace, schema: {type: string, enum: [on, off]}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                id: {type: integer, readOnly: true}
                name: {type: string, example: Mia}
                age: {type: integer}
                address: {type: object, properties: {city: {type: string}}}
      responses: {"200": {description: ok}}
  /echo/form:
    put:
      operationId: form
      security: []
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {a: {type: string}, b: {type: string}}}
      responses: {}
  /echo/upload:
    post:
      operationId: upload
      security: []
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {title: {type: string}, photo: {type: string, format: binary}}}
      responses: {}
  /echo/raw:
    post:
      operationId: raw
      security: []
      requestBody: {content: {application/octet-stream: {}}}
      responses: {}
`;

let browser: Browser, site: Published, server: AnswerServer;
before(async () => {
  server = await answerServer();
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
  mkdirSync(path.join(dir, 'hand'));
  writeFileSync(path.join(dir, 'openapi.yaml'), description(server.origin));
  writeFileSync(
    path.join(dir, 'index.mdx'),
    '---\ntitle: Kittens\nopenapi: ./openapi.yaml\ntry_it: true\nlanguage_tabs: [shell, python]\n---\n',
  );
  writeFileSync(
    path.join(dir, 'hand/index.mdx'),
    `---\ntitle: By hand\ntry_it: {server: "${server.origin}", auth: bearer, confirm: true}\n---\n
# Kittens\n\n## Add\n\n\`POST /echo/{owner}\`\n
| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |
| \`name\` | string | yes | Its name. |\n| \`age\` | integer | no | Months. |\n`,
  );
  writeFileSync(path.join(dir, 'plain.mdx'), '---\ntitle: Plain\n---\n\n# Plain\n\n`GET /x`\n');
  [site, browser] = await Promise.all([publish(dir), launch()]);
});
after(async () => {
  await browser?.close();
  site?.close();
  server?.close();
});

/** Opens a page that must break neither its policy nor itself. */
async function open(address = '', width = 1440): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('pageerror', (error) => assert.fail(error));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) assert.fail(message.text());
  });
  await page.goto(site.url + address);
  return page;
}

/** Presses "Try it" of the operation with this path. */
async function form(page: Page, name: string): Promise<Locator> {
  await page
    .locator('.endpoint', { hasText: name })
    .getByRole('button', { name: 'Try it' })
    .click();
  const opened = page.locator(`form.try-it[aria-label$="${name}"]`);
  await opened.waitFor();
  return opened;
}

async function sent(page: Page, name: string): Promise<Locator> {
  const opened = await form(page, name);
  await opened.getByRole('button', { name: 'Send' }).click();
  return opened;
}

const shows = (where: Locator, text: string | RegExp) =>
  until(
    () => where.innerText(),
    (all) => (typeof text === 'string' ? all.includes(text) : text.test(all)),
    `shows ${text}`,
  );

const arrival = (url: string) =>
  until(
    () => server.arrived.findLast((one) => one.url.startsWith(url)),
    (one) => one !== undefined,
    `${url} arrives`,
  ).then((one) => one!);

test('what is typed arrives, and the samples follow it', async () => {
  const page = await open();
  const opened = await form(page, '/echo/{id}');
  const id = opened.getByLabel(/^id/);
  assert.equal(await id.inputValue(), '7');
  assert.equal(await opened.getByLabel(/^name/).inputValue(), 'Mia');
  await id.fill('x');
  await opened.getByRole('button', { name: 'Send' }).click();
  await shows(opened, 'Enter a number');
  assert.equal(
    await page.evaluate(() => document.activeElement!.getAttribute('aria-invalid')),
    'true',
  );
  await id.fill('12');
  await opened.getByLabel(/^X-Key/).fill('s3cret');
  await opened.getByLabel(/^tag/).fill('a b\nc&d');
  await opened.getByLabel(/^address/).fill('{"city": }');
  await opened.getByRole('button', { name: 'Send' }).click();
  await shows(opened, 'not valid JSON');
  await opened.getByLabel(/^address/).fill('{"city": "Bergen"}');
  const sample = page.locator('.sample[data-language="shell"]', { hasText: 'echo' }).first();
  await until(
    () => sample.locator('pre').textContent(),
    (text) => /echo\/12\?tag=a%20b&tag=c%26d/.test(text ?? '') && /Bergen/.test(text ?? ''),
    'the sample follows',
  );
  await opened.getByRole('button', { name: 'Send' }).click();
  await shows(opened, '200');
  const one = await arrival('/echo/12');
  assert.equal(one.url, '/echo/12?tag=a%20b&tag=c%26d');
  assert.equal(one.headers['x-key'], 's3cret');
  assert.equal(
    one.body.toString(),
    '{\n  "name": "Mia",\n  "age": 1,\n  "address": {"city": "Bergen"}\n}',
  );
  // Numbers are shown to the letter, secrets not at all.
  await shows(opened, '12345678901234');
  assert.doesNotMatch((await page.content()).replace(/value="[^"]*"/g, ''), /s3cret/);
  await page.close();
});

test('forms, files and bytes arrive as they are', async () => {
  const page = await open();
  const put = await form(page, '/echo/form');
  await put.getByLabel(/^a/).fill('1 & 2');
  await put.getByLabel(/^b/).fill('');
  await put.getByRole('button', { name: 'Send' }).click();
  assert.equal((await arrival('/echo/form')).body.toString(), 'a=1+%26+2');
  const upload = await form(page, '/echo/upload');
  await upload.getByLabel(/^title/).fill('Mia');
  const photo = { name: 'mia.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 0, 255]) };
  await upload.getByLabel(/^photo/).setInputFiles(photo);
  await upload.getByRole('button', { name: 'Send' }).click();
  const { body, headers } = await arrival('/echo/upload');
  assert.match(headers['content-type']!, /^multipart\/form-data; boundary=/);
  const text = body.toString('latin1');
  assert.match(text, /name="title"\r\n\r\nMia\r\n/);
  assert.match(text, /name="photo"; filename="mia.png"\r\n.*\r\n\r\n\x01\x02\x00\xff\r\n/);
  const raw = await form(page, '/echo/raw');
  await raw.getByLabel(/^Body/).setInputFiles(photo);
  await raw.getByRole('button', { name: 'Send' }).click();
  assert.deepEqual([...(await arrival('/echo/raw')).body], [1, 2, 0, 255]);
  await page.close();
});

for (const [name, text] of [
  ['empty', /204[\s\S]*No body/],
  ['moved', /200[\s\S]*Redirected to/],
  ['forbidden', /401[\s\S]*no key/],
  ['invalid', /422[\s\S]*errors/],
  ['zipped', /"zipped": true/],
  ['binary', /4 B[\s\S]*Download/],
  ['large', /10\.0 MB[\s\S]*Only the beginning/],
  ['cut', /half of it|broke off/],
  ['refused', /No response[\s\S]*Access-Control-Allow-Origin: http:\/\/127/],
  ['hostile', /<script>globalThis\.pwned=1<\/script>/],
] as const)
  test(`an answer: ${name}`, async () => {
    const page = await open();
    const opened = await sent(page, `/${name}`);
    await shows(opened.locator('.try-result'), text);
    assert.equal(await page.evaluate(() => 'pwned' in globalThis), false);
    await page.close();
  });

test('an answer that never ends is stopped, and the page goes on', async () => {
  const page = await open();
  const opened = await sent(page, '/endless');
  await shows(opened.locator('.try-result'), /too large and was stopped/);
  await opened.getByRole('button', { name: 'Send' }).waitFor();
  await page.close();
});

test('a file that is too large is not read', async () => {
  const page = await open();
  const opened = await form(page, '/echo/raw');
  const field = opened.getByLabel(/^Body/);
  await field.setInputFiles({ name: 'a', mimeType: 'a/b', buffer: Buffer.from('a') });
  await field.evaluate((input) => {
    const [file] = (input as HTMLInputElement).files!;
    Object.defineProperty(file, 'size', { value: 600 * 1024 * 1024 });
  });
  await opened.getByRole('button', { name: 'Send' }).click();
  await shows(opened, 'The file is larger than 512 MB');
  await page.close();
});

test('an image is shown', async () => {
  const page = await open();
  const image = (await sent(page, '/image')).locator('img');
  await until(
    () => image.evaluate((one) => (one as HTMLImageElement).naturalWidth),
    (width) => width === 1,
    'the image is there',
  );
  await page.close();
});

for (const [name, text] of [
  ['slow', 'Stopped'],
  ['stream', /data: 3[\s\S]*|Stopped/],
] as const)
  test(`an answer without end is stopped: ${name}`, async () => {
    const page = await open();
    const opened = await sent(page, `/${name}`);
    if (name === 'stream') await shows(opened, 'data: 3');
    await opened.getByRole('button', { name: 'Stop' }).click();
    await shows(opened.locator('.try-result'), text);
    await page.close();
  });

test('by hand: a table and a server are enough; what changes something asks first', async () => {
  const page = await open('hand/');
  const opened = await form(page, '/echo/{owner}');
  await opened.getByLabel(/^bearer/).fill('t0ken');
  await opened.getByLabel(/^owner/).fill('a/b');
  await opened.getByLabel(/^name/).fill('Mia');
  await opened.getByRole('button', { name: 'Send' }).click();
  const dialog = page.getByRole('dialog');
  await shows(dialog, 'This request changes data');
  await dialog.getByRole('button', { name: 'Send' }).click();
  const one = await arrival('/echo/a%2Fb');
  assert.equal(one.headers.authorization, 'Bearer t0ken');
  assert.equal(one.body.toString(), '{\n  "name": "Mia"\n}');
  await page.close();
});

for (const width of [1440, 390])
  test(`axe at ${width} px, light and dark, with a form and its answer`, async () => {
    const page = await browser.newPage({
      ...{ viewport: { width, height: 900 }, colorScheme: 'light', bypassCSP: true },
      reducedMotion: 'reduce',
    });
    await page.goto(site.url);
    const opened = await sent(page, '/echo/{id}');
    await opened.getByLabel(/^X-Key/).fill('x');
    await opened.getByRole('button', { name: 'Send' }).click();
    await shows(opened, '200');
    await isClean(page, `${width} px`, 'form.try-it', '.endpoint');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });

test('the script is small, and no page without it names its servers', () => {
  const sizeOf = (pattern: RegExp) =>
    readdirSync(path.join(site.dir, '_astro'))
      .filter((name) => pattern.test(name))
      .map((name) => readFileSync(path.join(site.dir, '_astro', name)))
      .reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).byteLength, 0);
  const all = sizeOf(/^try-it.*\.js$/);
  assert.ok(all <= 12_000, `${all} bytes in all`);
  const html = (name: string) => readFileSync(path.join(site.dir, name), 'utf8');
  assert.match(html('index.html'), new RegExp(`connect-src 'self' ${server.origin}`));
  assert.doesNotMatch(html('plain.html'), /UI-try-it|127\.0\.0\.1/);
});

test('a site without it holds no file of it', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
  writeFileSync(path.join(dir, 'index.mdx'), '---\ntitle: Plain\n---\n\n# Plain\n\n`GET /x`\n');
  const plain = await publish(dir);
  const files = readdirSync(plain.dir, { recursive: true }).filter((name) =>
    /try-?it/i.test(`${name}`),
  );
  plain.close();
  assert.deepEqual(files, []);
});

test('without script there is no button', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  assert.equal(await page.getByText('Try it').count(), 0);
  await context.close();
});
