/**
 * The command line as an author meets it: every fixture site is built by it, and what it says is held against the
 * file beside it. A line `$ build --strict` is a call; what follows is its output. UPDATE_FIXTURES=1 writes it anew.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { listFiles } from '../../src/publish/list-files.ts';
import { project, runPhyllite } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';

const sites = path.join(project, 'tests/fixtures/sites');
const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-cli-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A site with a `prepare.ts` is built from a copy, to which it adds what Git cannot hold. */
async function prepared(name: string): Promise<string> {
  const site = path.join(sites, name),
    copy = path.join(scratch, 'sites', name);
  if (!existsSync(path.join(site, 'prepare.ts'))) return site;
  if (existsSync(copy)) return copy;
  cpSync(site, copy, { recursive: true });
  const { prepare } = (await import(pathToFileURL(path.join(site, 'prepare.ts')).href)) as {
    prepare(content: string): void;
  };
  prepare(path.join(copy, 'content'));
  return copy;
}

const fault = {
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(project, 'tests/fault.ts')).href}`,
};

const config = (site: string): string => path.join(site, 'phyllite.config.mjs');

/** Runs a call as a fixture writes it: `GITHUB_ACTIONS=true build --strict`, `check --against OLD`. */
async function call(line: string, name: string): Promise<string> {
  const words = line.split(' ');
  const env = Object.fromEntries(
    words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=', 2)),
  ) as Record<string, string>;
  const site = await prepared(name);
  const [command = '', ...options] = words
    .filter((word) => !/^[A-Z_]+=/.test(word))
    .map((word) => word.replace(/^OLD/, path.join(site, 'old')).replace(/^CONFIG$/, config(site)));
  const out = path.join(scratch, name);
  const args = [
    command,
    path.join(site, 'content'),
    ...options,
    ...(command === 'build' ? ['--out', out] : []),
  ];
  // A fault is put in where a process starts.
  const { status, stdout, stderr } =
    (env['FAULT'] ?? env['UNREADABLE'])
      ? await runPhyllite(args, { env: { ...env, ...fault } })
      : await callPhyllite(args, { env });
  assert.doesNotMatch(stdout + stderr, /^\s+at .*[:)]/m, 'a stack trace');
  if (options.includes('json')) JSON.parse(stdout);
  const said = `${stderr}${stdout}exit ${status}\n`
    .replaceAll(out, 'OUT')
    .replaceAll(sites, 'SITES')
    .replaceAll(path.join(scratch, 'sites'), 'SITES');
  // What depends on the machine, or on how pages look.
  return said
    .replace(/[\d.]+ (kB|MB|bytes)( in|\b)/g, 'N kB$2')
    .replace(/ in [\d.]+ m?s\n/g, ' in N s\n')
    .replace(/("bytes"|"milliseconds"): \d+/g, '$1: 0');
}

const names = readdirSync(sites).sort();

describe('fixture sites', { concurrency: 2 }, () => {
  for (const name of names) {
    // Windows lets only administrators link.
    test(name, {
      skip: process.platform === 'win32' && existsSync(path.join(sites, name, 'prepare.ts')),
    }, async () => {
      const expected = path.join(sites, name, 'expected.txt');
      const text = readFileSync(expected, 'utf8');
      let said = '';
      for (const [, line] of text.matchAll(/^\$ (.*)$/gm))
        said += `$ ${line}\n${await call(line!, name)}`;
      if (process.env['UPDATE_FIXTURES']) writeFileSync(expected, said);
      assert.equal(said, readFileSync(expected, 'utf8'));
    });
  }
});

/** A content folder for one test. @param files path → text or bytes */
function content(name: string, files: Record<string, string | Buffer>): string {
  const root = path.join(scratch, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

/** Path → bytes of every file below a folder. */
function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

test('what a call gets wrong: a sentence, usage where it helps, status 2', async () => {
  const file = path.join(content('file', { 'index.mdx': '# A\n' }), 'index.mdx');
  const slate = content('slate', {
    'config.rb': '',
    'README.md': '# Read me\n',
    'source/index.html.md': '# A\n',
  });
  const owned = content('owned', { 'notes.txt': 'mine' });
  const calls: [string[], RegExp, boolean][] = [
    [[], /no command given/, true],
    [['biuld'], /unknown command: biuld/, true],
    [['build', '--foo'], /--foo/, true],
    [['build', '--port', '80'], /build takes no --port/, true],
    [['build', 'a', 'b'], /too many arguments: b/, true],
    [['build', '--format', 'xml'], /--format takes text or json/, true],
    [['build', '--site', 'docs.example.com'], /--site takes a URL/, true],
    [['build', '--base', '/a?b'], /--base takes a path/, true],
    [['dev', '--port', 'x'], /--port takes a whole number/, true],
    [['build', path.join(scratch, 'nowhere')], /there is no folder .*nowhere/, false],
    [['check', slate.replace(/slate$/, 'nowhere')], /there is no folder/, false],
    [
      ['dev', file],
      /is a file; name a description in OpenAPI, or the folder that it lies in/,
      false,
    ],
    [['build', slate], /is a Slate project; its content lies in .*source: name that folder/, false],
    [
      ['build', path.join(slate, 'source'), '--out', owned],
      /is not empty, and holds no site that Phyllite built/,
      false,
    ],
    [
      ['build', path.join(slate, 'source'), '--out', path.join(slate, 'source', 'dist')],
      /lies in the content folder/,
      false,
    ],
    [['check', path.join(slate, 'source'), '--against', file], /--against takes a folder/, false],
  ];
  for (let next = 0; next < calls.length; next += 4) {
    await Promise.all(
      calls.slice(next, next + 4).map(async ([args, message, usage]) => {
        const { status, stdout, stderr } = await callPhyllite(args);
        assert.match(stderr, message);
        assert.deepEqual(
          [status, stdout, /^usage: phyllite/m.test(stderr), /^\s+at /m.test(stderr)],
          [2, '', usage, false],
          args.join(' '),
        );
      }),
    );
  }
  assert.deepEqual(bytesOf(owned), new Map([['notes.txt', 'mine']]));
  const help = await callPhyllite(['--help']);
  assert.deepEqual([help.status, help.stderr], [0, '']);
  assert.match(help.stdout, /^usage: phyllite/);
});

test('a failed build leaves the previous output as it was, a mended one replaces it', async () => {
  const root = content('mended', { 'index.html.md': '---\ntitle: A\n---\n\n# First\n' });
  const out = path.join(scratch, 'mended-out');
  assert.equal((await callPhyllite(['build', root, '--out', out])).status, 0);
  const before = bytesOf(out);
  assert.match(before.get('index.html')!, /First/);
  content('mended', { 'index.html.md': '---\ntitle: A\n---\n\n# Second\n\n![x](lost.png)\n' });
  assert.equal((await callPhyllite(['build', root, '--out', out, '--strict'])).status, 1);
  assert.deepEqual(bytesOf(out), before);
  content('mended', { 'guide.mdx': '# Guide\n\n<Lost />\n' });
  assert.equal((await callPhyllite(['build', root, '--out', out])).status, 1);
  assert.deepEqual(bytesOf(out), before);
  rmSync(path.join(root, 'guide.mdx'));
  assert.equal((await callPhyllite(['build', root, '--out', out])).status, 0);
  assert.match(bytesOf(out).get('index.html')!, /Second/);
  assert.deepEqual(
    readdirSync(scratch).filter((name) => name.startsWith('.')),
    [],
    'nothing is left beside the output',
  );
});

test('pages that are kept compiled give the same bytes, from a broken cache, too; owners’ components are compiled anew', async () => {
  const root = content('framed', {
    'index.html.md': '---\ntitle: Framed\n---\n\n# Orders\n\nText.\n',
  });
  const out = path.join(scratch, 'framed-out'),
    cache = path.join(scratch, 'framed-cache');
  const base = '/framed';
  const built = async (...options: string[]) => {
    const call = ['build', root, '--out', out, '--base', base, ...options];
    const { status, stderr } = await runPhyllite(call, { env: { PHYLLITE_CACHE: cache } });
    assert.equal(status, 0, stderr);
    return bytesOf(out);
  };
  const fresh = await built('--no-cache');
  assert.deepEqual(await built(), fresh);
  const kept = listFiles(cache).find((file) =>
    /\/frames\/(?!stage-)[^/]+\/server\/entry\.mjs$/.test(file),
  );
  assert.ok(kept, 'it is kept');
  const entry = path.join(cache, kept);
  const frame = path.join(entry, '../..');
  const frames = path.dirname(frame);
  const { mtimeMs } = statSync(entry);
  // As a build leaves it that is killed while it compiles.
  const dead = `stage-${2 ** 30}--${hostname().replace(/[^\w.-]/g, '_')}-abcdef`;
  mkdirSync(path.join(frames, dead));
  await built('--no-cache', '--site', 'https://docs.test');
  assert.deepEqual(
    readdirSync(frames),
    [path.basename(frame)],
    'it is used without the cache of content, too',
  );
  assert.equal(statSync(entry).mtimeMs, mtimeMs);
  writeFileSync(entry, 'not code');
  assert.deepEqual(await built(), fresh);
  content('framed', { 'components/Footer.astro': '<footer>Made by the owner</footer>\n' });
  assert.match((await built()).get('index.html')!, /Made by the owner/);
});

test('who reads what is said may go before all is said', async () => {
  const root = content('unheard', { 'index.html.md': '---\ntitle: A\n---\n\n# First\n' });
  const out = path.join(scratch, 'unheard-out');
  const call = [path.join(project, 'src/cli/phyllite.ts'), 'build', root, '--out', out];
  const child = spawn(process.execPath, call, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [status, said] = await Promise.all([
    new Promise((resolve) => child.on('exit', resolve)),
    textOf(child.stderr),
  ]);
  assert.deepEqual([status, said], [0, '']);
  assert.match(bytesOf(out).get('index.html')!, /First/);
});

test('line ends of Windows, a byte order mark and bytes that are no UTF-8', async () => {
  const root = content('encodings', {
    'index.html.md':
      '\uFEFF---\r\ntitle: Réf\r\n---\r\n\r\n# Größe\r\n\r\n> Aside\r\n\r\n![x](lost.png)\r\n',
    'latin.html.md': Buffer.from('---\ntitle: Latin\n---\n\n# Caf\xE9\n', 'latin1'),
    'guide.mdx':
      '\uFEFF---\r\ntitle: Guide\r\n---\r\n\r\n# Guide {((frontmatter.title))}\r\n\r\n![x](lost.png)\r\n',
  });
  const out = path.join(scratch, 'encodings-out');
  const { status, stderr } = await callPhyllite(['build', root, '--out', out]);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /^index\.html\.md:9:6 .*lost\.png/m);
  assert.match(stderr, /^guide\.mdx:7:6 .*lost\.png/m);
  assert.match(stderr, /^latin\.html\.md:5:6 .*this file is not UTF-8/m);
  const files = bytesOf(out);
  assert.match(files.get('index.html')!, /<h1 id="gr[^"]*e"[^>]*>/);
  assert.match(files.get('guide.html')!, /Guide Guide/);
  assert.doesNotMatch(
    [...files]
      .filter(([name]) => /\.(html|md)$/.test(name))
      .map(([, text]) => text)
      .join(''),
    /\r/,
  );
});

test('links of the file system that lead out, in a circle or to nothing are told and not followed', {
  skip: process.platform === 'win32',
}, async () => {
  const outside = content('outside', { 'secret.md': '# Secret\n', 'secret.png': 'secret' });
  const root = content('links', {
    'index.html.md': '---\ntitle: A\nincludes:\n  - secret\n---\n\n# A\n\n![x](secret.png)\n',
    'includes/_b.md': 'b',
  });
  symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'includes/_secret.md'));
  symlinkSync(path.join(outside, 'secret.png'), path.join(root, 'secret.png'));
  symlinkSync(path.join(root), path.join(root, 'includes/loop'));
  symlinkSync(path.join(root, 'nothing.md'), path.join(root, 'dead.md'));
  if (process.getuid?.() !== 0) {
    writeFileSync(path.join(root, 'closed.html.md'), '# Closed\n', { mode: 0 });
  }
  const out = path.join(scratch, 'links-out');
  const { status, stderr } = await callPhyllite(['build', root, '--out', out]);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /includes\/_secret\.md .*out of the content folder/);
  assert.match(stderr, /secret\.png .*out of the content folder/);
  assert.match(stderr, /dead\.md .*link leads to nothing/);
  assert.match(stderr, /includes\/loop .*link leads to a folder that contains it/);
  if (process.getuid?.() !== 0)
    assert.match(stderr, /closed\.html\.md .*cannot be read \(EACCES\)/);
  assert.doesNotMatch([...bytesOf(out).values()].join(''), /Secret/);
});

test('check: what of an older site would die, links to other sites, nothing written', async () => {
  const old = content('old', {
    'index.html':
      '<!doctype html><main><h1 id="orders">Orders</h1><h2 id="list-all">List</h2></main>',
    'gone.html': '<!doctype html><h1 id="x">Gone</h1>',
  });
  const root = content('checked', {
    'index.html.md':
      '---\ntitle: A\n---\n\n# Orders\n\n[x](https://elsewhere.example/a)\n\n## List them\n',
  });
  const { status, stdout, stderr } = await callPhyllite([
    'check',
    root,
    '--against',
    old,
    '--external',
    '--format',
    'json',
  ]);
  const { diagnostics, external } = JSON.parse(stdout);
  assert.deepEqual([status, stderr], [1, '']);
  assert.deepEqual(external, [
    { url: 'https://elsewhere.example/a', places: [{ file: 'index.html.md', line: 7 }] },
  ]);
  assert.deepEqual(
    diagnostics.map(({ kind, message }: { kind: string; message: string }) => [
      kind,
      /\S*(gone\.html|#list-all)/.exec(message)?.[0],
    ]),
    [
      ['anchor-lost', '/#list-all'],
      ['url-lost', '/gone.html'],
    ],
  );
  assert.deepEqual(readdirSync(root), ['index.html.md']);
});

test('a component with styles and a script of its own, wherever the content lies', async () => {
  const root = content('component', {
    'index.mdx':
      '---\ntitle: A\ntoc_footers:\n  - <a href="./">Home</a>\n  - <a href="nope.html">Nope</a>\n---\n\n# A\n\n<Price />\n',
    'components/Price.astro':
      '<b class="price">1</b>\n<style>.price { outline-offset: 13px }</style>\n<script>document.body.dataset.price = "seen";</script>\n',
  });
  const out = path.join(scratch, 'component-out');
  const { status, stderr } = await callPhyllite(['build', root, '--out', out]);
  assert.equal(status, 0, stderr);
  const files = [...bytesOf(out).values()].join('\n');
  assert.match(files, /\.price[^{]*\{outline-offset:13px\}/);
  assert.match(files, /dataset\.price/);
  assert.match(stderr, /index\.mdx:5:14 .*nope\.html leads to no page/);
  assert.doesNotMatch(stderr, /link \.\//);
});

test('a translation stands where nav has its original; an accent is a colour', async () => {
  const page = (front: string) => `---\n${front}\n---\n\n# A\n`;
  const root = content('translated', {
    'index.mdx': page(
      'title: API\nreference: api\ntheme: {accent: rebeccapurple}\nnav: [index, {title: Guides, items: [start]}, {title: Other, items: [changelog]}]',
    ),
    'index.de.mdx': page('title: Schnittstelle\nreference: api\nlang: de'),
    'start.mdx': page('title: Start'),
    'changelog.mdx': page('title: Changelog'),
  });
  const out = path.join(scratch, 'translated-out');
  const { status, stderr } = await callPhyllite(['build', root, '--out', out]);
  assert.equal(status, 0, stderr);
  const order = (file: string) =>
    [
      ...readFileSync(path.join(out, file), 'utf8').matchAll(
        /<li class="branch[^>]*><a href="[^#"]*"[^>]*>([^<]*)/g,
      ),
    ].map(([, title]) => title);
  assert.deepEqual(order('index.html').slice(0, 1), ['API']);
  assert.deepEqual(order('index.de.html').slice(0, 1), ['Schnittstelle']);
  writeFileSync(path.join(root, 'index.mdx'), page('title: API\ntheme: {accent: blurple}'));
  assert.match(
    (await callPhyllite(['build', root, '--out', out])).stderr,
    /index\.mdx:3:\d+ .*CSS colour/,
  );
});
