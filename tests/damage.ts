/**
 * The table of damaged caches: a small site of Slate Markdown, and one of MDX with Slate Markdown,
 * an island and a description, are built; then each file of each cache is cut, emptied and has a
 * byte flipped, one at a time; every build after it must give the bytes of a clean one.
 * `node tests/damage.ts [--sample N] [--all]`. It works in a copy of the project, with caches of its own.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, type Copy } from './robust/copy.ts';
import { bytesOf, write, type Files } from './robust/files.ts';
import { KeptCaches } from './robust/kept.ts';
import { Random } from './hostile/random.ts';

/** A document each: Pagefind's list of more than one document has no fixed order. */
const contents: Record<string, Files> = {
  'Slate Markdown': {
    'content/index.html.md':
      '---\ntitle: A\nlanguage_tabs: [ruby]\nincludes: [more]\n---\n\n# A\n\nText of A.\n\n```ruby\nputs 1\n```\n',
    'content/includes/_more.md':
      '# More\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `id` | integer | The number. |\n',
  },
  'all at once': {
    'phyllite.config.ts':
      "import react from '@astrojs/react';\nexport default { integrations: [react()] };\n",
    'content/index.mdx':
      "---\ntitle: B\nincludes: [one, two]\nopenapi: ./api.yaml\n---\n\nimport Count from './components/Count.jsx';\n\n# B\n\n<Aside>Text of B.</Aside>\n\n<Count client:load />\n",
    'content/includes/_one.mdx': '## One\n\n```ruby\nputs 2\n```\n',
    'content/includes/_two.md': '## Two\n\n```shell\nls\n```\n',
    'content/components/Count.jsx':
      'export default function Count() {\n  return <button>1</button>;\n}\n',
    'content/api.yaml':
      'openapi: 3.1.0\ninfo: {title: C, version: "1"}\npaths:\n  /cats:\n    get:\n      operationId: listCats\n      description: All *cats*.\n      responses: {"200": {description: Done.}}\n',
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
  /**
   * Each file in every way. Left out: of the two caches of many files, which are checked as one (what
   * is compiled of our layout, and the code that Node keeps, one file in a hundred), each in one
   * way, in turn; and all of Node's at once.
   */
  all?: boolean;
  progress?: (done: number, of: number) => void;
}

/** @returns every damage that was done, in order */
export async function runDamage(options: DamageOptions = {}): Promise<Damage[]> {
  const copy = copyProject();
  const random = new Random(options.seed ?? 1);
  try {
    const done: Damage[] = [];
    for (const [content, files] of Object.entries(contents)) {
      // Within the project, where its packages are found.
      const at = path.join(copy.at, content.replaceAll(' ', '-'));
      write(at, files);
      for (const cache of copy.caches) rmSync(cache, { recursive: true, force: true });
      done.push(...(await damageContent(content, copy, at, random, options)));
    }
    return done;
  } finally {
    copy.remove();
  }
}

interface Todo {
  files: string[];
  how: string;
}

async function damageContent(
  content: string,
  copy: Copy,
  at: string,
  random: Random,
  { sample, all = false, progress = () => {} }: DamageOptions,
): Promise<Damage[]> {
  const clean = await built(copy, at);
  if (typeof clean === 'string') throw new Error(`the clean build failed: ${clean}`);
  const problemNow = async () => differs(clean, await built(copy, at));
  const again = await problemNow();
  const done: Damage[] = again
    ? [{ content, file: '(none)', how: 'as it is', problem: again }]
    : [];
  const kept = new KeptCaches(copy);
  const compiled = kept.files.filter((file) => /node-code/.test(file));
  const isFirst = content === Object.keys(contents)[0];
  const single = kept.files.filter(
    (file) => !compiled.includes(file) || (isFirst && compiled.indexOf(file) % 100 === 0),
  );
  const ways = Object.keys(damages);
  const waysOf = (file: string, at: number) =>
    all || !/node-code|frames/.test(file) ? ways : [ways[at % ways.length]!];
  let todo: Todo[] = [
    ...single.flatMap((file, at) => waysOf(file, at).map((how) => ({ files: [file], how }))),
    ...ways.map((how) => ({ files: compiled, how })),
  ];
  if (sample) todo = spread(todo, sample);
  for (const [index, { files, how }] of todo.entries()) {
    progress(index, todo.length);
    for (const file of files) writeFileSync(file, damages[how]!(readFileSync(file), random));
    let problem = await problemNow();
    // A build that got round it must not leave it for the next one.
    if (problem === undefined && kept.changed().some((file) => !files.includes(file))) {
      const next = await problemNow();
      if (next !== undefined) problem = `the build after: ${next}`;
    }
    const file = nameOf(copy, files[0]!) + (files.length > 1 ? ' and all others' : '');
    done.push({ content, file, how, ...(problem !== undefined && { problem }) });
    kept.restore();
  }
  progress(todo.length, todo.length);
  return done;
}

/** One of each kind of file and damage first, then on. */
function spread(all: Todo[], count: number): Todo[] {
  const groups = new Map<string, Todo[]>();
  for (const each of all) {
    const [file] = each.files as [string];
    const folder = path.basename(path.dirname(file)).replace(/[0-9a-f]{8,}/g, '*');
    const key = `${folder} ${path.extname(file)} ${each.how} ${each.files.length > 1}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const picked: Todo[] = [];
  for (let round = 0; picked.length < Math.min(count, all.length); round++)
    for (const group of groups.values())
      if (group[round] && picked.length < count) picked.push(group[round]!);
  return picked;
}

async function built(copy: Copy, at: string): Promise<Map<string, string> | string> {
  const out = path.join(at, 'out');
  rmSync(out, { recursive: true, force: true });
  const { status, stderr } = await copy.run(['build', 'content', '--out', out], {
    cwd: at,
    kill: 240,
  });
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
      all: { type: 'boolean', default: false },
    },
  });
  const done = await runDamage({
    seed: Number(values.seed),
    all: values.all,
    ...(values.sample && { sample: Number(values.sample) }),
    progress: (at, of) => {
      process.stderr.write(`\r${at} of ${of} `);
    },
  });
  console.log(damageTable(done));
  process.exitCode = done.some(({ problem }) => problem !== undefined) ? 1 : 0;
}
