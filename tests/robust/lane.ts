/** A place where one case after another runs, with caches, a home and a temporary folder of its own; two lanes run side by side. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../phyllite.ts';
import type { Copy } from './copy.ts';
import { runProcess, type ProcessOptions } from './process.ts';

/** Long enough for a machine that does ten other things. */
const PATIENCE_SECONDS = 900;

export class Lane {
  readonly copy: Copy;
  readonly dir: string;
  readonly cache: string;
  readonly temporary: string;
  readonly home: string;

  constructor(copy: Copy, name: string) {
    this.copy = copy;
    // Within the copy, where its packages are found.
    this.dir = path.join(copy.at, name);
    this.cache = path.join(this.dir, 'cache');
    this.temporary = path.join(this.dir, 'temporary');
    this.home = path.join(this.dir, 'home');
    for (const each of [this.cache, this.temporary, this.home])
      mkdirSync(each, { recursive: true });
  }

  /** Runs the command line in the lane's folder. */
  run(
    args: string[],
    { env = {}, kill = PATIENCE_SECONDS, cwd = this.dir, ...rest }: Partial<ProcessOptions> = {},
  ): Promise<Run> {
    const own = { HOME: this.home, XDG_CACHE_HOME: '', TMPDIR: this.temporary };
    return runProcess(path.join(this.copy.at, 'src/cli/phyllite.ts'), args, {
      ...rest,
      cwd,
      kill,
      env: { PHYLLITE_CACHE: this.cache, ...own, ...env },
    });
  }

  /** Processes that were started here and live; empty where the system does not tell. */
  processes(): string[] {
    const mark = Buffer.from(`TMPDIR=${this.temporary}\0`);
    return pids().flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`).includes(mark)) return [];
        return [`${pid} ${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()}`];
      } catch {
        // Another user's, or it has ended since.
        return [];
      }
    });
  }
}

function pids(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Does all jobs, in each lane one at a time; the results are in the order of the jobs. */
export async function inLanes<Job, Result, L>(
  lanes: L[],
  jobs: Job[],
  run: (lane: L, job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const todo = [...jobs.entries()];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = todo.shift(); next; next = todo.shift())
        results[next[0]] = await run(lane, next[1]);
    }),
  );
  return results;
}
