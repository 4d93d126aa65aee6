/**
 * Prints the three tables: hostile instances, damaged caches, faults. `node tests/robust.ts [--quick] [--seed N]`; the whole
 * takes some half an hour, `--quick` three minutes. Exit status 1 where anything is wrong.
 */
import { parseArgs } from 'node:util';
import { damageTable, runDamage } from './damage.ts';
import { faultTable, runFaults } from './faults.ts';
import { hostileTable, isBroken, runHostileInstances } from './hostile/run.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(values.seed),
  { quick } = values;
let wrong = 0;

console.log(`Seed ${seed}\n`);
const hostile = await runHostileInstances(seed, quick ? 500 : 10_000);
wrong += hostile.problems.filter(isBroken).length;
console.log(`${hostileTable(hostile)}\n`);
const damages = await runDamage({ seed, ...(quick && { sample: 12 }) });
wrong += damages.filter(({ problem }) => problem !== undefined).length;
console.log(`${damageTable(damages)}\n`);
const faults = await runFaults({ seed, random: quick ? 3 : 30 });
wrong += faults.filter(({ problem }) => problem).length;
console.log(faultTable(faults));
process.exitCode = wrong ? 1 : 0;
