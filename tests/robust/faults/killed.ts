/** Builds that are killed: at fixed steps, and at random ones. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../../hostile/random.ts';
import { hook, type FaultCase, type FaultLane } from '../fault-lane.ts';

const points = [
  'make beside 1',
  'make beside 2',
  'make site 1',
  'write fragments 1',
  'rename fragments 1',
  'write site 1',
  'write site 5',
  'link site 5',
  'rename beside 1',
  'rename beside 2',
  'renamed beside 2',
  'renamed beside 3',
  'renamed beside 4',
  'remove beside 1',
];

/** @param count of the random ones */
export function killed(seed: number, count: number): FaultCase[] {
  const random = new Random(seed);
  return [
    ...points.map((point) => killedAt(point)),
    {
      name: 'killed when Astro has compiled',
      ends: 'killed',
      run(lane, out) {
        forgetFrames(lane);
        return lane.build('after', out, atStep('write frame 1', out));
      },
    },
    // By turns at a step, which is one moment of the disk, and at a time.
    ...Array.from({ length: count }, (_, at): FaultCase => {
      const part = random.next();
      const isCold = random.is(0.2);
      return at % 2 ? killedAtStep(part) : killedAtTime(part, isCold);
    }),
  ];
}

/** The environment in which one step does not come to its end. */
export const atStep = (step: string, out: string, what = 'kill'): Record<string, string> => ({
  NODE_OPTIONS: hook('steps'),
  STEP_AT: step,
  STEP_OUT: out,
  STEP_DO: what,
});

const killedAt = (point: string): FaultCase => ({
  name: `killed at ${point}`,
  ends: 'killed',
  run: (lane, out) => lane.build('after', out, atStep(point, out)),
});

const killedAtStep = (part: number): FaultCase => ({
  name: `killed at a random step (${Math.round(part * 100)} %)`,
  ends: 'may die',
  run: (lane, out) =>
    lane.build('after', out, atStep(`any any ${Math.ceil(part * lane.usual.steps)}`, out)),
});

const killedAtTime = (part: number, isCold: boolean): FaultCase => ({
  name: `killed at a random time (${Math.round(part * 110)} %${isCold ? ', without caches' : ''})`,
  ends: 'may die',
  run(lane, out) {
    if (isCold) rmSync(lane.cache, { recursive: true });
    // Without caches a build takes some four times as long.
    const seconds = part * 1.1 * lane.usual.seconds * (isCold ? 4 : 1);
    return lane.run(['build', 'after', '--out', out], { kill: seconds });
  },
});

/** @returns nothing; what Astro made of our layout is gone */
export const forgetFrames = (lane: FaultLane): void => {
  for (const folder of lane.cached(/^astro-[0-9a-f]+\/frames$/))
    rmSync(path.join(lane.cache, folder), { recursive: true });
};
