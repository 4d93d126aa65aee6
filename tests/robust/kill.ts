/**
 * Loaded before the command line (`node --import`): kills the process, as a machine that loses its power would, at the step
 * that `KILL_AT` names: `write 1`, `write 30` (of files), `rename 1`, `rename 2` (beside `KILL_BESIDE`, the output folder;
 * before it is done), `renamed 2` (after it), `remove 1` (of what was the old site). `KILL_LOG`: takes one line a step instead.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const [at = '', nth = '0'] = (process.env['KILL_AT'] ?? '').split(' ');
const beside = path.dirname(process.env['KILL_BESIDE'] ?? '/nowhere/x');
const counts = new Map<string, number>();

function step(name: string): void {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (name === at && count === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

type Any = (...args: unknown[]) => unknown;
const isBeside = (file: unknown) => path.dirname(path.resolve(String(file))) === beside;

function wrap(
  table: Record<string, Any>,
  name: string,
  before: (args: unknown[]) => void,
  after: (args: unknown[]) => void = () => {},
): void {
  const real = table[name];
  if (!real) return;
  table[name] = (...args) => {
    before(args);
    const result = real.apply(table, args);
    if (result instanceof Promise) return result.then((value: unknown) => (after(args), value));
    after(args);
    return result;
  };
}

for (const table of [fs, fs.promises] as unknown as Record<string, Any>[]) {
  for (const name of ['writeFileSync', 'writeFile', 'copyFileSync', 'copyFile', 'cpSync', 'cp'])
    wrap(table, name, () => step('write'));
  for (const name of ['renameSync', 'rename'])
    wrap(
      table,
      name,
      ([from, to]) => {
        if (isBeside(from) || isBeside(to)) step('rename');
      },
      ([from, to]) => {
        if (isBeside(from) || isBeside(to)) step('renamed');
      },
    );
  for (const name of ['rmSync', 'rm'])
    wrap(table, name, ([file]) => {
      if (isBeside(file)) step('remove');
    });
}
syncBuiltinESMExports();
