/** A copy of the project in a folder of its own, with caches of its own: for damage, and for places with odd names. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProcess } from './process.ts';
import type { Run } from '../phyllite.ts';
import { project } from '../phyllite.ts';

export interface Copy {
  /** Its folder. */
  at: string;
  run(
    args: string[],
    options?: { env?: Record<string, string>; kill?: number; cwd?: string },
  ): Promise<Run>;
  remove(): void;
}

/**
 * @param name of the folder; may hold characters that an URL writes otherwise
 * @returns a copy that goes with its process, also where that is stopped
 */
export function copyProject(name = 'project'): Copy {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-copy-'));
  const at = path.join(dir, name),
    cache = path.join(dir, 'cache');
  mkdirSync(path.join(at, 'node_modules'), { recursive: true });
  for (const each of [
    'src',
    'public',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'astro.config.mjs',
  ])
    if (existsSync(path.join(project, each)))
      cpSync(path.join(project, each), path.join(at, each), { recursive: true });
  for (const each of readdirSync(path.join(project, 'node_modules')))
    if (each !== '.cache' && each !== '.astro' && each !== '.vite')
      symlinkSync(path.join(project, 'node_modules', each), path.join(at, 'node_modules', each));
  mkdirSync(cache);
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const stop = () => process.exit(130);
  process.on('exit', remove).once('SIGINT', stop).once('SIGTERM', stop);
  return {
    at,
    run: (args, { env = {}, kill, cwd = dir } = {}) =>
      runProcess(path.join(at, 'src/cli/phyllite.ts'), args, {
        cwd,
        kill,
        env: { PHYLLITE_CACHE: cache, ...env },
      }),
    remove() {
      process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop);
      remove();
    },
  };
}
