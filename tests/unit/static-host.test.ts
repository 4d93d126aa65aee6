/** What `preview` answers, and that nothing it meets ends it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve, type Served } from '../serve.ts';

const room = fs.mkdtempSync(path.join(os.tmpdir(), 'phyllite-host-'));
const site = path.join(room, 'site');
let host: Served;

before(async () => {
  const files = {
    'index.html': 'start',
    '404.html': 'missing',
    'guide.html': 'guide',
    'v1/index.html': 'v1',
    'a #b.txt': 'hash',
    'logo.svg': '<svg/>',
    'pagefind/x.pf_meta': 'x',
  };
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    fs.writeFileSync(path.join(site, file), content);
  }
  fs.writeFileSync(path.join(room, 'secret.txt'), 'secret');
  host = await serve(site, '/docs/');
});
after(async () => {
  await host.close();
  fs.rmSync(room, { recursive: true });
});

/** `200 type body` or `302 location`, with the path sent to the letter. */
const ask = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(`${host.origin}/`, { path: url }, (response) => {
      let body = '';
      response.on('data', (part) => (body += part));
      response.on('end', () => {
        const { location, 'content-type': type } = response.headers;
        resolve(`${response.statusCode} ${location ?? `${type} ${body}`}`);
      });
    })
      .on('error', reject)
      .end();
  });

test('files, folders, pages without their ending, and what is not there', async () => {
  const html = 'text/html; charset=utf-8';
  for (const [url, answer] of [
    ['/docs/', `200 ${html} start`],
    ['/docs', '302 /docs/'],
    ['/docs?x', '302 /docs/?x'],
    ['/docs/guide', `200 ${html} guide`],
    ['/docs/guide.html?q=a', `200 ${html} guide`],
    ['/docs/v1/', `200 ${html} v1`],
    ['/docs/v1?x=1', '302 /docs/v1/?x=1'],
    ['/docs/a%20%23b.txt', '200 text/plain; charset=utf-8 hash'],
    ['/docs/logo.svg', '200 image/svg+xml <svg/>'],
    ['/docs/pagefind/x.pf_meta', '200 application/octet-stream x'],
    ['/docs/nowhere', `404 ${html} missing`],
    ['/other', `404 ${html} missing`],
    ['/docs/%', `404 ${html} missing`],
    ['/docs/%00', `404 ${html} missing`],
    ['/docs/../../secret.txt', `404 ${html} missing`],
    ['/docs/%2e%2e%2fsecret.txt', `404 ${html} missing`],
  ])
    assert.equal(await ask(url!), answer, url);
});

test('a file that cannot be opened, and a folder that is replaced, end nothing', async () => {
  const closed = path.join(site, 'closed.html');
  fs.symlinkSync(closed, closed);
  assert.match(await ask('/docs/closed'), /^404 /);
  fs.renameSync(site, `${site}-old`);
  assert.match(await ask('/docs/guide'), /^404 text\/plain/);
  fs.renameSync(`${site}-old`, site);
  assert.match(await ask('/docs/guide'), /^200 /);
});
