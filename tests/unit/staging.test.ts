import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputError } from '../../src/publish/output/output-error.ts';
import { openOutput, recover } from '../../src/publish/output/staging.ts';

const room = fs.mkdtempSync(path.join(os.tmpdir(), 'phyllite-staging-'));
after(() => fs.rmSync(room, { recursive: true, force: true }));

const host = os.hostname().replace(/[^\w.-]/g, '_');

let count = 0;
function place(): { target: string; project: string } {
  const folder = path.join(room, String(count++));
  fs.mkdirSync(path.join(folder, 'project'), { recursive: true });
  return { target: path.join(folder, 'site'), project: path.join(folder, 'project') };
}

/** A process that builds without end; Node's start is most of what it costs, so its compiled code is kept. */
const builder = (target: string, project: string, most = Infinity, env = {}) =>
  fork(path.join(import.meta.dirname, 'staging-child.ts'), [target, project, String(most)], {
    env: { ...process.env, ...env, NODE_COMPILE_CACHE: path.join(room, 'compiled') },
  });

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
  const output = await openOutput(target, inProject(project));
  put(output.stage, files);
  await output.commit();
}

const list = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => file !== '.phyllite')
    .sort();
const siblings = (target: string): string[] =>
  fs.readdirSync(path.dirname(target)).filter((name) => name.startsWith('.'));
const inProject = (project: string) => ({
  project,
  cache: path.join(project, 'node_modules/.cache/phyllite'),
});

const stages = (project: string): string[] =>
  fs.readdirSync(path.join(project, 'node_modules/.cache/phyllite/output'));
const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof OutputError && pattern.test(error.message) && error.hint !== '';

test('a build takes the place of the one before; nothing is left beside it', async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one', 'old.html': 'x' });
  await build(target, project, { 'index.html': 'two' });
  assert.deepEqual(list(target), ['index.html']);
  assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'two');
  assert.deepEqual(siblings(target), []);
  assert.deepEqual(stages(project), []);
});

test('a build that is given up leaves the site as it was', async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one' });
  const output = await openOutput(target, inProject(project));
  put(output.stage, { 'index.html': 'half' });
  output.abort();
  assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'one');
  assert.deepEqual(stages(project), []);
});

test('a second build into one folder is refused while the first lives, by whatever name the folder is called', async () => {
  const { target, project } = place();
  const first = await openOutput(target, inProject(project));
  await assert.rejects(
    openOutput(`${target}/../site/`, inProject(project)),
    refused(new RegExp(`another build \\(process ${process.pid}\\)`)),
  );
  const other = await openOutput(`${target}-2`, inProject(project));
  other.abort();
  first.abort();
  (await openOutput(target, inProject(project))).abort();
});

test('the claim of a dead process is removed, and a reused process number is no life', async () => {
  const { target, project } = place();
  const dead = builder(target, project);
  await once(dead, 'message');
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  const claimOf = (who: string) => path.join(path.dirname(target), `.site.phyllite-${who}-abcdef`);
  const isRefused = async (who: string, age = 0) => {
    fs.mkdirSync(claimOf(who));
    fs.utimesSync(claimOf(who), Date.now() / 1000 - age, Date.now() / 1000 - age);
    const output = await openOutput(target, inProject(project)).catch((error) => error);
    if (!(output instanceof OutputError)) output.abort();
    fs.rmSync(claimOf(who), { recursive: true, force: true });
    assert.deepEqual(siblings(target), []);
    return output instanceof OutputError;
  };
  assert.equal(await isRefused(`${dead.pid}--${host}`), false);
  assert.equal(await isRefused(`${process.pid}--${host}`), true);
  if (process.platform === 'linux')
    assert.equal(await isRefused(`${process.pid}-1-${host}`), false);
  // Of another machine, which cannot be asked: by its signs of life.
  assert.equal(await isRefused('1--elsewhere'), true);
  assert.equal(await isRefused('1--elsewhere', 600), false);
});

test('what is not ours is never replaced', async () => {
  const { target, project } = place();
  put(target, { 'thesis.txt': 'years of work' });
  await assert.rejects(
    openOutput(target, inProject(project)),
    refused(/not empty, and holds no site/),
  );
  assert.deepEqual(list(target), ['thesis.txt']);
  put(target, { '.git/HEAD': 'ref' });
  await assert.rejects(openOutput(target, inProject(project)), refused(/Git repository/));
  for (const folder of [
    os.homedir(),
    path.parse(process.cwd()).root,
    process.cwd(),
    project,
    path.dirname(project),
  ])
    await assert.rejects(openOutput(folder, inProject(project)), refused(/is, or holds/), folder);
  const content = path.join(room, 'content');
  await assert.rejects(
    openOutput(path.join(content, 'out'), { ...inProject(project), content }),
    refused(/lies in the content folder/),
  );
  await assert.rejects(
    openOutput(path.dirname(content), { ...inProject(project), content }),
    refused(/is, or holds/),
  );
  put(room, { file: '' });
  await assert.rejects(
    openOutput(path.join(room, 'file'), inProject(project)),
    refused(/is a file/),
  );
  assert.ok(!fs.existsSync(path.join(project, 'node_modules')));
});

/** As version 0.1.0 wrote it, without the mark of later ones. */
const olderSite = {
  'reference.json': JSON.stringify({
    generator: 'phyllite',
    version: 1,
    base: '/docs/',
    documents: [{ pages: [{ url: 'https://x.test/docs/' }, { url: '/docs/a%20b/c.html' }] }],
  }),
  'index.html': '',
  'a b/c.html': '',
};

