/** The packed package does what the repository does; all of `npm run try-package` that needs no network. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pack, unpack } from '../package/unpacked.ts';
import { project } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';

const MAX_BYTES = 600_000;
// Spaces, quotes and letters of other scripts are all that a folder's name may hold.
const room = mkdtempSync(path.join(tmpdir(), 'phyllite-package-'));
const dir = path.join(room, process.platform === 'win32' ? 'dócs 文' : `my "dócs" 'n 文`);
const home = path.join(room, 'home');
let tarball: string, bin: string;

interface Called {
  status: number | null;
  stdout: string;
  stderr: string;
}
/** @param command the package's file of it. @param cwd where it is called */
const call = (command: string, cwd: string, ...args: string[]): Called =>
  spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, XDG_CACHE_HOME: '', GITHUB_ACTIONS: '', INIT_CWD: '' },
  });
const phyllite = (...args: string[]): Called => call(bin, dir, ...args);
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

before(() => {
  for (const folder of [dir, home]) mkdirSync(folder);
  writeFileSync(path.join(dir, 'package.json'), '{}\n');
  tarball = pack(room);
  bin = unpack(tarball, dir);
});
after(() => rmSync(room, { recursive: true, force: true }));

test('the tarball is small, and holds no TypeScript but types', () => {
  assert.ok(statSync(tarball).size < MAX_BYTES, `${statSync(tarball).size} bytes`);
  const wrong = filesOf(path.join(dir, 'node_modules/phyllite')).filter(
    (file) => /(?<!\.d)\.ts$/.test(file) && !file.includes('template') && !file.endsWith('.astro'),
  );
  assert.deepEqual(wrong, []);
});

test('what its modules name by a path lies there', () => {
  const lib = path.join(dir, 'node_modules/phyllite/lib');
  const named = filesOf(path.join(lib, 'cli'))
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const script = readFileSync(path.join(lib, 'cli', file), 'utf8');
      return [
        ...[...script.matchAll(/new URL\(["'`]\.\/([^"'`$]+)["'`]/g)].map(
          ([, name]) => `cli/${name}`,
        ),
        ...[...script.matchAll(/moduleFile\(["'`]([^"'`]+)/g)].map(([, name]) => `${name}.js`),
      ];
    });
  assert.ok(named.length >= 5, named.join(', '));
  assert.deepEqual(
    named.filter((name) => !existsSync(path.join(lib, name))),
    [],
  );
});

test('a new project builds, and nothing is written outside of it', () => {
  const installed = filesOf(path.join(dir, 'node_modules/phyllite'));
  const init = phyllite('init', 'made');
  assert.equal(init.status, 0, init.stderr);
  const build = phyllite('build', 'made/content', '--out', 'made/dist');
  assert.equal(build.status, 0, build.stderr + build.stdout);
  assert.ok(filesOf(path.join(dir, 'made/dist')).includes('index.html'));
  const check = phyllite('check', 'made/content', '--strict');
  assert.equal(check.status, 0, check.stderr + check.stdout);
  assert.deepEqual(filesOf(path.join(dir, 'node_modules/phyllite')), installed);
  assert.deepEqual(filesOf(home), []);
});

test('package and repository build the same bytes', async () => {
  const content = path.join(project, 'tests/fixtures/payments');
  const [ours, packed] = [path.join(room, 'ours'), path.join(room, 'packed')];
  const run = await callPhyllite(['build', content, '--out', ours]);
  assert.equal(run.status, 0, run.stderr);
  const build = phyllite('build', content, '--out', packed);
  assert.equal(build.status, 0, build.stderr);
  assert.deepEqual(filesOf(packed), filesOf(ours));
  for (const file of filesOf(ours)) {
    const [a, b] = [ours, packed].map((folder) => readFileSync(path.join(folder, file)));
    // Its keys stand in no order.
    if (file.endsWith('pagefind-entry.json') || file.endsWith('.phyllite'))
      assert.deepEqual(Object(read(a!)), Object(read(b!)), file);
    else assert.ok(a!.equals(b!), file);
  }
});

function read(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

test('its types take what the guide shows, and mark what is wrong', () => {
  cpSync(path.join(project, 'tests/fixtures/extended'), path.join(dir, 'typed'), {
    recursive: true,
  });
  const wrong = `import { defineConfig } from 'phyllite';
// @ts-expect-error
defineConfig({ theme: { acent: '#fff' } });
// @ts-expect-error
defineConfig({ defaults: { toc_depth: 'two' } });
`;
  writeFileSync(path.join(dir, 'typed/wrong.ts'), wrong);
  const options =
    '--noEmit --strict --skipLibCheck --allowImportingTsExtensions --resolveJsonModule ' +
    '--module esnext --moduleResolution bundler --target es2022';
  const { status, stdout } = call(
    path.join(project, 'node_modules/typescript/bin/tsc'),
    path.join(dir, 'typed'),
    ...options.split(' '),
    'phyllite.config.ts',
    'wrong.ts',
  );
  assert.equal(status, 0, stdout);
});

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
  assert.equal(phyllite('--version').stdout.trim(), version);
});

test('in a folder with # or % it says so, and writes nothing', {
  skip: process.platform === 'win32',
}, () => {
  for (const sign of ['#', '%']) {
    const folder = path.join(room, `a${sign}b`);
    const own = unpack(tarball, folder);
    const before = filesOf(folder);
    for (const args of [
      ['build', '.'],
      ['init', 'made'],
    ]) {
      const { status, stderr } = call(own, folder, ...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^phyllite: Phyllite cannot work in .*; move it elsewhere.*\n$/);
    }
    assert.deepEqual(filesOf(folder), before);
    assert.deepEqual(filesOf(home), []);
  }
});
