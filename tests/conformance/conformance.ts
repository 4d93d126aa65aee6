/**
 * Builds every project of a folder in the corpus's form (`NAME/source`, `NAME/expected.json`), each in a process of its
 * own, and holds it against what Slate makes of it: `npm run conformance -- DIR [NAME …]`.
 *
 * The comparison is `conformance/compare.py` beside the folder. Prints a table and each project's misses.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runPhyllite } from '../phyllite.ts';

const [dir = '../shared/corpus', ...only] = process.argv.slice(2);
const corpus = path.resolve(dir);
const compare = [path.join(corpus, '..', 'conformance', 'compare.py'), path.join(corpus, 'compare.py')].find(existsSync);
if (!existsSync(corpus) || !compare) {
  console.error(`conformance: ${corpus} is no folder of projects with conformance/compare.py beside it`);
  process.exit(2);
}

const work = mkdtempSync(path.join(tmpdir(), 'phyllite-conformance-'));
const columns = ['ids', 'order', 'code', 'asides', 'tables', 'notes'] as const;
const line = (cells: (string | number)[]) => console.log(cells.map((cell, index) => (index ? String(cell).padStart(12) : String(cell).padEnd(16))).join(''));
line(['project', ...columns, 'double ids', 'warnings', 'seconds', 'MB']);
let failed = false;
const misses: string[] = [];
for (const name of readdirSync(corpus).sort()) {
  if (!existsSync(path.join(corpus, name, 'expected.json')) || (only.length && !only.includes(name))) continue;
  const out = path.join(work, name);
  const { status, seconds, megabytes, stderr, stdout } = await runPhyllite(['build', path.join(corpus, name, 'source'), '--out', out, '--no-cache']);
  if (status !== 0) {
    failed = true;
    line([name, `failed (${status})`]);
    misses.push(`${name}: ${stderr.trim().split('\n').slice(-6).join('\n')}`);
    continue;
  }
  const result = spawnSync('python3', [compare, path.join(corpus, name, 'expected.json'), out, '--list', '5'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const total = result.stdout.trim().split('\n').at(-1) ?? '';
  const of = (column: string) => new RegExp(`\\b${column} (\\d+/\\d+)`).exec(total)?.[1] ?? '?';
  line([name, ...columns.map(of), /duplicate ids (\d+)/.exec(total)?.[1] ?? '?', /(\d[\d,]*) warning/.exec(stdout)?.[1] ?? 0, seconds.toFixed(1), megabytes.toFixed(0)]);
  misses.push(...result.stdout.trim().split('\n').filter((row) => row.startsWith('    ') || /NOT BUILT/.test(row)).map((row) => `${name}: ${row.trim()}`));
  if (result.status !== 0) failed = true;
}
console.log(`\n${misses.join('\n')}`);
if (!process.env['PHYLLITE_KEEP']) rmSync(work, { recursive: true, force: true });
else console.log(`sites kept in ${work}`);
process.exitCode = failed ? 1 : 0;