test('an empty folder, one with a stand-in, and a site of version 0.1.0 may be replaced', async () => {
  for (const files of [{}, { '.gitkeep': '' }, olderSite] as Record<string, string>[]) {
    const { target, project } = place();
    fs.mkdirSync(target);
    put(target, files);
    await build(target, project, { 'a.html': 'a' });
    assert.deepEqual(list(target), ['a.html']);
  }
});

test('a forged mark empties no folder', async () => {
  const { 'a b/c.html': _, ...lacking } = olderSite;
  for (const mark of [
    { 'reference.json': '{"generator":"phyllite"}' },
    { 'reference.json': '{"generator":"phyllite","base":"/","documents":[]}' },
    { 'index.html': '<html><head><meta name="generator" content="Phyllite">' },
    lacking,
    { '.phyllite': '{"generator":"phyllite","files":[]}' },
    { '.phyllite': 'null' },
  ] as Record<string, string>[]) {
    const { target, project } = place();
    put(target, { 'thesis.txt': 'years of work', ...mark });
    const before = list(target);
    await assert.rejects(openOutput(target, inProject(project)), refused(/holds no site/));
    assert.deepEqual(list(target), before);
  }
});

test("the content's own reference.json does not make a site another's", async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one', 'reference.json': '[]' });
  await build(target, project, { 'index.html': 'two' });
  assert.deepEqual(list(target), ['index.html']);
});

test('a file that was put into a site is not removed; compressed copies of ours are', async () => {
  const { target, project } = place();
  await build(target, project, { 'index.html': 'one' });
  put(target, { 'index.html.gz': 'packed', '.DS_Store': '' });
  await build(target, project, { 'index.html': 'two' });
  assert.deepEqual(list(target), ['index.html']);
  put(target, { 'deep/thesis.txt': 'years of work' });
  await assert.rejects(openOutput(target, inProject(project)), refused(/deep\/thesis\.txt/));
  assert.deepEqual(list(target), ['deep/thesis.txt', 'index.html']);
});

test('a link to a folder stays a link', { skip: process.platform === 'win32' }, async () => {
  const { target, project } = place();
  fs.mkdirSync(`${target}-real`);
  fs.symlinkSync(`${target}-real`, target);
  await build(target, project, { 'a.html': 'a' });
  assert.ok(fs.lstatSync(target).isSymbolicLink());
  assert.deepEqual(list(`${target}-real`), ['a.html']);
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
    assert.deepEqual(list(target), ['index.html']);
    assert.deepEqual(siblings(target), []);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('killed between the two renames: the old site is put back, by preview and by the next build', async () => {
  for (const mend of [
    async (target: string) => assert.equal(await recover(target), true),
    async (target: string, project: string) =>
      (await openOutput(target, inProject(project))).abort(),
  ]) {
    const { target, project } = place();
    await build(target, project, { 'index.html': 'old' });
    const claim = path.join(path.dirname(target), `.site.phyllite-${2 ** 22 + 1}-1-${host}-abcdef`);
    fs.mkdirSync(claim);
    fs.renameSync(target, path.join(claim, 'old'));
    put(path.join(claim, 'new'), { 'index.html': 'new' });
    put(path.join(claim, 'trash'), { 'index.html': 'trash' });
    await mend(target, project);
    assert.equal(fs.readFileSync(path.join(target, 'index.html'), 'utf8'), 'old');
    assert.deepEqual(siblings(target), []);
    assert.equal(await recover(target), false);
  }
});

/** The site in the target is one build's, whole, and nothing lies beside it. */
async function isWhole(target: string, when: string): Promise<void> {
  await recover(target);
  const name = fs.readFileSync(path.join(target, 'name.txt'), 'utf8');
  const pages = list(target).filter((file) => file !== 'name.txt');
  assert.equal(pages.length, 20, when);
  for (const page of pages)
    assert.equal(fs.readFileSync(path.join(target, page), 'utf8'), name, when);
  assert.deepEqual(siblings(target), [], when);
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('killed', { concurrency: 2 }, () => {
  test('before each step of the swap: a whole site always', { timeout: 120_000 }, async () => {
    const { target, project } = place();
    await once(builder(target, project, 1), 'exit');
    // The stage, the old site aside, the new one in, the old one to the trash, three removals.
    for (let step = 1; step <= 7; step++) {
      const child = builder(target, project, 1, { KILL_AT: String(step) });
      const [, signal] = await once(child, 'exit');
      assert.equal(signal, 'SIGKILL', `step ${step}`);
      await isWhole(target, `step ${step}`);
    }
    (await openOutput(target, inProject(project))).abort();
    assert.deepEqual(stages(project), []);
  });

  const seed = Number(process.env['SEED'] ?? Date.now() % 1e6);
  const chance = random(seed);
  for (const lane of [1, 2])
    test(`twenty-five builds killed at random moments (lane ${lane} of 2, SEED=${seed})`, {
      timeout: 120_000,
    }, async () => {
      const { target, project } = place();
      // One that ends by itself leaves its compiled code for the others.
      await once(builder(target, project, 1), 'exit');
      for (let round = 0; round < 25; round++) {
        const child = builder(target, project);
        await once(child, 'message');
        await sleep(chance() * 25);
        child.kill('SIGKILL');
        await once(child, 'exit');
        await isWhole(target, `round ${round}`);
      }
      (await openOutput(target, inProject(project))).abort();
      assert.deepEqual(stages(project), []);
    });
});
