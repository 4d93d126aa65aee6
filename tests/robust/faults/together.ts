/** Two that do the same at the same time, and servers that are killed. */
import { rmSync } from 'node:fs';
import type { FaultCase } from '../fault-lane.ts';

export const together: FaultCase[] = [
  {
    name: 'two builds at once into one folder',
    ends: 'builds',
    run: async (lane, out) => {
      const [one, two] = await Promise.all([lane.build('after', out), lane.build('after', out)]);
      const [done, other] = one.status === 0 ? [one, two] : [two, one];
      if (other.status === 0 || /another build .* is writing/.test(other.stderr)) return done;
      return { ...other, stderr: `the other one: ${other.stderr}` };
    },
  },
  {
    name: 'two builds at once, without caches',
    ends: 'builds',
    run: async (lane, out) => {
      rmSync(lane.cache, { recursive: true });
      const other = `${lane.dir}/clean/other`;
      const [one, two] = await Promise.all([lane.build('after', out), lane.build('after', other)]);
      return two.status === 0 ? one : two;
    },
  },
  {
    name: '`dev` is killed while it serves',
    ends: 'killed',
    run: (lane) =>
      lane.run(['dev', 'after', '--port', '0'], { until: /http:\/\/localhost/, kill: 900 }),
  },
];
