/**
 * The table of faults: a full disk, files that cannot be read or vanish, a build that is killed at six fixed points and at
 * random ones. The site before stays whole, nothing is left behind, and what is said is a sentence.
 * `node tests/faults.ts [--random 30] [--seed N] [--only PATTERN]`. It works in a copy of the project.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject } from './robust/copy.ts';
import { after, Faults, hook, type Fault } from './robust/fault-run.ts';
import { write, type Files } from './robust/files.ts';
import { Random } from './hostile/random.ts';
import type { Run } from './phyllite.ts';

export type { Fault };

export interface FaultOptions {
  seed?: number;
  /** Kills at random moments. */
  random?: number;
  /** Faults whose name it fits. */
  only?: RegExp;
}

export async function runFaults({
  seed = 1,
  random: count = 30,
  only = /(?:)/,
}: FaultOptions = {}): Promise<Fault[]> {
  const copy = copyProject();
  try {
    const faults = new Faults(copy, only);
    await faults.prepare();
    await fullDisk(faults);
    await unreadable(faults);
    await killed(faults, seed, count);
    return faults.done;
  } finally {
    for (const mount of mounts.splice(0)) spawnSync('umount', ['-l', mount]);
    copy.remove();
  }
}

const mounts: string[] = [];

/** A file system of so many bytes; false where this user may not mount one. */
function mount(dir: string, size: string): boolean {
  mkdirSync(dir, { recursive: true });
  if (
    process.platform !== 'linux' ||
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir]).status !== 0
  )
    return false;
  mounts.push(dir);
  return true;
}

async function fullDisk(faults: Faults): Promise<void> {
  const { dir } = faults;
  write(path.join(dir, 'large'), { ...after, 'files/large.bin': Buffer.alloc(3_000_000, 'x') });
  const disk = path.join(dir, 'disk');
  if (!mount(disk, '2m'))
    return void faults.done.push({
      name: 'disk full',
      said: 'skipped: this user may not mount a small disk',
    });
  const out = path.join(disk, 'site');
  await faults.fault('disk full: the output', out, () => faults.build('large', out));
  for (const [index, cache] of faults.copy.caches.entries()) {
    const name = `disk full: the caches (${index + 1})`;
    if (!faults.only.test(name)) continue;
    const other = path.join(dir, `site-${index}`);
    // Not empty, and full.
    await faults.fault(
      name,
      other,
      async () => {
        rmSync(cache, { recursive: true, force: true });
        if (!mount(cache, '100k')) throw new Error('no second mount');
        const run = await faults.build('after', other);
        spawnSync('umount', ['-l', mounts.pop()!]);
        return run;
      },
      { mayBuild: true },
    );
  }
  const limit = path.join(dir, 'limit', 'site');
  await faults.fault('a file larger than may be written', limit, () => limited(faults, limit));
}

/** As a disk that takes no more: the shell allows files of 1 MB. */
async function limited(faults: Faults, out: string): Promise<Run> {
  const { runProcess } = await import('./robust/process.ts');
  const entry = path.join(faults.copy.at, 'src/cli/phyllite.ts');
  return runProcess(entry, ['build', path.join(faults.dir, 'large'), '--out', out], {
    cwd: faults.dir,
    env: { PHYLLITE_CACHE: faults.copy.caches[0]! },
    kill: 120,
    before: ['sh', '-c', 'trap "" XFSZ; ulimit -f 2000; exec "$0" "$@"'],
  });
}

async function unreadable(faults: Faults): Promise<void> {
  const files: Files = {
    ...after,
    'styles.css': 'a{}',
    'head.html': '<meta name="x">',
    'b.html.md': '---\ntitle: B\n---\n\n# B\n',
    '_p.md.erb': 'x',
    'c.html.md.erb': '---\ntitle: C\n---\n\n<%= partial "p" %>\n',
    'stylesheets/_variables.scss': '$nav-bg: red;',
  };
  write(path.join(faults.dir, 'many'), files);
  for (const how of ['UNREADABLE_FILE', 'VANISHED_FILE']) {
    for (const file of [
      'index.html.md',
      ...Object.keys(files).filter((each) => each !== 'index.html.md'),
    ]) {
      const out = path.join(faults.dir, 'read', 'site');
      const env = { NODE_OPTIONS: hook('unreadable'), [how]: path.join(faults.dir, 'many', file) };
      await faults.fault(
        `${how === 'UNREADABLE_FILE' ? 'unreadable' : 'vanished'}: ${file}`,
        out,
        () => faults.build('many', out, env),
        { mayBuild: true },
      );
    }
  }
}

/** Six fixed points, and random ones. */
const points = ['write 1', 'write 10', 'rename 1', 'rename 2', 'renamed 2', 'remove 1'];

async function killed(faults: Faults, seed: number, count: number): Promise<void> {
  const out = path.join(faults.dir, 'killed', 'site');
  for (const point of points)
    await faults.fault(
      `killed at ${point}`,
      out,
      () =>
        faults.build('after', out, {
          NODE_OPTIONS: hook('kill'),
          KILL_AT: point,
          KILL_BESIDE: out,
        }),
      { killed: true },
    );
  const random = new Random(seed);
  for (let round = 1; round <= count; round++) {
    const seconds = random.next() * faults.seconds * 1.1;
    await faults.fault(
      `killed at random (${round}, after ${Math.round(seconds * 1000)} ms)`,
      out,
      () =>
        faults.copy.run(['build', path.join(faults.dir, 'after'), '--out', out], { kill: seconds }),
      { killed: true },
    );
  }
}

export function faultTable(done: Fault[]): string {
  const lines = done.map(
    ({ name, said, problem }) =>
      `| ${name} | ${problem ? `**${problem}**` : 'whole'} | ${said.replaceAll('|', '\\|')} |`,
  );
  return `Faults: ${done.length}, ${done.filter(({ problem }) => problem).length} badly met\n\n| fault | the site | said |\n| --- | --- | --- |\n${lines.join('\n')}`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      random: { type: 'string', default: '30' },
      only: { type: 'string', default: '' },
    },
  });
  const done = await runFaults({
    seed: Number(values.seed),
    random: Number(values.random),
    only: new RegExp(values.only),
  });
  console.log(`Seed ${values.seed}\n\n${faultTable(done)}`);
  process.exitCode = done.some(({ problem }) => problem) ? 1 : 0;
}
