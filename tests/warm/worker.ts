/** Runs one call of the command line after another, as `calls.ts` asks, and tells what each says. */
import { enableCompileCache } from 'node:module';
import { codeCache } from '../../src/build/cache.ts';
import type { Asked, Told } from './message.ts';

enableCompileCache(codeCache);
const { run } = await import('../../src/cli/main.ts');

const tell = (message: Told) => process.send!(message);

for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: string | Uint8Array) => {
    tell({ stream: name, text: String(text) });
    return true;
  };

const home = process.cwd();
process.on('message', async ({ args, cwd, env }: Asked) => {
  const before = { ...process.env };
  Object.assign(process.env, env);
  // Astro is given a folder of its own to work in.
  process.chdir(cwd);
  process.argv = [process.argv[0]!, 'phyllite', ...args];
  const status = await run();
  // A call adds its own; none is to answer for the next.
  process.removeAllListeners('uncaughtException');
  process.removeAllListeners('exit');
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  // The folder of the call may be removed now, and code of others asks for the one it works in.
  process.chdir(home);
  tell({ status, megabytes: process.memoryUsage.rss() / 1e6 });
});
tell({ ready: true });
