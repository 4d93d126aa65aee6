/** S4: a redirect is checked as a host reads it, after decoding, against everything that the build writes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, isBuilt, page } from './site.ts';

/** Old path → what is said of it. */
const refused: Record<string, 'redirect-invalid' | 'redirect-taken'> = {
  '/*': 'redirect-invalid',
  '/%2a': 'redirect-invalid',
  '/a/%2A/b.html': 'redirect-invalid',
  '/:splat': 'redirect-invalid',
  '/:id/x.html': 'redirect-invalid',
  '/a/%3Asplat': 'redirect-invalid',
  '/x/:name.html': 'redirect-invalid',
  '/nul%00x.html': 'redirect-invalid',
  '/tab%09x.html': 'redirect-invalid',
  '/line%0Ax.html': 'redirect-invalid',
  '/cr%0d%0aX: y': 'redirect-invalid',
  '/del%7fx.html': 'redirect-invalid',
  '/next%C2%85x.html': 'redirect-invalid',
  '/sep%E2%80%A8x.html': 'redirect-invalid',
  '/back%5cslash.html': 'redirect-invalid',
  '/back\\slash.html': 'redirect-invalid',
  '/%2e%2e/x.html': 'redirect-invalid',
  '/a/%2e%2E%2fx.html': 'redirect-invalid',
  '/%2f%2fevil.test/x.html': 'redirect-invalid',
  '//evil.test': 'redirect-invalid',
  '/a%3Fb.html': 'redirect-invalid',
  '/a%23b.html': 'redirect-invalid',
  '/a%20b c': 'redirect-invalid',
  '/%E0%A4%A': 'redirect-invalid',
  'https://evil.test/x': 'redirect-invalid',
  '/404.html': 'redirect-taken',
  '/404': 'redirect-taken',
  '/_headers': 'redirect-taken',
  '/_redirects': 'redirect-taken',
  '/sitemap.xml': 'redirect-taken',
  '/reference.json': 'redirect-taken',
  '/llms.txt': 'redirect-taken',
  '/llms-full.txt': 'redirect-taken',
  '/index.html': 'redirect-taken',
  '/index.md': 'redirect-taken',
  '/%69ndex.html': 'redirect-taken',
  '/pagefind/pagefind.js': 'redirect-taken',
  '/pagefind/': 'redirect-taken',
  '/_astro/x.js': 'redirect-taken',
  '/_astro/': 'redirect-taken',
  '/md/index/a.html': 'redirect-taken',
  '/files/a.pdf': 'redirect-taken',
  '/b.html': 'redirect-taken',
  '/b': 'redirect-taken',
  '/.nojekyll': 'redirect-taken',
  '/icon.svg': 'redirect-taken',
  '/index.html/x.html': 'redirect-taken',
  '/b.html/': 'redirect-taken',
  '/files/a.pdf/x.html': 'redirect-taken',
  '/404.html/x.html': 'redirect-taken',
  [`/${'long'.repeat(80)}.html`]: 'redirect-invalid',
};
const kept = [
  '/old.html',
  'older',
  '/caf%C3%A9.html',
  '/a/b/',
  '/old.pdf',
  '/Old-Page.html',
  '/percent%2525.html',
];

const list = (paths: string[]): string =>
  `redirects:\n${paths.map((each) => `  - ${JSON.stringify(each)}`).join('\n')}`;
const files = (paths: string[], name = 'index.html.md') => ({
  [name]: page(`title: A\n${list(paths)}`, '# A'),
  'b.html.md': page('title: B', '# B'),
  'files/a.pdf': '%PDF',
});

describe('S4 redirects', { concurrency: 2 }, () => {
  for (const [name, args] of Object.entries({
    'at the root': [],
    'below a base': ['--base', '/docs'],
  })) {
    test(`S4 what no host may be told is refused, ${name}`, async () => {
      const built = await build(files(Object.keys(refused)), {
        args: ['--site', 'https://a.test', ...args],
      });
      isBuilt(built);
      const told = built.findings.filter(({ kind }) => kind.startsWith('redirect-'));
      const missing = Object.keys(refused).filter(
        (each) => !told.some(({ message }) => message.includes(`“${each}”`)),
      );
      assert.deepEqual(missing, [], 'not refused');
      const rules = built.has('_redirects') ? built.read('_redirects') : '';
      assert.equal(
        rules.split('\n').filter((line) => line && !line.startsWith('#')).length,
        0,
        rules,
      );
      for (const file of built.files()) assert.doesNotMatch(file, /[\0-\x1f\\*]|:/, file);
      assert.doesNotMatch(built.read('404.html'), /<title>Moved/);
    });
  }

  for (const one of ['/%2a', '/nul%00x.html', '/404.html', '/:splat']) {
    test(`S4 alone: ${one}`, async () => {
      const built = await build(files([one]));
      isBuilt(built);
      assert.equal(
        built.findings.filter(({ kind }) => kind === refused[one]).length,
        1,
        built.said,
      );
    });
  }

  test('S4 the kind says why', async () => {
    const built = await build(files(Object.keys(refused)));
    for (const [one, kind] of Object.entries(refused))
      assert.ok(
        built.of(kind).some(({ message }) => message.includes(`“${one}”`)),
        `${one}: ${kind}`,
      );
  });

  test('S4 honest old paths go on', async () => {
    const built = await build(files(kept));
    isBuilt(built);
    assert.deepEqual(
      built.findings.filter(({ kind }) => kind.startsWith('redirect-')),
      [],
    );
    for (const file of ['old.html', 'older.html', 'café.html', 'a/b/index.html', 'Old-Page.html'])
      assert.ok(built.has(file), file);
    assert.match(built.read('_redirects'), /^\/old\.pdf \//m);
  });
});
