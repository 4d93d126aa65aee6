/**
 * Prints the three tables: hostile instances, damaged caches, faults; what is done is said as it is
 * done. `node tests/robust.ts [--quick] [--seed N] [--only hostile,damage,faults]`; the whole
 * takes some half an hour, `--quick` three minutes. Exit status 1 where anything is wrong.
 */
import { parseArgs } from 'node:util';
import { damageRow, damageTable, runDamage } from './damage.ts';
import { faultRow, faultTable, runFaults } from './faults.ts';
import { hostileTable, isBroken, runHostileInstances } from './hostile/run.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const { quick, only } = values;

/** Each runs, prints its table, and gives how much was wrong. */
const tables: Record<string, () => Promise<number>> = {
  async hostile() {
    const hostile = await runHostileInstances(seed, quick ? 500 : 10_000);
    console.log(hostileTable(hostile));
    return hostile.problems.filter(isBroken).length;
  },
  async damage() {
    const row = (...args: Parameters<typeof damageRow>) => console.log(damageRow(...args));
    const damages = await runDamage({ seed, row, ...(quick && { sample: 12 }) });
    console.log(`\n${damageTable(damages)}`);
    return damages.filter(({ problem }) => problem !== undefined).length;
  },
  async faults() {
    const row = (...args: Parameters<typeof faultRow>) => console.log(faultRow(...args));
    const quickly = { random: 3, only: /^killed|another disk|large/ };
    const faults = await runFaults({ seed, row, ...(quick && quickly) });
    console.log(`\n${faultTable(faults)}`);
    return faults.filter(({ problem }) => problem).length;
  },
};

console.log(`Seed ${seed}\n`);
let wrong = 0;
for (const name of only?.split(',') ?? Object.keys(tables)) {
  const run = tables[name];
  if (!run) throw new Error(`--only takes ${Object.keys(tables).join(', ')}, not ${name}`);
  const started = performance.now();
  wrong += await run();
  console.log(`${Math.round((performance.now() - started) / 1000)} s\n`);
}
process.exitCode = wrong ? 1 : 0;
