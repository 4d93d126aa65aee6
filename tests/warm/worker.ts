/** Runs one call of the command line after another, as `calls.ts` asks, and tells what each says. */
import { enableCompileCache } from 'node:module';
import { codeCache } from '../../src/build/cache.ts';
import type { Asked, Told } from './message.ts';

enableCompileCache(codeCache);
const { run } = await import('../../src/cli/main.ts');

const home = process.cwd();
const tell = (message: Told) => process.send!(message);

for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: string | Uint8Array) => {
    tell({ stream: name, text: String(text) });
    return true;
  };

process.on('message', async ({ args, env }: Asked) => {
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  Object.assign(process.env, env);
  // Astro is given a folder of its own to work in.
  process.chdir(home);
  process.argv = [process.argv[0]!, 'phyllite', ...args];
  const status = await run();
  // A call adds its own; none is to answer for the next.
  process.removeAllListeners('uncaughtException');
  process.removeAllListeners('exit');
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  tell({ status, megabytes: process.memoryUsage.rss() / 1e6 });
});
tell({ ready: true });
