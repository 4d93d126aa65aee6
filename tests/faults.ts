/**
 * The table of faults: a full disk, files that cannot be read or vanish, a build that is killed at six fixed points and at
 * random ones. The site before stays whole, nothing is left behind, and what is said is a sentence.
 * `node tests/faults.ts [--random 30] [--seed N] [--only WORD]`. It works in a copy of the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, type Copy } from './robust/copy.ts';
import { bytesOf, write, type Files } from './robust/files.ts';
import { Random } from './hostile/random.ts';
import type { Run } from './phyllite.ts';

export interface Fault {
  name: string;
  /** How the run ended, and the first line of what it said. */
  said: string;
  problem?: string;
}

export interface FaultOptions {
  seed?: number;
  /** Kills at random moments. */
  random?: number;
  /** Faults whose name holds this. */
  only?: string;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const index = (text: string) =>
  `---\ntitle: A\nincludes: [x]\n---\n\n# A\n\n${text}\n\n![x](images/a.png)\n`;
const before: Files = {
  'index.html.md': index('The old text.'),
  'includes/_x.md': '# X\n',
  'images/a.png': png,
};
const after: Files = { ...before, 'index.html.md': index('The new text.') };
const broken: Files = { 'index.mdx': '---\ntitle: [A\n---\n\n# A\n' };

const hook = (name: string) => `--import=${new URL(`robust/${name}.ts`, import.meta.url).href}`;

class Faults {
  readonly copy: Copy;
  readonly dir: string;
  readonly done: Fault[] = [];
  readonly only: string;
  #old = new Map<string, string>();
  #new = new Map<string, string>();
  /** Seconds that a build takes. */
  #seconds = 1;

  constructor(copy: Copy, only: string) {
    this.copy = copy;
    this.dir = path.dirname(copy.at);
    this.only = only;
    for (const [name, files] of Object.entries({ before, after, broken }))
      write(path.join(this.dir, name), files);
  }

  build(content: string, out: string, env: Record<string, string> = {}): Promise<Run> {
    return this.copy.run(['build', path.join(this.dir, content), '--out', out], { env, kill: 120 });
  }

  /** Bytes of both sites; caches are warm afterwards. */
  async prepare(): Promise<void> {
    for (const name of ['before', 'after']) {
      const out = path.join(this.dir, `clean-${name}`);
      const run = await this.build(name, out);
      if (run.status !== 0) throw new Error(run.stderr);
      this.#seconds = run.seconds;
      if (name === 'before') this.#old = bytesOf(out);
      else this.#new = bytesOf(out);
    }
    const { status, seconds } = await this.build('after', path.join(this.dir, 'clean-after'));
    if (status === 0) this.#seconds = seconds;
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** What a folder holds: the old site, the new one, nothing, or neither of them. */
  state(out: string): 'old' | 'new' | 'missing' | 'torn' {
    if (!existsSync(out)) return 'missing';
    const bytes = bytesOf(out);
    const is = (site: Map<string, string>) =>
      site.size === bytes.size && [...site].every(([file, text]) => bytes.get(file) === text);
    return is(this.#old) ? 'old' : is(this.#new) ? 'new' : 'torn';
  }

  /** Names beside the output and in the caches that a build makes for itself alone. */
  litter(out: string): string[] {
    const own = readdirSync(path.dirname(out)).filter(
      (name) => name !== path.basename(out) && name.includes('phyllite'),
    );
    const names = this.copy.caches.flatMap(
      (cache) => (existsSync(cache) ? readdirSync(cache, { recursive: true }) : []) as string[],
    );
    return [
      ...own,
      ...names.filter((name) => /(^|\/)(stage-|check-|new-)[^/]*$|\.(lock|tmp|part)$/.test(name)),
    ];
  }

  /** One fault. @param run is to give the run that meets it; `what` it may leave */
  async fault(
    name: string,
    out: string,
    run: () => Promise<Run>,
    { killed = false, mayBuild = false } = {},
  ): Promise<void> {
    if (!name.includes(this.only)) return;
    rmSync(out, { recursive: true, force: true });
    mkdirSync(path.dirname(out), { recursive: true });
    const first = await this.build('before', out);
    if (first.status !== 0)
      return void this.done.push({
        name,
        said: '',
        problem: `the site before it was not built: ${first.stderr}`,
      });
    const met = await run();
    const said = `exit ${met.status}: ${(met.stderr + met.stdout).trim().split('\n')[0]?.replaceAll(this.dir, '…').slice(0, 140) ?? ''}`;
    const problems: string[] = [];
    const state = this.state(out);
    if (
      !killed &&
      /^\s+at .+[:)]|phyllite: failed|please report|Cannot read/m.test(met.stderr + met.stdout)
    )
      problems.push('no sentence');
    if (!killed && met.status === null) problems.push('killed by its own fault');
    if (state === 'torn' && !(mayBuild && met.status === 0)) problems.push('the site is torn');
    if (!killed && met.status !== 0 && state !== 'old') problems.push(`the old site is ${state}`);
    if (!killed && this.litter(out).length)
      problems.push(`left: ${this.litter(out).slice(0, 3).join(', ')}`);
    if (killed) {
      // Whoever comes next puts things right, also where that build itself comes to nothing.
      await this.build('broken', out);
      const later = this.state(out);
      if (later !== 'old' && later !== 'new') problems.push(`afterwards the site is ${later}`);
      if (this.litter(out).length)
        problems.push(`left: ${this.litter(out).slice(0, 3).join(', ')}`);
    }
    const next = await this.build('after', out);
    if (next.status !== 0) problems.push(`the next build fails: ${next.stderr.slice(0, 120)}`);
    else if (this.state(out) !== 'new') problems.push('the next build makes other bytes');
    if (this.litter(out).length)
      problems.push(`left by the next: ${this.litter(out).slice(0, 3).join(', ')}`);
    this.done.push({ name, said, ...(problems.length && { problem: problems.join('; ') }) });
  }
}

export async function runFaults({
  seed = 1,
  random: count = 30,
  only = '',
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
    if (!name.includes(faults.only)) continue;
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
    only: values.only,
  });
  console.log(`Seed ${values.seed}\n\n${faultTable(done)}`);
  process.exitCode = done.some(({ problem }) => problem) ? 1 : 0;
}
