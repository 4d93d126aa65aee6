/** The form of "try it": styles of parameters, files, cookies, servers; by keyboard, on paper, right to left. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright';
import { launch } from '../browser.ts';
import { answerServer, type AnswerServer, type Arrived } from './answer-server.ts';
import { publish, type Published } from './published.ts';
import { until } from './wait.ts';

const description = (server: string) => `openapi: 3.2.0
info: {title: Styles, version: "1"}
servers: [{url: "${server}/{region}/{version}", variables: {region: {default: eu, enum: [eu, us]}, version: {default: v2}}}]
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    login: {type: oauth2, flows: {}}
    query: {type: apiKey, in: query, name: api_key}
    cookie: {type: apiKey, in: cookie, name: sid}
paths:
  /styles/{label}{matrix}/{list}:
    get:
      operationId: styles
      parameters:
        - {in: path, name: label, required: true, style: label, explode: true, schema: {type: array, items: {type: string}}}
        - {in: path, name: matrix, required: true, style: matrix, schema: {type: object}}
        - {in: path, name: list, required: true, schema: {type: array, items: {type: integer}}}
        - {in: query, name: deep, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}
        - {in: query, name: pipes, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {in: query, name: spaces, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {in: query, name: reserved, allowReserved: true, schema: {type: string}}
        - {in: query, name: json, content: {application/json: {schema: {type: object}}}}
        - {in: header, name: X-Map, explode: true, schema: {type: object}}
        - {in: header, name: Date, schema: {type: string}}
        - {in: cookie, name: session, schema: {type: string}}
      responses: {}
  /whole:
    get:
      operationId: whole
      parameters:
        - {in: querystring, name: q, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
      responses: {}
  /files:
    post:
      operationId: files
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                photos: {type: array, items: {type: string, format: binary}}
                tags: {type: array, items: {type: string}}
                meta: {type: object, properties: {a: {type: integer}}}
      responses: {}
${['basic', 'login', 'query', 'cookie']
  .map(
    (name) => `  /${name}: {get: {operationId: ${name}, security: [{${name}: []}], responses: {}}}`,
  )
  .join('\n')}
`;

let browser: Browser, site: Published, server: AnswerServer;
before(async () => {
  server = await answerServer();
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
  const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text);
  write('openapi.yaml', description(server.origin));
  write(
    'index.mdx',
    '---\ntitle: Styles\nopenapi: ./openapi.yaml\ntry_it: true\nlanguage_tabs: [shell]\n---\n',
  );
  write(
    'slate.html.md',
    `---\ntitle: Slate\nlanguage_tabs: [shell]\ntry_it: {server: "${server.origin}"}\n---\n
# Kittens\n\n## Get one\n\n### HTTP Request\n\n\`GET http://example.com/echo/<ID>\`\n
### Query Parameters\n\nParameter | Default | Description\n--------- | ------- | -----------
include_cats | false | Cats too.\navailable | true | Only those.\n`,
  );
  write(
    'hand.mdx',
    `---\ntitle: Hand\nlanguage_tabs: [shell, python]\ntry_it: {server: "${server.origin}"}\n---\n
# Hand\n\n## Add\n\n<Endpoint method="POST" path="/echo/{owner}" />\n
\`\`\`http samples\nPOST ${server.origin}/echo/{owner}\nContent-Type: application/json\n
{"name": "Mia"}\n\`\`\`\n
| Parameter | Type | In | Description |\n| --- | --- | --- | --- |
| \`name\` | string | body | Its name. |\n| \`limit\` | integer | query | Some. |\n`,
  );
  write(
    'mixed.mdx',
    '---\ntitle: Mixed\ntry_it: {server: "http://api.example.com"}\n---\n\n# M\n\n## S\n\n`GET /x`\n\n' +
      '| Parameter | Type | Description |\n| --- | --- | --- |\n| `a` | string | A. |\n',
  );
  write(
    'rtl.mdx',
    '---\ntitle: Right\nlang: ar\ntry_it: {server: /api}\n---\n\n# R\n\n## S\n\n`GET /x`\n\n' +
      '| Parameter | Type | Description |\n| --- | --- | --- |\n| `a` | string | A. |\n',
  );
  [site, browser] = await Promise.all([publish(dir), launch()]);
});
after(async () => {
  await browser?.close();
  site?.close();
  server?.close();
});

async function open(address = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(site.url + address);
  return page;
}

async function form(page: Page, endpoint: string): Promise<Locator> {
  await page.locator('.endpoint', { hasText: endpoint }).locator('.try-button').click();
  const opened = page.locator('.endpoint', { hasText: endpoint }).locator('+ form.try-it');
  await opened.waitFor();
  return opened;
}

async function arrival(opened: Locator, part: string): Promise<Arrived> {
  const before = server.arrived.length;
  await opened.locator('.try-send').click();
  await until(
    () => server.arrived.length,
    (length) => length > before,
    `${part} arrives`,
  );
  const one = server.arrived.at(-1)!;
  assert.ok(one.url.includes(part), one.url);
  return one;
}

const run = promisify(execFile);

const shown = (opened: Locator, text: string) =>
  until(
    () => opened.innerText(),
    (all) => all.includes(text),
    text,
  );

const fill = async (opened: Locator, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values))
    await opened.getByLabel(new RegExp(`^${name}\\b`)).fill(value);
};

test('each style arrives as OpenAPI has it, and the sample says the same', async () => {
  const page = await open();
  const opened = await form(page, '/styles/');
  await fill(opened, {
    label: 'a\nb/c',
    matrix: '{"k": "v w", "n": 1}',
    list: '[1, 2]',
    deep: '{"a": {"b": ["x", "y z"]}}',
    pipes: 'p\nq|r',
    spaces: 's t\nu',
    reserved: '/a?b=c&d',
    json: '{"a": [1]}',
    'X-Map': '{"a": 1, "b": "c"}',
  });
  const { url, headers } = await arrival(opened, '/styles/');
  const target =
    '/eu/v2/styles/.a.b%2Fc;matrix=k,v%20w,n,1/1,2?deep%5Ba%5D%5Bb%5D=x&deep%5Ba%5D%5Bb%5D=y%20z' +
    '&pipes=p%7Cq%7Cr&spaces=s%20t%20u&reserved=/a?b=c%26d&json=%7B%22a%22%3A%20%5B1%5D%7D';
  assert.equal(url, target);
  assert.equal(headers['x-map'], 'a=1,b=c');
  const sample = await page.locator('pre[data-holes]').first().textContent();
  assert.ok(sample!.includes(`'${server.origin}${target}'`), sample!);
  assert.ok(sample!.includes("'X-Map: a=1,b=c'"), sample!);
  await page.close();
});

test('a list or an object without entries is nothing', async () => {
  const page = await open();
  const opened = await form(page, '/styles/');
  await fill(opened, { label: '[]', matrix: '{}', list: '1' });
  await opened.locator('.try-send').click();
  assert.deepEqual(await opened.locator('.try-error:not(:empty)').allTextContents(), [
    'Enter a value',
    'Enter a value',
  ]);
  assert.match(
    (await page.evaluate(() => document.activeElement!.getAttribute('aria-describedby')))!,
    /^UI-try-\d+-error$/,
  );
  await page.close();
});

test('a whole query; a server’s variables', async () => {
  const page = await open();
  const opened = await form(page, '/whole');
  await fill(opened, { q: '{"a": "1 2", "b[]": ["x&y"]}' });
  await opened.getByLabel(/^region/).selectOption('us');
  await opened.getByLabel(/^version/).fill('v3');
  assert.equal(await opened.locator('.try-server').textContent(), `${server.origin}/us/v3`);
  const { url } = await arrival(opened, '/whole');
  assert.equal(url, '/us/v3/whole?a=1+2&b%5B%5D=%5B%22x%26y%22%5D');
  await page.close();
});

test('several files, a list and JSON as parts', async () => {
  const page = await open();
  const opened = await form(page, '/files');
  const file = (name: string, ...bytes: number[]) => ({
    ...{ name, mimeType: 'text/plain' },
    buffer: Buffer.from(bytes),
  });
  await opened.getByLabel(/^photos/).setInputFiles([file('a.txt', 0, 255), file('b.txt', 13, 10)]);
  await fill(opened, { tags: 'x\ny', meta: '{"a": 1}' });
  const { body } = await arrival(opened, '/files');
  const text = body.toString('latin1').replace(/^-+\w+(-*)\r\n/gm, '--B$1\r\n');
  const part = (head: string, content: string) =>
    `--B\r\nContent-Disposition: form-data; name=${head}\r\n\r\n${content}\r\n`;
  const bin = (name: string) => `"photos"; filename="${name}"\r\nContent-Type: text/plain`;
  assert.equal(
    text,
    part(bin('a.txt'), '\0\xff') +
      part(bin('b.txt'), '\r\n') +
      part('"tags"', 'x') +
      part('"tags"', 'y') +
      part('"meta"\r\nContent-Type: application/json', '{"a": 1}') +
      '--B--\r\n',
  );
  await page.close();
});

test('keys, passwords and tokens go where their schemes say; cookies cannot', async () => {
  const page = await open();
  const basic = await form(page, '/basic');
  await basic.getByLabel(/user name/).fill('ädä');
  await basic.getByLabel(/password/).fill('a:b');
  const { authorization } = (await arrival(basic, '/basic')).headers;
  assert.equal(authorization, `Basic ${Buffer.from('ädä:a:b').toString('base64')}`);
  const login = await form(page, '/login');
  await login.getByLabel(/^login/).fill('Bearer t0k');
  assert.equal((await arrival(login, '/login')).headers.authorization, 'Bearer t0k');
  const query = await form(page, '/query');
  await query.getByLabel(/^api_key/).fill('a&b');
  assert.equal((await arrival(query, '/query')).url, '/eu/v2/query?api_key=a%26b');
  await query.locator('.try-fold').last().click();
  assert.match((await query.locator('.try-result').textContent())!, /api_key=••••••/);
  const cookie = await form(page, '/cookie');
  assert.match((await cookie.textContent())!, /sid: A page cannot set cookies/);
  const styles = await form(page, '/styles/');
  for (const name of ['session', 'Date'])
    assert.match(
      (await styles.locator('.try-field', { hasText: name }).locator('.try-note').textContent())!,
      /cannot set|do not let/,
    );
  await page.close();
});

test('the command that is copied sends the same, keys and files too', {
  skip: spawnSync('curl', ['--version']).status ? 'curl is not at hand' : false,
}, async () => {
  const page = await open();
  await page.evaluate(() => {
    const write = (text: string) => {
      document.documentElement.dataset['copied'] = text;
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: write } });
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
  writeFileSync(path.join(folder, "it's.txt"), Buffer.from([0, 255]));
  for (const [endpoint, values] of [
    ['/basic', { 'basic: user name': "it's", 'basic: password': '$p' }],
    ['/files', { tags: 'it\'s; "x"\ny', meta: '{"a": "\'\\"; \\\\"}' }],
  ] as const) {
    const opened = await form(page, endpoint);
    for (const [name, value] of Object.entries(values))
      await opened.getByLabel(new RegExp(`^${name}`)).fill(value);
    if (endpoint === '/files')
      await opened.getByLabel(/^photos/).setInputFiles(path.join(folder, "it's.txt"));
    const sent = await arrival(opened, endpoint);
    await opened.locator('.try-status').waitFor();
    await opened.locator('.try-copy').click();
    await shown(opened, 'Copied');
    const command = (await page.getAttribute('html', 'data-copied'))!;
    await run('sh', ['-c', command.replace(/^curl/, 'curl --silent')], { cwd: folder });
    const curled = server.arrived.at(-1)!;
    assert.notEqual(curled, sent);
    const plain = ({ url, headers, body }: Arrived) => [
      url,
      headers.authorization,
      body.toString('latin1').replace(/^-+\w+(-*)\r\n/gm, '--B$1\r\n'),
    ];
    assert.deepEqual(plain(curled), plain(sent), command);
  }
  await page.close();
});

test('a page over TLS says why it reaches no server without it', async () => {
  const page = await browser.newPage();
  await page.route('https://docs.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: site.url + pathname.slice(1) }) });
  });
  await page.goto('https://docs.test/mixed.html');
  const opened = await form(page, '/x');
  await opened.locator('.try-send').click();
  await shown(opened, 'This page is secure and http://api.example.com is not');
  await page.close();
});

test('by keyboard: into the form, through it in order, and the button keeps its focus', async () => {
  const page = await open();
  await page.locator('.endpoint', { hasText: '/whole' }).locator('.try-button').focus();
  await page.keyboard.press('Enter');
  await page.locator('form.try-it').waitFor();
  const order: string[] = [];
  for (let step = 0; step < 5; step++) {
    order.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        const label = (at as HTMLInputElement).labels?.[0] ?? at!;
        return label.textContent!.trim().split(' ')[0]!;
      }),
    );
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(order, ['region', 'version', 'q', 'Send', 'Copy']);
  await page.locator('.try-send').focus();
  await page.keyboard.press('Enter');
  await page.locator('.try-status').waitFor();
  assert.equal(
    await page.evaluate(() => document.activeElement!.className),
    'try-send',
    'focus stays',
  );
  await page.close();
});

test('nothing of it on paper', async () => {
  const page = await open();
  await form(page, '/whole');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.try-it:visible, .try-button:visible').count(), 0);
  await page.close();
});

test('Slate Markdown: an endpoint and its table of parameters', async () => {
  const page = await open('slate.html');
  const opened = await form(page, '/echo/');
  await fill(opened, { ID: 'a b' });
  const { url } = await arrival(opened, '/echo/');
  assert.equal(url, '/echo/a%20b?include_cats=false&available=true');
  await page.close();
});

test('MDX: what is typed goes into the samples of a request, which keep their colours', async () => {
  const page = await open('hand.html');
  const opened = await form(page, '/echo/');
  await fill(opened, { owner: 'a/b', name: "Mi'a", limit: '5' });
  const code = page.locator('.sample[data-language="python"] pre');
  assert.match((await code.textContent())!, /\/echo\/a%2Fb[\s\S]*'name': 'Mi\\'a'/);
  assert.ok((await code.locator('code > *').count()) > 3, 'colours');
  const { url, body } = await arrival(opened, '/echo/');
  assert.equal(url, '/echo/a%2Fb?limit=5');
  assert.equal(body.toString(), '{\n  "name": "Mi\'a"\n}');
  await page.close();
});

test('right to left; a server without a host is the page’s own', async () => {
  const page = await open('rtl.html');
  const opened = await form(page, '/x');
  assert.equal(
    await opened.locator('.try-server').textContent(),
    `${new URL(site.url).origin}/api`,
  );
  const [label, input] = await Promise.all([
    opened.locator('.try-field label').boundingBox(),
    opened.locator('.try-field input').boundingBox(),
  ]);
  assert.ok(label!.x > input!.x, 'the label stands to the right');
  await opened.locator('.try-send').click();
  await opened.locator('.try-status').waitFor();
  assert.match((await opened.locator('.try-status').textContent())!, /404/);
  await page.close();
});
