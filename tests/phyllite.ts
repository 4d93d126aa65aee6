/** Runs the command line in a process of its own, as an author would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('..', import.meta.url));

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** Seconds of processor, of all its threads: what stays the same when the machine has other things to do. */
  processor: number;
  /** Peak memory of the process. */
  megabytes: number;
}

/**
 * @param cwd working directory; relative paths of the call are relative to it
 * @param kill seconds after which the process is killed: its status is null then
 */
export async function runPhyllite(
  args: string[],
  {
    cwd = project,
    env = {},
    kill,
  }: { cwd?: string; env?: Record<string, string>; kill?: number } = {},
): Promise<Run> {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-run-'));
  const peak = path.join(dir, 'peak');
  const watch = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>{const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();writeFileSync(${JSON.stringify(peak)},m+' '+(u+s))})`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', watch, path.join(project, 'src/cli/phyllite.ts'), ...args],
    { cwd, env: { ...process.env, GITHUB_ACTIONS: '', ...env } },
  );
  let stdout = '',
    stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const timer =
    kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill * 1000);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const seconds = (performance.now() - started) / 1000;
  let megabytes = NaN,
    processor = NaN;
  try {
    const [kilobytes, microseconds] = readFileSync(peak, 'utf8').split(' ').map(Number) as [
      number,
      number,
    ];
    megabytes = kilobytes / 1024;
    processor = microseconds / 1e6;
  } catch {
    // Killed before it could tell.
  }
  rmSync(dir, { recursive: true, force: true });
  return { status, stdout, stderr, seconds, processor, megabytes };
}
