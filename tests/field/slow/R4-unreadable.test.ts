/** R4: `preview` outlives its files; a build says what it cannot read or write. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { copyProject } from '../../robust/copy.ts';
import { runProcess } from '../../robust/process.ts';
import { Server } from '../server.ts';
import {
  type Built,
  build,
  buildAt,
  bytesOf,
  filesOf,
  folder,
  isBuilt,
  isSaid,
  page,
  write,
} from '../site.ts';

describe('R4 preview', { concurrency: 2 }, () => {
  test('R4 outlives a file that it cannot open', async () => {
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

  test('R4 outlives a rebuild under its readers', async () => {
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
    'api/parts.yaml',
  ]) {
    test(`R4 ${file} is told`, async () => {
      const content = path.join(folder(), 'content'),
        out = path.join(folder(), 'out');
      write(content, {
        'index.html.md': page('title: A\nincludes: [x]', '# A\n\n![x](images/a.png)'),
        'includes/_x.md': '# X',
        'b.html.md': page('title: B', '# B'),
        'c.html.md': page('title: C\nopenapi: api/openapi.yaml', ''),
        'api/openapi.yaml':
          "openapi: 3.1.0\ninfo: {title: C, version: '1'}\npaths: {/c: {$ref: parts.yaml}}",
        'api/parts.yaml': "get: {responses: {'200': {description: ok}}}",
      });
      rmSync(path.join(content, file), { force: true });
      mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
      // A process that opens it waits for ever or fails; nobody can read a page of it.
      const built = await buildWithout(path.join(content, file), content, out);
      isSaid(built);
      assert.ok(
        built.findings.some(
          (finding) => finding.file === file && finding.kind === 'file-unreadable',
        ),
        built.said,
      );
      if (built.status === 0) assert.ok(existsSync(path.join(out, 'index.html')));
    });
  }

  test('R4 a name that is no UTF-8 is told, and the rest is built', async () => {
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

  test('R4 a cache that cannot be written is done without', async () => {
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

/** Builds while nobody can open a file. Root can, so there every call that opens it is refused (`unreadable.ts`). */
async function buildWithout(file: string, content: string, out: string): Promise<Built> {
  writeFileSync(file, 'closed');
  if (process.getuid?.() !== 0) {
    chmodSync(file, 0);
    return buildAt(content, out);
  }
  const preload = new URL('../../robust/unreadable.ts', import.meta.url).href;
  return buildAt(content, out, {
    env: { NODE_OPTIONS: `--import=${preload}`, UNREADABLE_FILE: file },
  });
}
