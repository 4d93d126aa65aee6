/** A command in a process of its own, timed from its start to its end. */
import { spawn } from 'node:child_process';

export interface Timed {
  seconds: number;
  stdout: string;
}

/** @throws with what the command said, where it fails */
export async function timed(
  command: string,
  args: string[],
  {
    cwd,
    input = '',
    env = {},
  }: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Timed> {
  const started = performance.now();
  const child = spawn(command, args, { ...(cwd && { cwd }), env: { ...process.env, ...env } });
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  const stdout = Buffer.concat(out).toString();
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stderr}${stdout}`);
  return { seconds, stdout };
}
