/** R3: `dev` goes on whatever is done to the folder, and beside another one. */
import assert from 'node:assert/strict';
import { renameSync, rmSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../../browser.ts';
import { copyProject } from '../../robust/copy.ts';
import { until } from '../../site/wait.ts';
import { Server } from '../server.ts';
import { folder, page, write } from '../site.ts';

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
  test('R3 after `mv c x; mv x c` it goes on, and sees the next save', async () => {
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

  test('R3 removed and made anew, it goes on', async () => {
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

  test('R3 two on one checkout: search works in both', async () => {
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
