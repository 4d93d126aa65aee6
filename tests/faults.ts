/**
 * The table of faults: a full disk, files that cannot be read or vanish, builds that are killed at
 * fixed points and at random ones. The site before stays whole, nothing is left behind, and what is
 * said is a sentence. `node tests/faults.ts [--random 30] [--seed N] [--only PATTERN]`. It works in
 * a copy of the project, with caches of its own; two at once.
 */
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject } from './robust/copy.ts';
import { FaultLane, type Fault } from './robust/fault-lane.ts';
import { closedFiles } from './robust/faults/closed-files.ts';
import { fullDisks, mayMount, unmountAll } from './robust/faults/disks.ts';
import { killed } from './robust/faults/killed.ts';
import { machineFaults } from './robust/faults/machine.ts';
import { modeFaults } from './robust/faults/modes.ts';
import { refusedSteps } from './robust/faults/refused.ts';
import { together } from './robust/faults/together.ts';
import { inLanes } from './robust/lane.ts';

export interface FaultOptions {
  seed?: number;
  /** Kills at random moments. */
  random?: number;
  /** Faults whose name it fits. */
  only?: RegExp;
  /** Told of each as it is done. */
  row?: (fault: Fault, done: number, of: number) => void;
}

/** @returns every fault that was met, in order */
export async function runFaults({
  seed = 1,
  random = 30,
  only = /(?:)/,
  row = () => {},
}: FaultOptions = {}): Promise<Fault[]> {
  const copy = copyProject();
  try {
    // Also to builds of another user.
    chmodSync(path.dirname(copy.at), 0o755);
    const first = new FaultLane(copy, 'one');
    const second = new FaultLane(copy, 'two');
    await first.prepare();
    await second.prepare(first);
    const disks = mayMount(path.join(copy.at, 'disk')) ? fullDisks : [];
    const all = [
      ...killed(seed, random),
      ...refusedSteps,
      ...disks,
      ...closedFiles,
      ...modeFaults,
      ...machineFaults,
      ...together,
    ];
    const todo = all.filter(({ name }) => only.test(name));
    let count = 0;
    return await inLanes([first, second], todo, async (lane, fault) => {
      const met = await lane.meet(fault);
      row(met, ++count, todo.length);
      return met;
    });
  } finally {
    unmountAll();
    copy.remove();
  }
}

/** @returns the table, a line for each fault */
export function faultTable(done: Fault[]): string {
  const lines = done.map(
    ({ name, said, problem }) =>
      `| ${name} | ${problem ? `**${problem}**` : 'whole'} | ${said.replaceAll('|', '\\|')} |`,
  );
  const bad = done.filter(({ problem }) => problem).length;
  return `Faults: ${done.length}, ${bad} badly met\n\n| fault | the site | said |\n| --- | --- | --- |\n${lines.join('\n')}`;
}

/** @returns what is said of one as it is met */
export const faultRow = (
  { name, said, problem, seconds }: Fault,
  done: number,
  of: number,
): string =>
  `${done}/${of} ${name}: ${problem ? `WRONG: ${problem}` : 'whole'} (${seconds.toFixed(1)} s) ${said}`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      random: { type: 'string', default: '30' },
      only: { type: 'string', default: '' },
    },
  });
  const started = performance.now();
  const done = await runFaults({
    seed: Number(values.seed),
    random: Number(values.random),
    only: new RegExp(values.only),
    row: (...row) => console.log(faultRow(...row)),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\nSeed ${values.seed}, ${seconds} s\n\n${faultTable(done)}`);
  process.exitCode = done.some(({ problem }) => problem) ? 1 : 0;
}
