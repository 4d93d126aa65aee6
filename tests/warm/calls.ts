/**
 * Calls of the command line in a process that is kept for the next ones. For tests of what becomes of a
 * content and its config. What concerns the process itself (where it was started, caches, signals,
 * faults) is called by `runPhyllite`, in a process of its own.
 */
import { project } from '../phyllite.ts';
import { Caller } from './caller.ts';
import type { Call, Said } from './message.ts';
import { ask } from './shared-callers.ts';

const own = new Caller();
let last: Promise<unknown> = Promise.resolve();

/**
 * One call at a time, in a process of all test files. Where a file is run alone, it is the file's own; so it
 * is for calls from another folder: Pagefind's service goes on in the folder that it was first called in,
 * which must outlive it.
 */
export function callPhyllite(args: string[], options: Partial<Call> = {}): Promise<Said> {
  const call = { cwd: project, env: {}, ...options, args };
  const isHere = call.cwd === project;
  const said = last.then(() => (isHere ? ask(call) : undefined) ?? own.call(call));
  last = said.catch(() => {});
  return said;
}
