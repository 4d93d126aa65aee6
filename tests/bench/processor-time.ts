/** Seconds of processor a Node process takes with its threads: what stays the same when the machine has other things to do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param run starts the process with this environment, and waits for its end */
export async function withProcessorTime<T>(
  run: (env: Record<string, string>) => Promise<T>,
): Promise<{ result: T; processor: number; user: number }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-time-'));
  const file = path.join(dir, 'time');
  const hook = `import{writeFileSync}from'node:fs';process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();writeFileSync(${JSON.stringify(file)},u/1e6+" "+s/1e6)})`;
  try {
    const result = await run({
      NODE_OPTIONS:
        `${process.env['NODE_OPTIONS'] ?? ''} --import=data:text/javascript,${encodeURIComponent(hook)}`.trim(),
    });
    const [user = NaN, system = NaN] = readFileSync(file, 'utf8').split(' ').map(Number);
    return { result, processor: user + system, user };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
