/** What else a machine does to a build: limits, odd folders, a closed terminal, a program that is killed. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultCase, FaultLane } from '../fault-lane.ts';

/** What a shell does before it becomes the build. */
const inShell = (lane: FaultLane, source: string, out: string, script: string) =>
  lane.run(['build', source, '--out', out], { before: ['sh', '-c', `${script} "$0" "$@"`] });

/** In the place of Pagefind's program. */
const indexers = {
  'is killed as it starts': 'kill -9 $$',
  'is killed while it works': 'head -c 10 >/dev/null; kill -9 $$',
  'ends as if all were well': 'exit 0',
  'cannot be started': '',
};

export const machineFaults: FaultCase[] = [
  {
    name: 'a file larger than may be written',
    source: 'large',
    ends: 'fails',
    run: (lane, out) => inShell(lane, 'large', out, 'trap "" XFSZ; ulimit -f 2000; exec'),
  },
  {
    name: 'few files may be open',
    ends: 'either',
    run: (lane, out) => inShell(lane, 'after', out, 'ulimit -n 24; exec'),
  },
  {
    // The site is in its place before anything is said of it.
    name: 'what is said cannot be written: a full disk',
    ends: 'builds',
    says: /the disk is full/,
    run: (lane, out) =>
      inShell(lane, 'after', out, '"$0" "$@" >/dev/full; test $? = 1 && exit 0; exit 3;'),
  },
  {
    name: 'what is said cannot be written: nobody listens',
    ends: 'either',
    run: (lane, out) =>
      inShell(lane, 'after', out, 'exec 3>&1; (exec 3>&-; "$0" "$@" | true; exit 0); exit 0;'),
  },
  ...Object.entries(indexers).map(
    ([name, script]): FaultCase => ({
      name: `the indexer ${name}`,
      ends: 'fails',
      says: /the search index cannot be made/,
      run(lane, out) {
        const program = path.join(lane.dir, 'indexer');
        if (script) writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
        else rmSync(program, { force: true });
        return lane.build('after', out, { PAGEFIND_EXTENDED_BINARY_PATH: program });
      },
    }),
  ),
  {
    name: 'there is no temporary folder',
    ends: 'builds',
    run: (lane, out) => lane.build('after', out, { TMPDIR: '/nowhere/at/all' }),
  },
  ...['', 'output', 'node-code'].map(
    (name): FaultCase => ({
      name: `a file in place of the folder ${name || 'of the caches'}`,
      ends: 'builds',
      run: async (lane, out) => {
        const file = path.join(lane.cache, name);
        rmSync(file, { recursive: true, force: true });
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, 'a file');
        const run = await lane.build('after', out);
        if (!existsSync(file)) return run;
        rmSync(path.join(lane.home, '.cache'), { recursive: true, force: true });
        rmSync(file, { recursive: true });
        return run;
      },
    }),
  ),
];
