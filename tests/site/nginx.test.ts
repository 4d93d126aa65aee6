/**
 * The README's recipe for nginx, at `/docs/` and at `/`, with a browser before it: pages, twins, what is not there, caching,
 * search; and no page that its own policy keeps anything from. Skipped where nginx is not installed (Debian: nginx-light).
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { builtSample } from '../sample.ts';
import { callPhyllite } from '../warm/calls.ts';

const nginx = ['nginx', '/usr/sbin/nginx'].find(
  (command) => spawnSync(command, ['-v']).status === 0,
);

/** The recipe as the README has it, for a site at `base` that lies in `dir` with its base. */
function recipe(base: string, dir: string): string {
  const readme = readFileSync(path.join(project, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  const lines = /- \*\*nginx\*\*\n\n((?: {6}.*\n|\n)+)/.exec(readme)?.[1];
  assert.ok(lines, 'the README has a recipe');
  const [sites, headers] = lines.split(/^ *# docs-headers\.conf.*\n/m);
  const included = `${dir}-headers.conf`;
  writeFileSync(included, headers!);
  return sites!
    .replaceAll('/etc/nginx/docs-headers.conf', included)
    .replaceAll('/docs/', base)
    .replaceAll('root /srv;', `root ${dir};`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('under nginx', { skip: !nginx && 'nginx is not installed' }, () => {
  let browser: Browser;
  const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-nginx-'));
  const servers: ChildProcess[] = [];
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) server.kill();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function built(dir: string, base: string): Promise<string> {
    const out = path.join(dir, 'out');
    const call = ['build', path.join(project, 'content'), '--out', out, '--base', base];
    const { status, stderr } = await callPhyllite(call);
    assert.equal(status, 0, stderr);
    return out;
  }

  /** @returns the site's URL */
  async function serve(base: string): Promise<string> {
    const dir = mkdtempSync(path.join(scratch, 'site-')),
      root = path.join(dir, 'srv');
    const out = base === '/' ? await builtSample() : await built(dir, base);
    mkdirSync(root);
    cpSync(out, path.join(root, base), { recursive: true });
    const port = await freePort(),
      config = path.join(dir, 'nginx.conf'),
      temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${dir}/${name};`)
        .join(' ');
    writeFileSync(
      config,
      `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${dir}/pid; error_log ${dir}/errors; events {}
http { access_log off; ${temporary}
types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }
server { listen 127.0.0.1:${port};
${recipe(base, root)} } }`,
    );
    servers.push(spawn(nginx!, ['-c', config, '-e', path.join(dir, 'errors')]));
    const url = `http://127.0.0.1:${port}${base}`;
    for (let tries = 0; ; tries++) {
      try {
        await fetch(url);
        return url;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  for (const base of ['/', '/docs/']) {
    test(`at ${base}`, async () => {
      const url = await serve(base);
      const cache = async (at: string) => (await fetch(url + at)).headers.get('cache-control');
      const html = await (await fetch(url)).text();
      assert.equal(await cache(''), 'public, max-age=0, must-revalidate');
      const script = /src="([^"]*_astro\/[^"]*\.js)"/.exec(html)![1]!;
      assert.ok(script.startsWith(base));
      assert.equal(await cache(script.slice(base.length)), 'public, max-age=31536000, immutable');
      assert.match(await (await fetch(`${url}guide.md`)).text(), /^# /m);
      // With the file's ending and without it.
      assert.deepEqual(
        [(await fetch(`${url}guide.html`)).status, (await fetch(`${url}guide`)).status],
        [200, 200],
      );
      const missing = await fetch(`${url}nowhere/at/all.html`);
      assert.equal(missing.status, 404);
      assert.match(
        await missing.text(),
        /role="combobox"/,
        'the page for what is not there has its search',
      );

      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const violations: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) violations.push(message.text());
      });
      page.on('pageerror', (error) => violations.push(error.message));
      for (const at of ['', 'guide.html', 'nowhere/at/all.html']) {
        await page.goto(url + at);
        await page.locator('input[type=search]').fill('query');
        const first = page.locator('[role=option]').first();
        await first.waitFor();
        await first.click();
        await page.waitForURL(/#/);
        assert.equal(new URL(page.url()).pathname.startsWith(base), true);
      }
      assert.deepEqual(violations, []);
      await page.close();
    });
  }
});
