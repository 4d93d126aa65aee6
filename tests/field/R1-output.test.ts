/** R1: what makes a site ours. R5: odd places. R6: what is not published. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import {
  build,
  buildAt,
  byTag,
  filesOf,
  folder,
  isBuilt,
  isSaid,
  page,
  write,
  type Files,
} from './site.ts';
import { isWhole } from './whole.ts';

const index = page('title: A', '# A\n\nText of A.');

describe('R1', { concurrency: 2 }, () => {
  const forged: Record<string, Files> = {
    'a reference.json': { 'reference.json': '{"swagger": "2.0"}' },
    'a reference.json that lies': { 'reference.json': '{"generator":"phyllite"}' },
    'a 404.html and a reference.json': { 'reference.json': '[]', '404.html': '<p>mine</p>' },
    'every mark of ours': {
      'reference.json': '1',
      '404.html': '<p>mine</p>',
      '.nojekyll': '',
      _headers: '',
      'llms.txt': '',
      'pagefind/pagefind-entry.json': '1',
    },
  };
  for (const [name, files] of Object.entries(forged)) {
    test(`R1 with ${name} in the content a second build goes as the first`, async () => {
      const first = await build({ 'index.html.md': index, ...files });
      isBuilt(first);
      const second = await buildAt(first.content, first.out);
      isBuilt(second);
      assert.match(second.read('reference.json'), /"generator":\s*"phyllite"/, 'ours stands');
    });
  }

  const others: Record<string, Files> = {
    'a forged reference.json': {
      'reference.json': '{"generator":"phyllite"}',
      'thesis.txt': 'years of work',
    },
    'a page that names the generator': {
      'index.html': '<html><head><meta name="generator" content="Phyllite 9"></head></html>',
      'thesis.txt': 'years of work',
    },
    'both, in the content of another': {
      'reference.json': '{ "generator": "phyllite", "x": 1}',
      '404.html': '<meta name="generator" content="Phyllite">',
      'a/thesis.txt': 'x',
    },
  };
  for (const [name, files] of Object.entries(others)) {
    test(`R1 a folder with ${name} is not emptied`, async () => {
      const out = folder(),
        content = folder();
      write(out, files);
      write(content, { 'index.html.md': index });
      const built = await buildAt(content, out);
      isSaid(built);
      assert.equal(built.status, 2, built.said);
      assert.deepEqual(filesOf(out), Object.keys(files).sort());
    });
  }

  test('R1 a site of 0.1.0 stays replaceable', async () => {
    const out = folder(),
      content = folder();
    const head =
      '<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><meta charset="utf-8"><meta name="generator" content="Phyllite"></head><body>old</body></html>';
    write(content, { 'index.html.md': index });
    const json = '{"generator":"phyllite","documents":[{"title":"A","url":"/","sections":[]}]}';
    write(out, {
      'index.html': head,
      '404.html': head,
      'reference.json': json,
      'llms.txt': '# A\n',
      '.nojekyll': '',
      _headers: '/*\n',
      'pagefind/pagefind.js': '',
      'pagefind/pagefind-entry.json': '{}',
      '_astro/start.f4180eff2b.js': '',
    });
    const built = await buildAt(content, out);
    isBuilt(built);
    assert.match(built.read('index.html'), /Text of A/);
  });
});

describe('R5', { concurrency: 2 }, () => {
  const files = {
    'index.html.md': index,
    'b.mdx': page('title: B', '# B\n\nText of B.'),
    'images/50%.png': 'x',
  };
  for (const name of ['50%', 'a%20b', 'a b#c?d', 'é ✓', '%E0%A4%A', "it's (x) & [y]"]) {
    test(`R5 content and output below “${name}”`, async () => {
      const content = path.join(folder(), name, 'content'),
        out = path.join(folder(), name, 'out');
      write(content, files);
      const built = await buildAt(content, out);
      isBuilt(built);
      isWhole(out);
    });
  }

  test('R5 a component below a folder with a line end is refused in a sentence', async () => {
    const content = path.join(folder(), 'a\nb');
    write(content, {
      'index.mdx': page('title: A', "import X from './components/X.astro';\n\n# A\n\n<X />"),
      'components/X.astro': '<b>x</b>',
    });
    const built = await buildAt(content, path.join(folder(), 'out'));
    isSaid(built);
    assert.equal(built.status, 2);
    assert.match(built.said, /^phyllite: .*\n.*“line end”/m);
  });

  test('R5 pages whose names hold signs of addresses are reached from contents and links', async () => {
    const names = ['c#', '50%', 'what?', 'a%20b', '%E0%A4%A', 'a#b?c%d', 'é ü', 'x\u2028y', 'x\ny'];
    const built = await build(
      {
        'index.html.md': page(
          'title: A',
          `# A\n\n${names.map((name) => `[x](<${encodeURIComponent(name)}.html#two>)`).join(' ')}`,
        ),
        ...Object.fromEntries(
          names.map((name, at) => [
            `${name}.html.md`,
            page(`title: P${at}`, `# P\n\nText ${at}.\n\n## Two\n\n![x](images/${at}%23.png)`),
          ]),
        ),
        ...Object.fromEntries(names.map((_, at) => [`images/${at}#.png`, 'x'])),
      },
      { args: ['--site', 'https://a.test'] },
    );
    isBuilt(built);
    assert.deepEqual(built.of('link-broken'), []);
    const reached = new Set<string>();
    const reach = (address: string) => {
      const file = decodeURIComponent(address.replace(/[?#].*$/s, '').slice(1)) || 'index.html';
      assert.ok(built.has(file), `${address} leads to ${file}`);
      reached.add(file);
    };
    for (const { properties } of built.elements('index.html', byTag('a')))
      if (String(properties.href).startsWith('/')) reach(String(properties.href));
    for (const [, address] of built.read('sitemap.xml').matchAll(/<loc>https:\/\/a\.test([^<]*)/g))
      reach(address!);
    for (const name of names) assert.ok(reached.has(`${name}.html`), JSON.stringify(name));
  });

  for (const name of ['50% #1', 'a?b'])
    test(`R5 a cache below “${name}” is refused in a sentence`, async () => {
      const cache = path.join(folder(), name);
      const built = await build(files, { env: { PHYLLITE_CACHE: cache } });
      isSaid(built);
      assert.equal(built.status, 2);
      assert.match(built.said, /^phyllite: .*PHYLLITE_CACHE/m);
      assert.equal(existsSync(cache), false);
    });

  test('R5 a project below “50% #1” whose Phyllite lies elsewhere builds', async () => {
    const cwd = path.join(folder(), '50% #1');
    write(cwd, { 'package.json': '{}' });
    const built = await build(files, { cwd, env: { PHYLLITE_CACHE: '' } });
    isBuilt(built);
    isWhole(built.out);
  });
});

describe('R6', { concurrency: 2 }, () => {
  const never = [
    'README.md',
    'CHANGELOG.md',
    'sub/README.md',
    'drafts/plan.md',
    'drafts/x.pdf',
    'package.json',
    'package-lock.json',
    'old.bak',
    'index.html.md~',
    'a.md.orig',
    '#a.md#',
    'a.swp',
    '.index.html.md.swp',
    'Thumbs.db',
    'desktop.ini',
    'id_rsa',
    'id_ed25519',
    'keys/server.pem',
    'keys/a.key',
    'node_modules/x/index.js',
    'Gemfile',
    'Gemfile.lock',
    'Dockerfile',
    'LICENSE.md',
    'CONTRIBUTING.md',
    'sub/package.json',
    'secret.p12',
    'LICENSE',
    'CLAUDE.md',
    'prod.env',
    'sub/credentials.json',
    'users.sqlite',
    'putty.ppk',
    '~$table.docx',
    'bun.lockb',
    'README',
    'readme.txt',
    'README.de.md',
    'TODO',
    'index.html.md.save',
    'build.log',
    '~lock.table.odt#',
    '__MACOSX/a.png',
    'secrets.yml',
    'prod.tfvars',
    'vite.config.ts',
    '_drafts/plan.html.md',
    '_snippets/part.mdx',
  ];
  const files = Object.fromEntries(
    never.map((file) => [
      file,
      file.endsWith('.md') ? '# Not to be published\n\nSecret.\n' : 'Secret',
    ]),
  );

  test('R6 what no reader is meant to have is not published', async () => {
    const built = await build({ 'index.html.md': index, ...files }, { args: ['--format', 'text'] });
    isBuilt(built);
    // Whoever misses a page is told; of what nobody takes for one, nothing is said.
    const named = 'CHANGELOG.md, CLAUDE.md, CONTRIBUTING.md, LICENSE.md, README.de.md …';
    assert.match(built.said, new RegExp(`^Not published: 28 files \\(${named}\\)`, 'm'));
    for (const file of built.files().filter((each) => /\.(html|md|txt|json)$/.test(each)))
      assert.doesNotMatch(built.read(file), /Secret|Not to be published/, file);
    for (const file of never) {
      for (const each of [file, file.replace(/\.md$/, '.html')])
        assert.ok(!built.has(each), `${each} is published`);
    }
  });

  test('R6 README.mdx and readme-like names are pages, as they were', async () => {
    const pagesToBe: Files = {
      'index.html.md': page('title: A\nignore: [TODO]', '# A'),
      'README.mdx': page('title: Read me', '# Read me'),
      'readme-first.html.md': page('title: R', '# R'),
      'guide/drafts.html.md': page('title: D', '# D'),
      'secrets.html.md': page('title: S', '# S'),
      'agents.md': page('title: A', '# A'),
    };
    const unsaid = { TODO: 'x', 'package.json': '{}', 'Thumbs.db': 'x', '.env': 'x' };
    const built = await build({ ...pagesToBe, ...unsaid }, { args: ['--format', 'text'] });
    isBuilt(built);
    assert.doesNotMatch(built.said, /Not published/);
    const pages = ['README', 'readme-first', 'guide/drafts', 'secrets', 'agents'];
    for (const file of pages.map((name) => `${name}.html`)) assert.ok(built.has(file), file);
  });

  test('R6 a folder whose only page is README.md is told so', async () => {
    const built = await build({ 'README.md': '# Only this\n' });
    isSaid(built);
    assert.equal(built.status, 1);
    assert.equal(built.of('content-missing').length, 1);
  });

  test('R6 the owner ignores what they like', async () => {
    const yaml = 'title: A\nignore: ["internal/**", "*.psd", "/b.html.md"]';
    const built = await build({
      'index.html.md': page(yaml, '# A'),
      'internal/a.html.md': page('title: I', '# I'),
      'x.psd': 'x',
      'sub/y.psd': 'x',
      'b.html.md': page('title: B', '# B'),
      'sub/b.html.md': page('title: B2', '# B'),
    });
    isBuilt(built);
    for (const file of ['internal/a.html', 'x.psd', 'sub/y.psd', 'b.html'])
      assert.ok(!built.has(file), `${file} is published`);
    assert.ok(built.has('sub/b.html'));
  });

  test('R6 the summary says what is carried that no page names', async () => {
    const built = await build({
      'index.html.md': page('title: A', '# A\n\n[x](files/named.pdf)'),
      'files/named.pdf': 'x',
      'files/stray.pdf': 'x',
      'notes.docx': 'x',
    });
    isBuilt(built);
    assert.match(built.said, /stray\.pdf|notes\.docx|2 files/);
    assert.doesNotMatch(built.said, /named\.pdf/);
  });
});
