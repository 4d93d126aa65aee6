/**
 * Where a build's time goes: `node tests/bench/profile.ts DIR` builds the folder cold with V8's profiler and sums the
 * time of each thread by what the code belongs to: a folder of src/, a file of src/markup/, a package, Node itself.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project, runPhyllite } from '../phyllite.ts';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

function ownerOf(url: string, functionName: string): string {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collector';
  const name = url.replaceAll('\\', '/');
  const inPackage = [...name.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
  if (inPackage) return inPackage;
  const own = /\/src\/(markup\/[^/]+|[^/]+)/.exec(name)?.[1];
  if (own) return `src/${own}`;
  return name.startsWith('node:') || !name ? 'node' : 'the built pages';
}

/** Milliseconds by owner, the most first. */
function sum({ nodes, samples, timeDeltas }: Profile): [owner: string, milliseconds: number][] {
  const owners = new Map(
    nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame.url, callFrame.functionName)]),
  );
  const sums = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const owner = owners.get(id) ?? 'unknown';
    sums.set(owner, (sums.get(owner) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

const [dir] = process.argv.slice(2);
if (!dir) {
  console.error('usage: node tests/bench/profile.ts DIR');
  process.exit(2);
}
const work = mkdtempSync(path.join(tmpdir(), 'phyllite-profile-'));
try {
  const { status, seconds, stderr } = await runPhyllite(
    ['build', path.resolve(dir), '--out', path.join(work, 'out'), '--no-cache'],
    { env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${path.join(work, 'profiles')}` } },
  );
  if (status !== 0) throw new Error(stderr);
  console.log(
    `${seconds.toFixed(2)} s with the profiler on, ${path.relative(project, path.resolve(dir))}`,
  );
  for (const file of readdirSync(path.join(work, 'profiles')).sort()) {
    const sums = sum(
      JSON.parse(readFileSync(path.join(work, 'profiles', file), 'utf8')) as Profile,
    );
    const busy = sums.reduce((total, [owner, time]) => total + (owner === 'idle' ? 0 : time), 0);
    console.log(`\n${file}: ${Math.round(busy)} ms at work`);
    for (const [owner, time] of sums.filter(([owner]) => owner !== 'idle').slice(0, 18))
      console.log(
        `  ${String(Math.round(time)).padStart(6)} ms ${((100 * time) / busy).toFixed(0).padStart(3)} %  ${owner}`,
      );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
