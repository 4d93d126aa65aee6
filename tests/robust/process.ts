/** Runs an entry of the command line that need not be this project's own. */
import { spawn } from 'node:child_process';
import type { Run } from '../phyllite.ts';

export interface ProcessOptions {
  cwd: string;
  env: Record<string, string>;
  /** Seconds after which it is killed. */
  kill?: number | undefined;
  /** It is killed as soon as it says this. */
  until?: RegExp;
  /** Words before `node`: `['sh', '-c', …]` puts a limit on what it may write. */
  before?: string[];
  /** User to run as; only root may say so. */
  uid?: number;
  /** What Node takes before the entry. */
  node?: string[];
}

export async function runProcess(
  entry: string,
  args: string[],
  { cwd, env, kill, until, uid, before = [], node = [] }: ProcessOptions,
): Promise<Run> {
  const started = performance.now();
  const [command, ...rest] = [...before, process.execPath, ...node, entry, ...args];
  const child = spawn(command!, rest, {
    cwd,
    env: { ...process.env, GITHUB_ACTIONS: '', ...env },
    ...(uid && { uid, gid: uid }),
  });
  let stdout = '',
    stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    if (until?.test(stdout)) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const timer =
    kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill * 1000);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return {
    status,
    stdout,
    stderr,
    seconds: (performance.now() - started) / 1000,
    processor: NaN,
    megabytes: NaN,
  };
}
