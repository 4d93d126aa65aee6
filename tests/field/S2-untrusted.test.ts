/** S2: `--untrusted` covers all that lies in the folder; in every build what the build writes stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, byTag, isBuilt, isSaid, page, textOf, type Files } from './site.ts';

const index = page(
  'title: A\nlanguage_tabs: [shell, ruby]',
  '# A\n\nText of A.\n\n[an archive](files/a.zip) ![x](images/x.svg)',
);
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="X(1)"><script>X(2)</script><a href="javascript:X(3)"><circle r="4" onclick="X(4)"/></a><foreignObject><iframe src="javascript:X(5)"/></foreignObject></svg>';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What runs in the build or at a reader, or changes the host. */
const harm: Files = {
  'components/Footer.astro':
    '---\nimport fs from "node:fs";\nfs.writeFileSync(process.env.CANARY, "ran");\n---\n<p>evil footer</p>',
  'components/Aside.astro': '<p>evil aside</p><slot />',
  'head.html': '<script>X("head")</script><link rel="stylesheet" href="https://evil.test/x.css">',
  'styles.css': 'body { background: url(https://evil.test/beacon) }',
  'phyllite.config.ts':
    'import fs from "node:fs";\nfs.writeFileSync(process.env.CANARY, "config");\nexport default {};',
  'evil.html': '<script>X("page")</script>',
  'sub/evil.htm': '<script>X("page")</script>',
  'evil.xhtml': '<x/>',
  'x.js': 'X("script")',
  'x.mjs': 'X(1)',
  'x.css': 'a{}',
  'x.wasm': 'x',
  'x.xml': '<x/>',
  'x.xsl': '<x/>',
  'sw.js': 'X("sw")',
  'images/x.svg': svg,
  'images/p.png': png,
  'fonts/f.woff2': 'f',
  'files/a.zip': 'PK',
  'files/d.pdf': '%PDF-1.4',
  _headers: '/*\n  X-Evil: 1',
  _redirects: '/* https://evil.test/ 302',
  CNAME: 'evil.test',
  'robots.txt': 'Sitemap: https://evil.test/',
  'inline.html.md': page(
    'title: Inline',
    '# Inline\n\n<script>X("inline")</script>\n\n<style>a{}</style>\n\nText',
  ),
  'code.mdx': page('title: Code', '# Code\n\n{process.env.CANARY}'),
};

