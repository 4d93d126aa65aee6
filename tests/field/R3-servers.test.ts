/** R3: dev goes on whatever is done to the folder. R4: preview outlives its files; a build says what it cannot read. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { launch } from '../browser.ts';
import { copyProject } from './copy.ts';
import { runProcess } from './process.ts';
import { until } from '../site/wait.ts';
import {
  build,
  buildAt,
  bytesOf,
  filesOf,
  folder,
  isBuilt,
  isSaid,
  page,
  unmended,
  write,
} from './site.ts';
import { Server } from './server.ts';

const files = {
  'index.mdx': page('title: A\nincludes: [more]', '# A\n\nText of A.'),
  'includes/_more.mdx': '# More\n\nMore text.\n',
  'b.html.md': page('title: B', '# B\n\nText of B.'),
};

async function dev(name = 'content'): Promise<{ server: Server; root: string }> {
  const root = path.join(folder(), name);
  write(root, files);
  return { root, server: await new Server().start(['dev', root]) };
}

describe('R3 dev', { concurrency: 1 }, () => {
  test('R3 after `mv c x; mv x c` it goes on, and sees the next save', unmended, async () => {
    const { server, root } = await dev();
    try {
      await server.shows('/', /Text of A/);
      renameSync(root, `${root}-x`);
      await sleep(400);
      assert.ok(server.lives);
      renameSync(`${root}-x`, root);
      await server.shows('/', /Text of A/);
      write(root, { 'index.mdx': page('title: A', '# A\n\nSaved after it.') });
      await server.shows('/', /Saved after it/);
      write(root, { 'c.html.md': page('title: C', '# C\n\nNew page.') });
      await server.shows('/c.html', /New page/);
    } finally {
      await server.stop();
    }
  });

  test('R3 removed and made anew, it goes on', unmended, async () => {
    const { server, root } = await dev();
    try {
      await server.shows('/b.html', /Text of B/);
      rmSync(root, { recursive: true });
      await server.until(
        async () => (await server.ask('/').catch(() => ({ status: 0 }))).status !== 200,
        'says that it is gone',
        10_000,
      );
      assert.ok(server.lives);
      write(root, { 'index.html.md': page('title: A', '# A\n\nMade anew.') });
      await server.shows('/', /Made anew/);
    } finally {
      await server.stop();
    }
  });

  test('R3 a page file moved away and back is seen', async () => {
    const { server, root } = await dev();
    try {
      await server.shows('/b.html', /Text of B/);
      renameSync(path.join(root, 'b.html.md'), path.join(root, 'c.html.md'));
      await server.shows('/b.html', ({ status }) => status === 404);
      renameSync(path.join(root, 'c.html.md'), path.join(root, 'b.html.md'));
      await server.shows('/b.html', /Text of B/);
    } finally {
      await server.stop();
    }
  });

  for (const [file, text, seen] of [
    ['styles.css', '.made-later { color: red }', /made-later/],
    ['head.html', '<meta name="made-later" content="x">', /made-later/],
  ] as const) {
    test(`R3 ${file} created while it runs is seen, and removed again`, async () => {
      const { server, root } = await dev();
      const sheets = async () => {
        const { text: html } = await server.ask('/');
        const links = [...html.matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"]*)"/g)].map(
          ([, href]) => href!.replaceAll('&amp;', '&'),
        );
        const all = await Promise.all(
          links
            .filter((href) => href.startsWith('/'))
            .map((href) =>
              server.ask(href).then(
                (answer) => answer.text,
                () => '',
              ),
            ),
        );
        return html + all.join('\n');
      };
      try {
        await server.shows('/', /Text of A/);
        write(root, { [file]: text });
        await until(sheets, (all) => seen.test(all), `${file} is seen`);
        unlinkSync(path.join(root, file));
        await until(sheets, (all) => !seen.test(all), `${file} is gone`);
      } finally {
        await server.stop();
      }
    });
  }

  test('R3 two on one checkout: search works in both', unmended, async () => {
    const browser = await launch();
    // A checkout that nothing was built in: what Vite bundles beforehand is not there yet.
    const copy = copyProject(),
      roots = [path.join(folder(), 'one'), path.join(folder(), 'two')];
    for (const root of roots) write(root, files);
    const servers = await Promise.all(
      roots.map((root) => new Server().start(['dev', root], { at: copy.at })),
    );
    try {
      for (const server of [...servers, ...servers]) {
        const tab = await browser.newPage();
        const failed: string[] = [];
        tab.on('response', (answer) => {
          if (answer.status() >= 500) failed.push(`${answer.status()} ${answer.url()}`);
        });
        await tab.goto(server.origin + '/');
        await tab.locator('input[type=search]').fill('More');
        await tab.locator('[role=option]').first().waitFor({ timeout: 20_000 });
        assert.deepEqual(failed, []);
        await tab.close();
      }
    } finally {
      await Promise.all([...servers.map((server) => server.stop()), browser.close()]);
      copy.remove();
    }
  });
});

describe('R4 preview', { concurrency: 2 }, () => {
  test('R4 outlives a file that it cannot open', unmended, async () => {
    const built = await build({ 'index.html.md': page('title: A', '# A') });
    isBuilt(built);
    const server = await new Server().start(['preview', '--out', built.out]);
    try {
      // Who is root may read all: links in a circle, a socket-like name, and a name that is too long are refused to anyone.
      symlinkSync('loop.png', path.join(built.out, 'loop.png'));
      symlinkSync('/proc/self/mem', path.join(built.out, 'mem.png'));
      symlinkSync('/nowhere/at/all', path.join(built.out, 'gone.png'));
      for (const url of [
        '/loop.png',
        '/mem.png',
        '/gone.png',
        `/${'x'.repeat(300)}.png`,
        '/a%00b',
        '/index.html/x',
        '/%ff',
      ]) {
        const { status } = await server.ask(url).catch(() => ({ status: 0 }));
        assert.ok(server.lives, `${url}: it died: ${server.said}`);
        assert.ok(status >= 400 || status === 0, `${url}: ${status}`);
        assert.equal((await server.ask('/')).status, 200, url);
      }
      isSaid({ said: server.said, findings: [] });
    } finally {
      await server.stop();
    }
  });

  test('R4 outlives a rebuild under its readers', unmended, async () => {
    const large = Buffer.alloc(20_000_000, 'x');
    const built = await build({ 'index.html.md': page('title: A', '# A'), 'large.bin': large });
    isBuilt(built);
    const server = await new Server().start(['preview', '--out', built.out]);
    try {
      let stop = false;
      const readers = Array.from({ length: 8 }, async (_, index) => {
        while (!stop)
          await server
            .ask(['/', '/large.bin', '/llms.txt', '/404.html'][index % 4]!)
            .catch(() => {});
      });
      const out = built.out,
        other = `${out}-2`;
      const swaps = spawn(process.execPath, [
        '-e',
        `const { renameSync: r } = require('node:fs'); for (const end = Date.now() + 3000; Date.now() < end;) { r(${JSON.stringify(out)}, ${JSON.stringify(other)}); r(${JSON.stringify(other)}, ${JSON.stringify(out)}); }`,
      ]);
      await new Promise((resolve) => swaps.once('exit', resolve));
      await buildAt(built.content, out);
      stop = true;
      await Promise.all(readers);
      assert.ok(server.lives, server.said);
      assert.equal((await server.ask('/')).status, 200);
      rmSync(out, { recursive: true });
      await server.ask('/').catch(() => {});
      await server.ask('/404.html').catch(() => {});
      assert.ok(server.lives, server.said);
    } finally {
      await server.stop();
    }
  });
});

describe('R4 what cannot be read', { concurrency: 2 }, () => {
  // A file that vanishes or turns into something else while the build runs is the same to it as one without permission.
  for (const file of [
    'images/a.png',
    'styles.css',
    'head.html',
    'includes/_x.md',
    'b.html.md',
    'components/Box.astro',
  ]) {
    test(
      `R4 ${file} is told`,
      ['includes/_x.md', 'b.html.md'].includes(file) ? {} : unmended,
      async () => {
        const content = path.join(folder(), 'content'),
          out = path.join(folder(), 'out');
        write(content, {
          'index.html.md': page('title: A\nincludes: [x]', '# A\n\n![x](images/a.png)'),
          'includes/_x.md': '# X',
          'b.html.md': page('title: B', '# B'),
        });
        rmSync(path.join(content, file), { force: true });
        mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
        // A process that opens it waits for ever or fails; nobody can read a page of it.
        const built = await withUnreadable(path.join(content, file), () => buildAt(content, out));
        isSaid(built);
        assert.ok(
          built.findings.some(
            (finding) => finding.file === file && finding.kind === 'file-unreadable',
          ),
          built.said,
        );
        if (built.status === 0) assert.ok(existsSync(path.join(out, 'index.html')));
      },
    );
  }

  test('R4 a name that is no UTF-8 is told, and the rest is built', unmended, async () => {
    const content = path.join(folder(), 'content'),
      out = path.join(folder(), 'out');
    write(content, { 'index.html.md': page('title: A', '# A') });
    writeFileSync(
      Buffer.concat([Buffer.from(`${content}/caf`), Buffer.from([0xe9]), Buffer.from('.png')]),
      'x',
    );
    writeFileSync(
      Buffer.concat([Buffer.from(`${content}/p`), Buffer.from([0xff]), Buffer.from('.html.md')]),
      page('title: P', '# P'),
    );
    mkdirSync(Buffer.concat([Buffer.from(`${content}/d`), Buffer.from([0xe9])]));
    writeFileSync(
      Buffer.concat([Buffer.from(`${content}/d`), Buffer.from([0xe9]), Buffer.from('/x.png')]),
      'x',
    );
    const built = await buildAt(content, out);
    isBuilt(built);
    assert.ok(
      built.findings.filter(({ message }) => /UTF-8|name/.test(message)).length >= 2,
      built.said,
    );
  });

  test('R4 a cache that cannot be written is done without', unmended, async () => {
    const content = path.join(folder(), 'content');
    const cache = path.join(folder(), 'file');
    write(content, { 'index.mdx': page('title: A', '# A') });
    writeFileSync(cache, 'a file where a folder is wanted');
    const plain = await buildAt(content, path.join(folder(), 'plain'));
    for (const args of [[], ['--no-cache']]) {
      const built = await buildAt(content, path.join(folder(), 'out'), {
        args,
        env: { PHYLLITE_CACHE: path.join(cache, 'x') },
      });
      isBuilt(built);
      assert.deepEqual(bytesOf(built.out), bytesOf(plain.out));
    }
    assert.equal(statSync(cache).isFile(), true);
  });

  test('R4 an install that cannot be written, by a user without a home, builds', {
    ...unmended,
    skip: process.getuid?.() !== 0 && 'only root may be another user',
  }, async () => {
    const copy = copyProject();
    const dir = path.join(path.dirname(copy.at), 'users'),
      out = path.join(dir, 'out');
    write(dir, {
      'content/index.html.md': page('title: A', '# A'),
      'content/b.mdx': page('title: B', '# B'),
    });
    chmodSync(path.dirname(copy.at), 0o755);
    chmodSync(dir, 0o777);
    try {
      for (const args of [[], ['--no-cache']]) {
        const env = { HOME: '/nonexistent', XDG_CACHE_HOME: '', PHYLLITE_CACHE: '' };
        const { status, stdout, stderr } = await runProcess(
          path.join(copy.at, 'src/cli/phyllite.ts'),
          ['build', path.join(dir, 'content'), '--out', out, ...args],
          { cwd: dir, env, uid: 65534 },
        );
        isSaid({ said: stderr + stdout, findings: [] });
        assert.equal(status, 0, stderr);
        assert.ok(existsSync(path.join(out, 'b.html')));
        rmSync(out, { recursive: true });
      }
    } finally {
      copy.remove();
    }
  });

  test('R4 a folder that cannot be read is told', async () => {
    const content = path.join(folder(), 'content'),
      out = path.join(folder(), 'out');
    write(content, { 'index.html.md': page('title: A', '# A') });
    symlinkSync('a', path.join(content, 'b'));
    symlinkSync('b', path.join(content, 'a'));
    symlinkSync('loop.md', path.join(content, 'loop.md'));
    const built = await buildAt(content, out);
    isBuilt(built);
    assert.equal(built.of('link-outside').length, 3);
    assert.ok(filesOf(out).length > 0 && readdirSync(path.dirname(out)).length === 1);
  });
});

/** A link to what opens but cannot be read (as root: /proc/self/mem), within the folder by a bind of names. */
async function withUnreadable<T>(file: string, run: () => Promise<T>): Promise<T> {
  const { spawnSync } = await import('node:child_process');
  writeFileSync(file, 'closed');
  const asRoot = process.getuid?.() === 0;
  if (!asRoot) spawnSync('chmod', ['000', file]);
  const before = process.env['NODE_OPTIONS'];
  if (asRoot) {
    process.env['NODE_OPTIONS'] = `--import=${new URL('unreadable.ts', import.meta.url).href}`;
    process.env['UNREADABLE_FILE'] = file;
  }
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
    delete process.env['UNREADABLE_FILE'];
  }
}
