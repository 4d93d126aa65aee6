/**
 * Builds a site of every description in a folder and holds it against the description:
 * `npm run conformance -- --openapi DIR [NAME …]`. The comparison is `conformance/openapi-compare.py`
 * beside the folder. Prints a table and each description's misses.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isDescription } from '../../src/build/openapi/only-description.ts';
import { runPhyllite } from '../phyllite.ts';

const columns = [
  ...['operations', 'texts', 'params', 'required', 'body', 'enums', 'answers', 'samples'],
  ...['fields', 'deprecated', 'schemas'],
];
const line = (cells: (string | number)[]) =>
  console.log(
    cells
      .map((cell, index) => (index ? String(cell).padStart(11) : String(cell).padEnd(44)))
      .join(''),
  );

/** @returns whether every description is kept whole */
export async function compareDescriptions(dir: string, only: string[]): Promise<boolean> {
  const folder = path.resolve(dir);
  const compare = path.join(folder, '../conformance/openapi-compare.py');
  if (!existsSync(folder) || !existsSync(compare)) {
    console.error(`conformance: ${folder} has no conformance/openapi-compare.py beside it`);
    return false;
  }
  const work = mkdtempSync(path.join(tmpdir(), 'phyllite-openapi-'));
  const misses: string[] = [];
  line(['description', ...columns, 'ids twice', 'seconds', 'MB']);
  for (const name of descriptionsIn(folder)) {
    if (only.length && !only.some((one) => name.includes(one))) continue;
    const description = unpacked(path.join(folder, name), work);
    const out = path.join(work, 'site');
    const { status, seconds, megabytes, stderr } = await runPhyllite([
      'build',
      description,
      '--out',
      out,
      '--no-cache',
    ]);
    if (status !== 0) {
      line([name, `failed (${status})`]);
      misses.push(`${name}: ${stderr.trim().split('\n').slice(0, 6).join('\n')}`);
      continue;
    }
    const { stdout, stderr: fault } = spawnSync(
      'python3',
      [compare, description, out, '--list', '5'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const total = stdout.split('\n').find((row) => row.startsWith('operations')) ?? fault;
    const shareOf = (column: string) =>
      new RegExp(`\\b${column} \\d+/\\d+ \\(([\\d.]+) %`).exec(total)?.[1] ?? '–';
    const twice = /ids twice (\d+)/.exec(total)?.[1] ?? '?';
    line([name, ...columns.map(shareOf), twice, seconds.toFixed(1), megabytes.toFixed(0)]);
    const isWhole = columns.every(
      (column) =>
        shareOf(column) === '–' || Number(shareOf(column)) >= (column === 'operations' ? 100 : 99),
    );
    if (!isWhole || twice !== '0') misses.push(`${name}:\n${stdout}`);
  }
  rmSync(work, { recursive: true, force: true });
  if (misses.length) console.log(`\n${misses.join('\n')}`);
  return misses.length === 0;
}

/** Every file that is one, however it is packed; parts of others are none. */
export const descriptionsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|json)(?:\.gz)?$/.test(name) && !name.startsWith('overlays'))
    .filter((name) => name.endsWith('.gz') || isDescription(path.join(folder, name)))
    .sort();

/** @returns the file as it is read, unpacked into `work` where it is not */
export function unpacked(file: string, work: string): string {
  if (!file.endsWith('.gz')) return file;
  const plain = path.join(work, path.basename(file, '.gz'));
  writeFileSync(plain, gunzipSync(readFileSync(file)));
  return plain;
}
