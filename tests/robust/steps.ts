/**
 * Loaded before the command line (`node --import`): at one step of a build, which `STEP_AT` names
 * (`write site 10`: the tenth file of the site), the process is killed as by a machine that loses
 * its power (`STEP_DO=kill`), or told that the step fails (`STEP_DO=ENOSPC`). `STEP_LOG`: a file
 * that gets the count of all steps instead.
 *
 * Steps: `make`, `write`, `link`, `rename`, `remove`, and `renamed`, which is after it is done. Places:
 * `fragments` and `frame` of the caches, `site` (what is being made of it there), `beside` (the
 * output folder `STEP_OUT` and what stands by it), `other`, `any`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';

type Any = (...args: unknown[]) => unknown;

const { STEP_AT = '', STEP_DO = 'kill', STEP_OUT = '/nowhere/x', STEP_LOG } = process.env;
const [wanted, where, nth] = STEP_AT.split(' ');
const parent = path.dirname(STEP_OUT);
let count = 0;

const steps = {
  make: ['mkdir', 'mkdtemp', 'symlink'],
  write: ['writeFile', 'copyFile', 'cp'],
  link: ['link'],
  rename: ['rename'],
  remove: ['rm', 'rmdir', 'unlink'],
};

function placeOf(file: string): string {
  const at = path.resolve(file);
  if (/\/fragments(\/|$)/.test(at)) return 'fragments';
  if (/\/frames(\/|$)/.test(at)) return 'frame';
  if (/\/output(\/|$)/.test(at)) return 'site';
  return at === parent || at.startsWith(parent + path.sep) ? 'beside' : 'other';
}

/** Of what stands beside the output, the one that is moved there counts. */
function isWanted(step: string, files: unknown[]): boolean {
  const places = files.map((file) => placeOf(String(file)));
  const place = places.includes('beside') ? 'beside' : places[0];
  if (wanted !== 'any' && wanted !== step) return false;
  if (where !== 'any' && where !== place) return false;
  return ++count === Number(nth);
}

function meet(step: string, call: string, files: unknown[]): void {
  if (!isWanted(step, files)) return;
  if (STEP_DO === 'kill') process.kill(process.pid, 'SIGKILL');
  const message = `${STEP_DO}: put in by a test, ${call} '${String(files[0])}'`;
  throw Object.assign(new Error(message), { code: STEP_DO, syscall: call, path: files[0] });
}

const filesOf = (call: string, args: unknown[]): unknown[] => {
  const isOfTwo = /^(rename|copyFile|cp|link)/.test(call);
  // What is written is the second.
  return isOfTwo ? (call.startsWith('rename') ? args.slice(0, 2) : [args[1]]) : [args[0]];
};

function wrap(table: Record<string, Any>, name: string, call: string, step: string): void {
  const real = table[name];
  if (!real) return;
  const isPromise = table !== (fs as unknown);
  const isSync = name.endsWith('Sync');
  table[name] = (...args) => {
    const files = filesOf(call, args);
    const done = (): void => {
      if (step === 'rename') meet('renamed', call, files);
    };
    try {
      meet(step, call, files);
    } catch (error) {
      if (isSync) throw error;
      if (isPromise) return Promise.reject(error);
      return void process.nextTick(args.at(-1) as Any, error);
    }
    const result = real.apply(table, args);
    if (result instanceof Promise) return result.finally(done);
    if (isSync) done();
    return result;
  };
}

if (isMainThread && (STEP_AT || STEP_LOG)) {
  for (const [step, calls] of Object.entries(steps))
    for (const call of calls) {
      wrap(fs as unknown as Record<string, Any>, `${call}Sync`, call, step);
      wrap(fs as unknown as Record<string, Any>, call, call, step);
      wrap(fs.promises as unknown as Record<string, Any>, call, call, step);
    }
  syncBuiltinESMExports();
  if (STEP_LOG) process.on('exit', () => fs.appendFileSync(STEP_LOG, String(count)));
}
