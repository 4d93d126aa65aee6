/**
 * Calls of the command line in a process that is kept for the next ones of the same test file:
 * loading Astro takes most of a small build. For tests of what becomes of a content. What concerns
 * the process itself (its folder and its config, caches, signals, faults) is called by
 * `runPhyllite`, in a process of its own.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { project, type Run } from '../phyllite.ts';
import type { Asked, Told } from './message.ts';

type Said = Pick<Run, 'status' | 'stdout' | 'stderr'>;

interface CallOptions {
  /** Read by the call itself, not when the process starts. */
  env?: Record<string, string>;
  /** Seconds after which the process is killed: its status is null then. */
  kill?: number;
}

/** Above that it is ended after a call, and the next one has a new one. */
const MAX_MEGABYTES = 1_500;

let worker: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One call at a time: the folder a process works in is the same for all of it. */
export function callPhyllite(args: string[], options: CallOptions = {}): Promise<Said> {
  const said = last.then(() => call(args, options));
  last = said.catch(() => {});
  return said;
}

async function call(args: string[], { env = {}, kill }: CallOptions): Promise<Said> {
  const child = (worker ??= await started());
  const said = { stdout: '', stderr: '' };
  const ended = Promise.withResolvers<number | null>();
  const hear = (message: Told) => {
    if ('stream' in message) said[message.stream] += message.text;
    if (!('status' in message)) return;
    if (message.megabytes > MAX_MEGABYTES) leave(child);
    ended.resolve(message.status);
  };
  const gone = (code: number | null) => {
    leave(child);
    ended.resolve(code);
  };
  child.on('message', hear).on('exit', gone);
  child.channel?.ref();
  const timer =
    kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill * 1000);
  child.send({ args, env } satisfies Asked);
  const status = await ended.promise;
  clearTimeout(timer);
  child.off('message', hear).off('exit', gone);
  child.channel?.unref();
  return { status, ...said };
}

function leave(child: ChildProcess): void {
  if (worker === child) worker = undefined;
  if (child.connected) child.disconnect();
}

/** It ends when this process does, and does not keep it from ending. */
async function started(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    cwd: project,
    execArgv: [],
    env: { ...process.env, GITHUB_ACTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => child.once('message', resolve).once('exit', reject));
  child.removeAllListeners('exit');
  child.unref();
  child.channel?.unref();
  return child;
}
