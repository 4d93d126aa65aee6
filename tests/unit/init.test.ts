/** `phyllite init`: the folder it makes, from nothing, from a Slate source, from a description. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { init } from '../../src/cli/init/init.ts';
import { installedTarball } from '../../src/cli/init/tarball.ts';

const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'phyllite-init-'));
const version = '0.2.0';
const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

function source(files: Record<string, string>): string {
  const dir = scratch();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return dir;
}

test('a new folder holds what an owner needs, and nothing else', () => {
  const dir = path.join(scratch(), 'Café "docs"');
  const told = init({ dir, version });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );
  assert.deepEqual(files.sort(), [
    '.github/workflows/pages.yml',
    '.gitignore',
    'README.md',
    'content/includes/_errors.mdx',
    'content/index.mdx',
    'package.json',
    'phyllite.config.ts',
  ]);
  const { name, devDependencies } = JSON.parse(read(dir, 'package.json'));
  assert.match(name, /^[a-z0-9._-]+$/);
  assert.deepEqual(devDependencies, { phyllite: version });
  assert.match(read(dir, 'content/index.mdx'), /^title: "Café \\"docs\\""$/m);
  assert.ok(told.some((line) => line.includes('npm run dev')));
});

test('nothing that is there is overwritten', () => {
  const dir = source({ 'README.md': 'mine' });
  assert.throws(() => init({ dir, version }), /README\.md is there already/);
  assert.deepEqual(readdirSync(dir), ['README.md']);
  const other = source({ 'content/notes.txt': 'mine' });
  assert.throws(() => init({ dir: other, version }), /content is there already/);
});

test('a folder in which Phyllite was installed keeps its package.json, and gets the scripts', () => {
  const own = { dependencies: { phyllite: 'file:x.tgz' }, scripts: { dev: 'mine' } };
  const dir = source({ 'package.json': JSON.stringify(own) });
  init({ dir, version });
  const { scripts, ...rest } = JSON.parse(read(dir, 'package.json'));
  const allowScripts = { esbuild: false };
  assert.deepEqual(rest, { dependencies: own.dependencies, allowScripts });
  assert.equal(scripts.dev, 'mine');
  assert.equal(scripts.build, 'phyllite build');
  const broken = source({ 'package.json': '{' });
  assert.throws(() => init({ dir: broken, version }), /not valid JSON/);
  assert.deepEqual(readdirSync(broken), ['package.json']);
});

test('a project asks for the tarball that Phyllite was installed from, and has it', () => {
  const parent = source({
    'package.json': '{"devDependencies":{"phyllite":"file:tars/phyllite-0.2.0.tgz"}}',
    'tars/phyllite-0.2.0.tgz': 'x',
    'deep/package.json': '{}',
  });
  const tarball = installedTarball(path.join(parent, 'deep'));
  assert.equal(tarball, path.join(parent, 'tars/phyllite-0.2.0.tgz'));
  const dir = path.join(parent, 'docs');
  init({ dir, version, tarball: tarball! });
  const { devDependencies } = JSON.parse(read(dir, 'package.json'));
  assert.deepEqual(devDependencies, { phyllite: 'file:./phyllite-0.2.0.tgz' });
  assert.equal(read(dir, 'phyllite-0.2.0.tgz'), 'x');
  const published = source({ 'package.json': '{"dependencies":{"phyllite":"^0.2.0"}}' });
  assert.equal(installedTarball(published), undefined);
  assert.equal(installedTarball(scratch()), undefined);
});

test('each package manager finds its settings, and is named', () => {
  for (const [agent, file, command] of [
    ['pnpm/12.21.0 npm/? node/v24.21.0', 'pnpm-workspace.yaml', 'pnpm install'],
    ['yarn/4.18.1 npm/? node/v24.21.0', '.yarnrc.yml', 'yarn install'],
    ['npm/11.19.1 node/v24.21.0', '', 'npm install'],
  ] as const) {
    const dir = path.join(scratch(), 'docs');
    const told = init({ dir, version, agent });
    assert.ok(told.includes(`  ${command}`), told.join('\n'));
    for (const one of ['pnpm-workspace.yaml', '.yarnrc.yml'])
      assert.equal(existsSync(path.join(dir, one)), one === file, `${agent} ${one}`);
    assert.equal(existsSync(path.join(dir, 'yarn.lock')), agent.startsWith('yarn'), agent);
  }
});

test('a Slate project is copied without what is Slate’s own', () => {
  const from = source({
    'source/index.html.md': '---\ntitle: API\n---\n',
    'source/includes/_errors.md': '# Errors\n',
    'source/images/logo.png': 'x',
    'source/layouts/layout.erb': 'x',
    'source/stylesheets/screen.css.scss': 'x',
    'source/stylesheets/_variables.scss': '$nav-bg: #000;\n',
    'config.rb': 'x',
  });
  const dir = path.join(scratch(), 'docs');
  const told = init({ dir, from, version });
  assert.equal(read(dir, 'content/index.html.md'), '---\ntitle: API\n---\n');
  assert.ok(existsSync(path.join(dir, 'content/stylesheets/_variables.scss')));
  for (const gone of ['layouts', 'stylesheets/screen.css.scss', '../config.rb'])
    assert.equal(existsSync(path.join(dir, 'content', gone)), false, gone);
  assert.match(told[0]!, /^Copied 1 page, 1 include, 1 image /);
  assert.ok(told.some((line) => line.includes('layouts/')));
});

test('a description becomes a page that names it', () => {
  const from = path.join(source({ 'my api.yaml': 'openapi: 3.1.0\n' }), 'my api.yaml');
  const dir = path.join(scratch(), 'docs');
  init({ dir, from, version });
  assert.match(read(dir, 'content/index.mdx'), /^openapi: .*my api\.yaml/m);
  assert.equal(read(dir, 'content/my api.yaml'), 'openapi: 3.1.0\n');
});

test('what is no source is told in a sentence', () => {
  const dir = path.join(scratch(), 'docs');
  assert.throws(() => init({ dir, from: '/nowhere/at/all', version }), /is not there/);
  assert.throws(() => init({ dir, from: scratch(), version }), /holds no page/);
  const text = path.join(source({ 'notes.txt': 'x' }), 'notes.txt');
  assert.throws(() => init({ dir, from: text, version }), /no OpenAPI description/);
  assert.equal(existsSync(dir), false);
});

test('R4 what cannot be copied leaves nothing half made', () => {
  const from = source({ 'index.html.md': '# A\n', 'images/a.png': 'x' });
  // Root may read all, but not this.
  symlinkSync('loop.png', path.join(from, 'images', 'loop.png'));
  for (const below of ['new', 'new/er', '.']) {
    const parent = scratch();
    const dir = path.join(parent, below);
    assert.throws(() => init({ dir, from, version }), /ELOOP|ENOENT/);
    assert.deepEqual(readdirSync(parent), [], below);
  }
});
