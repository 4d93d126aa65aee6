/**
 * The table of damaged caches: a small site of MDX and Slate Markdown is built, then each file of each cache is cut, emptied
 * and has a byte flipped, one at a time; every build after it must give the bytes of a clean one.
 * `node tests/damage.ts [--sample N]`. It works in a copy of the project, with caches of its own.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, type Copy } from './robust/copy.ts';
import { bytesOf, write, type Files } from './robust/files.ts';
import { Random } from './hostile/random.ts';

/** A document each: Pagefind's list of more than one document has no fixed order. */
const contents: Record<string, Files> = {
  'Slate Markdown': {
    'index.html.md':
      '---\ntitle: A\nlanguage_tabs: [ruby]\nincludes: [more]\n---\n\n# A\n\nText of A.\n\n```ruby\nputs 1\n```\n',
    'includes/_more.md':
      '# More\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `id` | integer | The number. |\n',
  },
  'MDX and Slate Markdown': {
    'index.mdx':
      '---\ntitle: B\nlanguage_tabs: [ruby]\nincludes: [one, two]\n---\n\n# B\n\n<Aside>Text of B.</Aside>\n',
    'includes/_one.mdx': '## One\n\n```ruby\nputs 2\n```\n',
    'includes/_two.md': '## Two\n\n```ruby\nputs 3\n```\n',
  },
};

const damages: Record<string, (bytes: Buffer, random: Random) => Buffer> = {
  cut: (bytes, random) =>
    bytes.subarray(0, Math.max(0, Math.floor(bytes.length * (0.2 + random.next() * 0.7)))),
  emptied: () => Buffer.alloc(0),
  flipped: (bytes, random) => {
    const flipped = Buffer.from(bytes);
    if (flipped.length) flipped[random.below(flipped.length)]! ^= 1 << random.below(8);
    return flipped;
  },
};

export interface Damage {
  content: string;
  /** Below the cache folder; digests are written as `*`. */
  file: string;
  how: string;
  /** What was wrong with the build after it; undefined: nothing. */
  problem?: string;
}

export interface DamageOptions {
  /** So many of all damages, spread over all kinds of files; all of them if left out. */
  sample?: number;
  seed?: number;
  /** Code that Node keeps compiled is Node's own to check, and there are hundreds of files: one in so many. */
  nodeCode?: number;
  progress?: (done: number, of: number) => void;
}

/** @returns every damage that was done, in order */
export async function runDamage({
  sample,
  seed = 1,
  nodeCode = 40,
  progress = () => {},
}: DamageOptions = {}): Promise<Damage[]> {
  const copy = copyProject();
  const random = new Random(seed);
  const done: Damage[] = [];
  try {
    for (const [content, files] of Object.entries(contents)) {
      const dir = path.join(path.dirname(copy.at), content.replaceAll(' ', '-')),
        root = path.join(dir, 'content');
      mkdirSync(dir);
      write(root, files);
      const clean = await built(copy, root, path.join(dir, 'clean'));
      if (typeof clean === 'string') throw new Error(`the clean build failed: ${clean}`);
      const again = await built(copy, root, path.join(dir, 'again'));
      if (again !== undefined && differs(clean, again))
        done.push({
          content,
          file: '(none)',
          how: 'left as it is',
          problem: differs(clean, again)!,
        });
      const kept = copy.caches.flatMap((cache) => list(cache));
      let todo = kept
        .filter((file, index) => !/node-code/.test(file) || index % nodeCode === 0)
        .flatMap((file) => Object.keys(damages).map((how) => ({ file, how })));
      const whole = todo.length;
      if (sample) todo = spread(todo, sample);
      for (const [index, { file, how }] of todo.entries()) {
        progress(index, todo.length);
        const bytes = read(file);
        if (!bytes?.length) continue;
        writeFileSync(file, damages[how]!(bytes, random));
        const out = path.join(dir, 'out');
        const now = await built(copy, root, out);
        let problem = typeof now === 'string' ? now : differs(clean, now);
        if (problem === undefined) {
          // A build that got round it must not leave it for the next one.
          const next = await built(copy, root, out);
          const still = typeof next === 'string' ? next : differs(clean, next);
          if (still !== undefined) problem = `the build after: ${still}`;
        }
        done.push({
          content,
          file: nameOf(copy, file),
          how,
          ...(problem !== undefined && { problem }),
        });
        // The next damage is the only one.
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, bytes);
        rmSync(out, { recursive: true, force: true });
      }
      progress(whole, whole);
    }
  } finally {
    copy.remove();
  }
  return done;
}

/** One of each kind of file and damage first, then on. */
function spread<T extends { file: string; how: string }>(all: T[], count: number): T[] {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = `${path.basename(path.dirname(each.file)).replace(/[0-9a-f]{8,}/g, '*')} ${path.extname(each.file)} ${each.how}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const picked: T[] = [];
  for (let round = 0; picked.length < Math.min(count, all.length); round++)
    for (const group of groups.values())
      if (group[round] && picked.length < count) picked.push(group[round]!);
  return picked;
}

async function built(copy: Copy, root: string, out: string): Promise<Map<string, string> | string> {
  const { status, stderr } = await copy.run(['build', root, '--out', out], { kill: 120 });
  if (status === 0) return bytesOf(out);
  return `exit ${status}: ${stderr.replace(/\s+/g, ' ').slice(0, 160)}`;
}

function differs(
  clean: Map<string, string>,
  now: Map<string, string> | string,
): string | undefined {
  if (typeof now === 'string') return now;
  const names = new Set([...clean.keys(), ...now.keys()]);
  const other = [...names].filter((name) => clean.get(name) !== now.get(name));
  return other.length
    ? `other bytes: ${other.slice(0, 3).join(', ')}${other.length > 3 ? ` and ${other.length - 3} more` : ''}`
    : undefined;
}

function list(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** A file that a build has removed since is damaged enough. */
function read(file: string): Buffer | undefined {
  return statSync(file, { throwIfNoEntry: false }) && readFileSync(file);
}

const nameOf = (copy: Copy, file: string): string =>
  path
    .relative(copy.caches.find((cache) => file.startsWith(cache + path.sep)) ?? copy.at, file)
    .replace(/[0-9a-f]{10,}/g, '*')
    .replaceAll(path.sep, '/');

export function damageTable(done: Damage[]): string {
  const groups = new Map<string, Damage[]>();
  for (const each of done) {
    const key = `${each.file.replace(/\/[^/]*$/, '')}/`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const lines = [...groups].map(([folder, all]) => {
    const bad = all.filter(({ problem }) => problem !== undefined);
    const said = [
      ...new Set(bad.map(({ file, how, problem }) => `${path.basename(file)} ${how}: ${problem}`)),
    ];
    return `| ${folder} | ${all.length} | ${bad.length} | ${said.slice(0, 3).join('<br>').replaceAll('|', '\\|')} |`;
  });
  return `Damaged caches: ${done.length}, one at a time\n\n| below the cache | damages | wrong builds | such as |\n| --- | --: | --: | --- |\n${lines.join('\n')}`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'node-code': { type: 'string', default: '40' },
    },
  });
  const done = await runDamage({
    seed: Number(values.seed),
    nodeCode: Number(values['node-code']),
    ...(values.sample && { sample: Number(values.sample) }),
    progress: (at, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${at} of ${of} `);
    },
  });
  console.log(damageTable(done));
  process.exitCode = done.some(({ problem }) => problem !== undefined) ? 1 : 0;
}