describe('S2 --untrusted', { concurrency: 2 }, () => {
  test('S2 nothing of the folder runs, and only files that cannot run are carried', async () => {
    const canary = `/tmp/phyllite-canary-${process.pid}`;
    const { existsSync } = await import('node:fs');
    const mdx = Object.fromEntries(Object.entries(harm).filter(([file]) => !file.endsWith('.mdx')));
    const built = await build(
      { 'index.html.md': index, ...mdx },
      { args: ['--untrusted'], env: { CANARY: canary } },
    );
    isBuilt(built);
    assert.equal(existsSync(canary), false, 'code of the folder ran in the build');
    const html = built.read('index.html');
    assert.doesNotMatch(html, /evil (footer|aside)|evil\.test|X\("head"\)|sha256-/);
    for (const file of [
      'evil.html',
      'sub/evil.htm',
      'evil.xhtml',
      'x.js',
      'x.mjs',
      'x.wasm',
      'x.xml',
      'x.xsl',
      'sw.js',
      'CNAME',
      'head.html',
    ])
      assert.ok(!built.has(file), `${file} is published`);
    for (const file of [
      'images/p.png',
      'fonts/f.woff2',
      'files/a.zip',
      'files/d.pdf',
      'images/x.svg',
    ])
      assert.ok(built.has(file), `${file} is lost`);
    assert.doesNotMatch(built.read('images/x.svg'), /X\(|script|foreignObject|onload/i);
    assert.match(built.read('images/x.svg'), /<circle/);
    assert.doesNotMatch(built.read('_headers'), /Evil/);
    assert.doesNotMatch(
      built.files().includes('_redirects') ? built.read('_redirects') : '',
      /evil/,
    );
    const inline = built.read('inline.html');
    assert.doesNotMatch(inline, /X\("inline"\)|sha256-/);
    assert.ok(built.findings.length >= 8, 'what is left out is told');
  });

  test('S2 no name of a file makes its links lead to another host', async () => {
    const built = await build(
      { 'index.html.md': index, '\\evil.test.html.md': page('title: B', '# B') },
      { args: ['--untrusted'] },
    );
    isBuilt(built);
    for (const html of ['index.html', '404.html'])
      assert.doesNotMatch(built.read(html), /(href|content)="[^"%]*\\evil/);
    assert.match(built.read('index.html'), /href="\/%5Cevil\.test\.html"/);
  });

  test('S2 MDX is refused', async () => {
    const built = await build(
      { 'index.html.md': index, 'code.mdx': harm['code.mdx']! },
      { args: ['--untrusted'] },
    );
    isSaid(built);
    assert.equal(built.status, 1);
    assert.equal(built.of('mdx-refused').length, 1);
  });

  test('S2 the content cannot take it back, nor set what is the site’s', async () => {
    const yaml =
      'title: A\nraw_html: true\nuntrusted: false\ncsp: {script-src: ["https://evil.test"]}\ntheme: {logo: "https://evil.test/x.png"}\nedit_url: "javascript:X({file})"';
    const built = await build(
      { 'index.html.md': page(yaml, '# A\n\n<script>X(1)</script> <b onclick="X(2)">b</b>') },
      { args: ['--untrusted'] },
    );
    isBuilt(built);
    assert.doesNotMatch(built.read('index.html'), /X\(|evil|javascript:/);
  });

  test('S2 check and dev take it as well', async () => {
    const { runPhyllite } = await import('../phyllite.ts');
    const { stdout } = await runPhyllite(['--help']);
    for (const command of ['build', 'dev', 'check'])
      assert.match(stdout, new RegExp(`phyllite ${command} .*--untrusted|--untrusted`), command);
  });

  test('S2 raw_html: false takes scripts, handlers and frames out of Markdown, as it did', async () => {
    const text =
      '# A\n\n<script>X(1)</script>\n\n<b onclick="X(2)">b</b> <iframe src="https://x.test"></iframe> <a href="javascript:X(3)">c</a> <a href="  JAVA&#9;SCRIPT:X(4)">d</a>';
    const built = await build({ 'index.html.md': page('title: A\nraw_html: false', text) });
    isBuilt(built);
    assert.doesNotMatch(built.read('index.html'), /X\(|<iframe/);
  });
});

describe('S2 what the build writes stands', { concurrency: 2 }, () => {
  const ours: Files = {
    _headers: '/*\n  X-Evil: 1',
    '404.html': '<p>evil</p>',
    'reference.json': '{"evil":1}',
    'index.html': 'evil',
    'llms.txt': 'evil',
    'llms-full.txt': 'evil',
    'sitemap.xml': 'evil',
    'pagefind/pagefind.js': 'evil',
    'pagefind/evil.js': 'evil',
    '_astro/Reference.js': 'evil',
    '_astro/evil.css': 'evil',
    '.nojekyll': 'evil',
    _redirects: 'evil',
    'icon.svg': 'evil',
    'LLMS.txt': 'evil',
    'Reference.JSON': 'evil',
    'old.html': 'evil',
  };
  for (const [name, first] of [
    ['Slate Markdown', 'index.html.md'],
    ['MDX', 'index.mdx'],
  ] as const) {
    test(`S2 asset-taken: ${name}`, async () => {
      const files = { [first]: page('title: A\nredirects: [/old.html]', '# A\n\nText.'), ...ours };
      const built = await build(files, { args: ['--site', 'https://a.test'] });
      isBuilt(built);
      for (const file of built.files())
        assert.doesNotMatch(built.read(file), /\bevil\b|X-Evil/, `${file} is the content’s`);
      const told = new Set(built.of('asset-taken').map(({ file }) => file));
      for (const file of [
        '_headers',
        '404.html',
        'reference.json',
        'index.html',
        'llms.txt',
        'llms-full.txt',
        'sitemap.xml',
        'pagefind/pagefind.js',
        '_redirects',
        'icon.svg',
      ])
        assert.ok(told.has(file), `${file} is not told: ${[...told].join()}`);
      const [main] = built.elements('index.html', byTag('main'));
      assert.match(textOf(main!), /Text\./);
    });
  }

  test('S2 folders named as files of ours, and files named as folders, give way', async () => {
    const folders = [
      '404.html',
      'index.html',
      'b.html',
      'b.md',
      'llms.txt',
      'icon.svg',
      '_headers',
    ];
    const taken = [...folders.map((name) => `${name}/x.png`), 'pagefind', '_astro', 'md'];
    const built = await build({
      'index.html.md': index,
      'b.html.md': page('title: B', '# B'),
      'b.html/c.html.md': page('title: C', '# C'),
      ...Object.fromEntries(taken.map((file) => [file, 'x'])),
    });
    isBuilt(built);
    assert.deepEqual(
      built.of('asset-taken').map(({ file }) => file),
      taken.toSorted(),
    );
    assert.deepEqual(
      built.of('url-taken').map(({ file }) => file),
      ['b.html/c.html.md'],
    );
    assert.ok(built.has('b.html') && built.has('pagefind/pagefind.js'));
  });

  test('S2 an owner’s own files with other names are carried as ever', async () => {
    const built = await build({
      'index.html.md': index,
      'files/a.zip': 'zip',
      'images/x.svg': '<svg/>',
      'demo/index.html': '<p>demo</p>',
      'x.js': 'x()',
    });
    isBuilt(built);
    for (const file of ['files/a.zip', 'images/x.svg', 'demo/index.html', 'x.js'])
      assert.ok(built.has(file), file);
  });
});
