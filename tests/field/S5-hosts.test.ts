/** S5: dev and preview answer this machine alone, under its own names. S6: what hosts and links must say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { project } from '../phyllite.ts';
import { build, byTag, folder, isBuilt, page, write } from './site.ts';
import { Server } from './server.ts';

const content = { 'index.html.md': page('title: A', '# Secret text') };
const foreign = Object.values(networkInterfaces())
  .flat()
  .find((each) => each && !each.internal && each.family === 'IPv4')?.address;

const opens = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port, timeout: 2000 }, () => {
      socket.destroy();
      resolve(true);
    });
    socket
      .on('error', () => resolve(false))
      .on('timeout', () => {
        socket.destroy();
        resolve(false);
      });
  });

async function started(command: 'dev' | 'preview', args: string[] = []): Promise<Server> {
  if (command === 'preview')
    return new Server().start(['preview', '--out', (await build(content)).out, ...args]);
  const root = folder();
  write(root, content);
  return new Server().start(['dev', root, ...args]);
}

describe('S5', { concurrency: 2 }, () => {
  for (const command of ['dev', 'preview'] as const)
    describe(command, () => {
      let server: Server;
      before(async () => {
        server = await started(command);
      });
      after(() => server?.stop());

      test(`S5 ${command} checks the Host before anything is served`, async () => {
        for (const host of ['localhost', '127.0.0.1', '[::1]', 'docs.localhost'].map(
          (name) => `${name}:${server.port}`,
        )) {
          const { status } = await server.ask('/', { Host: host });
          assert.equal(status, 200, host);
        }
        for (const host of [
          'evil.test',
          `evil.test:${server.port}`,
          'localhost.evil.test',
          '127.0.0.1.evil.test',
          'evil.test#localhost',
          'localhost@evil.test',
          '',
        ]) {
          for (const url of [
            '/',
            '/index.md',
            '/llms.txt',
            '/reference.json',
            '/nowhere',
            '/%E0%A4%A',
            '/@vite/client',
            '/@fs/etc/passwd',
            '/icon.svg',
          ]) {
            const { status, text } = await server.ask(url, { Host: host });
            assert.ok(
              status >= 400 && status < 500 && !/Secret text|root:|createHotContext/.test(text),
              `${host}${url}: ${status} ${text.slice(0, 200)}`,
            );
          }
        }
      });

      test(`S5 ${command} listens on this machine alone`, {
        skip: !foreign && 'no other interface',
      }, async () => {
        assert.equal(await opens(foreign!, server.port), false, 'open to the network');
        assert.equal(await opens('127.0.0.1', server.port), true);
      });

      test(`S5 ${command} takes --host and --allowed-host`, async () => {
        const server = await started(command, [
          '--host',
          '127.0.0.1',
          '--allowed-host',
          'docs.test',
          '--allowed-host',
          'b.test',
        ]);
        try {
          assert.equal((await server.ask('/', { Host: 'docs.test' })).status, 200);
          assert.equal((await server.ask('/', { Host: `b.test:${server.port}` })).status, 200);
          assert.ok((await server.ask('/', { Host: 'evil.test' })).status >= 400);
        } finally {
          await server.stop();
        }
      });
    });
});

describe('S6', { concurrency: 2 }, () => {
  test('S6 a link into a new tab never has an opener', async () => {
    const links = [
      'rel=opener',
      'rel="opener nofollow"',
      'rel="OPENER"',
      '',
      'rel="noopener opener"',
    ].map((rel, index) => `<a href="https://x.test/${index}" target=_blank ${rel}>x${index}</a>`);
    const more = [
      '<a href="https://x.test/9" target="other" rel=opener>x</a>',
      '<form action="https://x.test" target=_blank rel=opener><button>x</button></form>',
      '<area href="https://x.test/8" target=_blank rel=opener>',
    ];
    const built = await build({
      'index.html.md': page(
        'title: A\nraw_html: false',
        `# A\n\n${[...links, ...more].join('\n\n')}`,
      ),
    });
    isBuilt(built);
    for (const { properties } of built.elements('index.html', byTag('a', 'area', 'form')))
      assert.ok(
        ![properties.rel].flat().some((each) => String(each).toLowerCase() === 'opener'),
        JSON.stringify(properties),
      );
    const opening = built
      .elements('index.html', byTag('a'))
      .filter(({ properties }) => properties.target === '_blank');
    for (const { properties } of opening)
      assert.ok([properties.rel].flat().includes('noopener'), JSON.stringify(properties));
  });

  test('S6 _headers says what a page may not say itself', async () => {
    const built = await build(content);
    const headers = built.read('_headers');
    for (const name of ['X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy'])
      assert.match(headers, new RegExp(`^\\s+${name}:`, 'm'));
    assert.match(headers, /frame-ancestors|X-Frame-Options/);
  });

  test('S6 the recipe for nginx says the same, and sends /docs to /docs/', () => {
    const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
    const recipe = /\*\*nginx\*\*([\s\S]*?)\n- \*\*/.exec(readme)![1]!;
    for (const name of [
      'frame-ancestors',
      'Referrer-Policy',
      'X-Content-Type-Options',
      'Permissions-Policy',
    ])
      assert.match(recipe, new RegExp(name));
    assert.match(recipe, /location = \/docs\b/);
  });

  test('S6 actions are pinned by digest', () => {
    const dir = path.join(project, '.github/workflows');
    for (const file of readdirSync(dir))
      for (const [line] of readFileSync(path.join(dir, file), 'utf8').matchAll(/uses: .*/g))
        assert.match(line, /@[0-9a-f]{40}\b/, file);
  });
});
