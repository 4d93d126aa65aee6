/**
 * The table of damaged caches: a small site of Slate Markdown, and one of MDX with Slate Markdown
 * and a description, are built; then each file of each cache is cut, emptied and has a
 * byte flipped, one at a time; every build after it must give the bytes of a clean one.
 * `node tests/damage.ts [--sample N] [--seed N] [--all] [--only PATTERN]`. It works in a copy of the
 * project, with caches of its own; two at once.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contents } from './robust/contents.ts';
import { copyProject } from './robust/copy.ts';
import { DamageLane, type Damaged } from './robust/damage-lane.ts';
import { damagesOf, type Damage } from './robust/damages.ts';
import { write } from './robust/files.ts';
import { inLanes } from './robust/lane.ts';

/** Compiling takes most of a build, and makes the same whatever was damaged. */
const COMPILES_EVERY = 20;

export interface DamageOptions {
  /** So many of all damages, spread over all kinds of files; all of them if left out. */
  sample?: number;
  seed?: number;
  /** Files that Node keeps are damaged ten at once; left out: three hundred. */
  all?: boolean;
  /** Files that it fits. */
  only?: RegExp;
  /** Told of each as it is done. */
  row?: (damaged: Damaged, done: number, of: number) => void;
}

/** @returns every damage that was done, in order */
export async function runDamage({
  seed = 1,
  sample = Infinity,
  all = false,
  only = /(?:)/,
  row = () => {},
}: DamageOptions = {}): Promise<Damaged[]> {
  const copy = copyProject();
  try {
    const done: Damaged[] = [];
    for (const [name, content] of Object.entries(contents)) {
      const lanes = ['one', 'two'].map((lane) => new DamageLane(copy, lane, name));
      await Promise.all(
        lanes.map((lane) => {
          write(path.join(lane.dir, 'content'), content.files);
          return lane.prepare();
        }),
      );
      const possible = damagesOf(lanes[0]!.cached(), { seed, together: all ? 10 : 300 });
      const fitting = possible.filter(
        ({ files: [file = ''] }) =>
          only.test(file) && !(content.compiles && /(^|\/)node-code(\/|$)/.test(file)),
      );
      const todo = [...spread(fitting, sample).entries()];
      let count = 0;
      done.push(
        ...(await inLanes(lanes, todo, async (lane, [at, damage]) => {
          const damaged = await lane.meet(damage, at % COMPILES_EVERY === 0);
          row(damaged, ++count, todo.length);
          return damaged;
        })),
      );
      for (const lane of lanes) rmSync(lane.dir, { recursive: true });
    }
    return done;
  } finally {
    copy.remove();
  }
}

/** One of each kind of file and damage first, then on. */
function spread(all: Damage[], count: number): Damage[] {
  if (count >= all.length) return all;
  const groups = Map.groupBy(all, ({ files: [file = ''], how }) =>
    [path.basename(path.dirname(file)).replace(/[0-9a-f]{8,}/, ''), path.extname(file), how].join(),
  );
  const rounds = all.flatMap((_, round) =>
    [...groups.values()].flatMap((group) => group[round] ?? []),
  );
  return rounds.slice(0, count);
}

/** @returns the table, a line for each folder */
export function damageTable(done: Damaged[]): string {
  const groups = Map.groupBy(done, ({ content, file }) => `${content} | ${path.dirname(file)}/`);
  const lines = [...groups].map(([folder, all]) => {
    const bad = all.filter(({ problem }) => problem !== undefined);
    const said = bad.map(({ file, how, problem }) => `${path.basename(file)} ${how}: ${problem}`);
    const shown = [...new Set(said)].slice(0, 3).join('<br>').replaceAll('|', '\\|');
    return `| ${folder} | ${all.length} | ${bad.length} | ${shown} |`;
  });
  const bad = done.filter(({ problem }) => problem !== undefined).length;
  return `Damaged caches: ${done.length}, one at a time; wrong builds: ${bad}\n\n| content | below the cache | damages | wrong builds | such as |\n| --- | --- | --: | --: | --- |\n${lines.join('\n')}`;
}

/** @returns what is said of one as it is done */
export const damageRow = (
  { content, file, how, problem, seconds }: Damaged,
  done: number,
  of: number,
): string =>
  `${done}/${of} ${content}: ${file} ${how}: ${problem ?? 'as clean'} (${seconds.toFixed(1)} s)`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      sample: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const started = performance.now();
  const done = await runDamage({
    seed: Number(values.seed),
    all: values.all,
    sample: Number(values.sample),
    only: new RegExp(values.only),
    row: (...row) => console.log(damageRow(...row)),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\nSeed ${values.seed}, ${seconds} s\n\n${damageTable(done)}`);
  process.exitCode = done.some(({ problem }) => problem !== undefined) ? 1 : 0;
}
