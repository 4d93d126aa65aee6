import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquire } from '../../src/publish/output/lock.ts';
import { OutputError } from '../../src/publish/output/output-error.ts';
import { openOutput, recover } from '../../src/publish/output/staging.ts';

const room = fs.mkdtempSync(path.join(os.tmpdir(), 'phyllite-staging-'));
after(() => fs.rmSync(room, { recursive: true, force: true }));

let count = 0;
function place(): { target: string; project: string } {
  const folder = path.join(room, String(count++));
  fs.mkdirSync(path.join(folder, 'project'), { recursive: true });
  return { target: path.join(folder, 'site'), project: path.join(folder, 'project') };
}

/** A process that builds without end; Node's start is most of what it costs, so its compiled code is kept. */
const builder = (target: string, project: string, most = Infinity) =>
  fork(path.join(import.meta.dirname, 'staging-child.ts'), [target, project, String(most)], {
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(room, 'compiled') },
  });

const mark = '{"generator":"phyllite"}';

function put(folder: string, files: Record<string, string>): void {
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
}

async function build(
  target: string,
  project: string,
  files: Record<string, string>,
): Promise<void> {
  const output = await openOutput(target, { project });
  put(output.stage, { 'reference.json': mark, ...files });
  await output.commit();
}

const list = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
const siblings = (target: string): string[] =>
  fs.readdirSync(path.dirname(target)).filter((name) => name.startsWith('.'));
const stages = (project: string): string[] =>
  fs.readdirSync(path.join(project, 'node_modules/.cache/phyllite/output'));
const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof OutputError && pattern.test(error.message) && error.hint !== '';

test('a build takes the place of the one before; nothing is left beside it', async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one', 'old.html': 'x' });
  await build(target, project, { 'index.html': 'two' });
  assert.deepEqual(list(target), ['index.html', 'reference.json']);
  assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'two');
  assert.deepEqual(siblings(target), []);
  assert.deepEqual(stages(project), []);
});

test('a build that is given up leaves the site as it was', async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one' });
  const output = await openOutput(target, { project });
  put(output.stage, { 'index.html': 'half' });
  output.abort();
  assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'one');
  assert.deepEqual(stages(project), []);
});

test('a second build into one folder is refused while the first lives, by whatever name the folder is called', async () => {
  const { target, project } = place();
  const first = await openOutput(target, { project });
  await assert.rejects(
    openOutput(`${target}/../site/`, { project }),
    refused(new RegExp(`another build \\(process ${process.pid}\\)`)),
  );
  const other = await openOutput(`${target}-2`, { project });
  other.abort();
  first.abort();
  (await openOutput(target, { project })).abort();
});

test('the lock of a dead process is taken over, and a reused process number is no life', async () => {
  const { target, project } = place();
  const lock = path.join(project, 'l.lock');
  const dead = builder(target, project);
  await once(dead, 'message');
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  fs.writeFileSync(
    lock,
    JSON.stringify({ pid: dead.pid, host: os.hostname(), started: '', token: 'x' }),
  );
  const taken = acquire(lock);
  assert.ok('release' in taken);
  assert.deepEqual(acquire(lock), { heldBy: process.pid });
  taken.release();
  assert.ok(!fs.existsSync(lock));
  if (process.platform === 'linux') {
    fs.writeFileSync(
      lock,
      JSON.stringify({ pid: process.pid, host: os.hostname(), started: '1', token: 'x' }),
    );
    assert.ok('release' in acquire(lock));
  }
  fs.writeFileSync(lock, 'no JSON');
  fs.utimesSync(lock, 1, 1);
  assert.ok('release' in acquire(lock));
});

test('what is not ours is never replaced', async () => {
  const { target, project } = place();
  put(target, { 'thesis.txt': 'years of work' });
  await assert.rejects(openOutput(target, { project }), refused(/not empty, and holds no site/));
  assert.deepEqual(list(target), ['thesis.txt']);
  put(target, { 'reference.json': mark, '.git/HEAD': 'ref' });
  await assert.rejects(openOutput(target, { project }), refused(/Git repository/));
  for (const folder of [
    os.homedir(),
    path.parse(process.cwd()).root,
    process.cwd(),
    project,
    path.dirname(project),
  ])
    await assert.rejects(openOutput(folder, { project }), refused(/is, or holds/), folder);
  const content = path.join(room, 'content');
  await assert.rejects(
    openOutput(path.join(content, 'out'), { project, content }),
    refused(/lies in the content folder/),
  );
  await assert.rejects(
    openOutput(path.dirname(content), { project, content }),
    refused(/is, or holds/),
  );
  put(room, { file: '' });
  await assert.rejects(openOutput(path.join(room, 'file'), { project }), refused(/is a file/));
  assert.deepEqual(fs.readdirSync(path.join(project, 'node_modules/.cache/phyllite/output')), []);
});

