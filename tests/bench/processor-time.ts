/** Seconds of processor a Node process takes with its threads: what stays the same when the machine has other things to do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param run starts the process with this environment, and waits for its end */
export async function withProcessorTime<T>(
  run: (env: Record<string, string>) => Promise<T>,
): Promise<{ result: T; processor: number }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-time-'));
  const file = path.join(dir, 'time');
  const hook = `import{writeFileSync}from'node:fs';process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();writeFileSync(${JSON.stringify(file)},String((u+s)/1e6))})`;
  try {
    const result = await run({
      NODE_OPTIONS:
        `${process.env['NODE_OPTIONS'] ?? ''} --import=data:text/javascript,${encodeURIComponent(hook)}`.trim(),
    });
    return { result, processor: Number(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
