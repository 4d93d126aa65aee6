/**
 * The table of hostile content at its full sizes, with time and memory of each. `node tests/bench/hostile.ts [WORD …]`
 * runs those whose name holds one of the words. Promised: each ends within 60 s and 2 GB; on a machine that
 * has other things to do, within 60 s of processor.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostile } from '../hostile.ts';
import { runHostile } from '../run-hostile.ts';

const words = process.argv.slice(2);
const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-hostile-'));
let failed = 0;
console.log('| content | ends in | seconds | of processor | MB |\n| --- | --- | --: | --: | --: |');
for (const one of hostile.filter(
  ({ name }) => !words.length || words.some((word) => name.includes(word)),
)) {
  const { status, seconds, processor, megabytes, problem, kinds } = await runHostile(
    one,
    1,
    scratch,
    ['--no-cache'],
  );
  const bad =
    problem ??
    (Math.min(seconds, processor) > 60
      ? 'too slow'
      : megabytes > 2048
        ? 'too much memory'
        : undefined);
  if (bad) failed++;
  console.log(
    `| ${one.name} | ${bad ? `**${bad}**` : status === 0 ? 'a page' : 'a diagnostic'}${kinds.length ? ` (${kinds.join(', ')})` : ''} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${Math.round(megabytes)} |`,
  );
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