test('an empty folder, one with a stand-in, and one known by its pages may be replaced', async () => {
  for (const files of [
    {},
    { '.gitkeep': '' },
    { 'index.html': '<html><head><meta name="generator" content="Phyllite">' },
  ] as Record<string, string>[]) {
    const { target, project } = place();
    fs.mkdirSync(target);
    put(target, files);
    await build(target, project, { 'a.html': 'a' });
    assert.deepEqual(list(target), ['a.html', 'reference.json']);
  }
});

test('a link to a folder stays a link', { skip: process.platform === 'win32' }, async () => {
  const { target, project } = place();
  fs.mkdirSync(`${target}-real`);
  fs.symlinkSync(`${target}-real`, target);
  await build(target, project, { 'a.html': 'a' });
  assert.ok(fs.lstatSync(target).isSymbolicLink());
  assert.deepEqual(list(`${target}-real`), ['a.html', 'reference.json']);
});

const elsewhere = '/dev/shm';
const otherDisk = fs.existsSync(elsewhere) && fs.statSync(elsewhere).dev !== fs.statSync(room).dev;

test('an output on another file system is copied there, and swapped there', {
  skip: !otherDisk,
}, async () => {
  const { project } = place();
  const folder = fs.mkdtempSync(path.join(elsewhere, 'phyllite-'));
  try {
    const target = path.join(folder, 'site');
    await build(target, project, { 'index.html': 'one', 'a/b.html': 'x' });
    await build(target, project, { 'index.html': 'two' });
    assert.deepEqual(list(target), ['index.html', 'reference.json']);
    assert.deepEqual(siblings(target), []);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('killed between the two renames: the old site is put back, by preview and by the next build', async () => {
  for (const mend of [
    async (target: string, project: string) =>
      assert.equal(await recover(target, { project }), true),
    async (target: string, project: string) => (await openOutput(target, { project })).abort(),
  ]) {
    const { target, project } = place();
    await build(target, project, { 'index.html': 'old' });
    const gone = 2 ** 22 + 1;
    fs.renameSync(target, path.join(path.dirname(target), `.site.phyllite-old-${gone}-a`));
    put(path.join(path.dirname(target), `.site.phyllite-new-${gone}-a`), { 'index.html': 'new' });
    put(path.join(path.dirname(target), `.site.phyllite-part-${gone}-a`), { 'index.html': 'part' });
    put(path.join(path.dirname(target), `.site.phyllite-trash-${gone}-a`), {
      'index.html': 'trash',
    });
    await mend(target, project);
    assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'old');
    assert.deepEqual(siblings(target), []);
    assert.equal(await recover(target, { project }), false);
  }
});

describe('killed', { concurrency: 2 }, () => {
  for (const lane of [1, 2])
    test(`twenty-five builds killed at random moments: a whole site always (${lane} of 2)`, {
      timeout: 120_000,
    }, async () => {
      const { target, project } = place();
      // One that ends by itself leaves its compiled code for the others.
      await once(builder(target, project, 1), 'exit');
      for (let round = 0; round < 25; round++) {
        const child = builder(target, project);
        await once(child, 'message');
        await sleep(Math.random() * 25);
        child.kill('SIGKILL');
        await once(child, 'exit');
        await recover(target, { project });
        const { name } = JSON.parse(
          fs.readFileSync(path.join(target, 'reference.json'), 'utf8'),
        ) as { name: string };
        const pages = list(target).filter((file) => file !== 'reference.json');
        assert.equal(pages.length, 20, `round ${round}`);
        for (const page of pages)
          assert.equal(fs.readFileSync(path.join(target, page), 'utf8'), name, `round ${round}`);
        assert.deepEqual(siblings(target), [], `round ${round}`);
      }
      (await openOutput(target, { project })).abort();
      assert.deepEqual(stages(project), []);
    });
});
