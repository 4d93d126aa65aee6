/** The guide's recipe for nginx answers `Accept: text/markdown`. Skipped where nginx is not installed. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { project } from '../phyllite.ts';

const nginx = ['nginx', '/usr/sbin/nginx'].find(
  (command) => spawnSync(command, ['-v']).status === 0,
);
const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-nginx-'));
let server: ChildProcess | undefined;
after(() => {
  server?.kill();
  rmSync(dir, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test('a page as Markdown', { skip: !nginx && 'nginx is not installed' }, async () => {
  const files = {
    'index.html': 'start',
    'index.md': '# Start',
    'guide.html': 'guide',
    'guide.md': '# Guide',
    'v1/index.html': 'v1',
    'v1/index.md': '# V1',
    'md/index/get.md': '# Get',
    'logo.svg': '<svg/>',
    '404.html': 'missing',
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, 'srv', file)), { recursive: true });
    writeFileSync(path.join(dir, 'srv', file), content);
  }
  const guide = readFileSync(path.join(project, 'content/guide/for-agents.mdx'), 'utf8');
  const port = await freePort();
  const recipe = /```nginx .*\n([^]*?)```/
    .exec(guide.replaceAll('\r\n', '\n'))![1]!
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/srv/docs', path.join(dir, 'srv'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${dir}/${name};`)
    .join(' ');
  const config = path.join(dir, 'nginx.conf');
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${dir}/pid; events {}
http { access_log off; ${temporary} types { text/html html; image/svg+xml svg; }
${recipe} }`,
  );
  server = spawn(nginx!, ['-c', config, '-e', path.join(dir, 'errors')], { stdio: 'inherit' });
  const ask = async (url: string, accept: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers: { accept } });
    const { headers, status } = answer;
    return `${status} ${headers.get('content-type')} ${headers.get('vary')} ${await answer.text()}`;
  };
  for (let tries = 0; tries < 50; tries++) {
    const isUp = await ask('/', '*/*').then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await wait(100);
  }
  const [html, markdown] = [
    'text/html; charset=utf-8 Accept',
    'text/markdown; charset=utf-8 Accept',
  ];
  for (const [url, accept, answer] of [
    ['/', 'text/markdown', `200 ${markdown} # Start`],
    ['/guide.html', 'text/markdown, */*', `200 ${markdown} # Guide`],
    ['/guide', 'text/markdown', `200 ${markdown} # Guide`],
    ['/v1/', 'text/markdown', `200 ${markdown} # V1`],
    ['/md/index/get.md', 'text/markdown', `200 ${markdown} # Get`],
    ['/md/index/get', '*/*', `200 ${markdown} # Get`],
    ['/logo.svg', 'text/markdown', '200 image/svg+xml Accept <svg/>'],
    ['/', 'text/html,*/*;q=0.8', `200 ${html} start`],
    ['/guide', '*/*', `200 ${html} guide`],
    ['/v1/', '*/*', `200 ${html} v1`],
  ])
    assert.equal(await ask(url!, accept!), answer, `${url} ${accept}`);
  assert.match(await ask('/nowhere', 'text/markdown'), /^404 text\/html.* missing$/);
});
