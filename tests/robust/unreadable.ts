/**
 * Loaded before the command line (`node --import`): the file of `UNREADABLE_FILE` (an absolute path, or several with `:`)
 * answers EACCES however it is opened, as it would to anybody but root. `VANISHED_FILE`: it is listed, and gone when it is opened.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const listOf = (name: string) => new Set((process.env[name] ?? '').split(':').filter(Boolean));
const closed = listOf('UNREADABLE_FILE'),
  gone = listOf('VANISHED_FILE');

function refuse(file: unknown, call: string): void {
  const name = file instanceof URL ? file.pathname : String(file);
  const full = path.resolve(name);
  const code = closed.has(full) ? 'EACCES' : gone.has(full) ? 'ENOENT' : undefined;
  if (code)
    throw Object.assign(
      new Error(
        `${code}: ${code === 'EACCES' ? 'permission denied' : 'no such file or directory'}, ${call} '${full}'`,
      ),
      { code, syscall: call, path: full },
    );
}

type Any = (...args: unknown[]) => unknown;
const table = fs as unknown as Record<string, Any>;
const promises = fs.promises as unknown as Record<string, Any>;

for (const [name, call] of [
  ['readFileSync', 'open'],
  ['openSync', 'open'],
  ['copyFileSync', 'copyfile'],
  ['createReadStream', 'open'],
  ['cpSync', 'cp'],
  ['openAsBlob', 'open'],
] as const) {
  const real = table[name]!;
  table[name] = (...args) => {
    refuse(args[0], call);
    return real.apply(fs, args);
  };
}
if (gone.size)
  for (const name of ['statSync', 'lstatSync']) {
    const real = table[name]!;
    table[name] = (...args) => {
      if ((args[1] as { throwIfNoEntry?: boolean } | undefined)?.throwIfNoEntry === false) {
        try {
          refuse(args[0], 'stat');
        } catch {
          return undefined;
        }
      }
      refuse(args[0], 'stat');
      return real.apply(fs, args);
    };
  }
for (const name of ['readFile', 'open', 'copyFile', 'cp']) {
  const real = promises[name]!;
  promises[name] = async (...args) => {
    refuse(args[0], 'open');
    return real.apply(fs.promises, args);
  };
}
for (const name of ['readFile', 'open', 'copyFile']) {
  const real = table[name]!;
  table[name] = (...args) => {
    try {
      refuse(args[0], 'open');
    } catch (error) {
      return void process.nextTick(args.at(-1) as Any, error);
    }
    return real.apply(fs, args);
  };
}
syncBuiltinESMExports();
