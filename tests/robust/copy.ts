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
  /** Everything that builds keep is below these. */
  caches: string[];
  run(
    args: string[],
    options?: { env?: Record<string, string>; kill?: number; cwd?: string },
  ): Promise<Run>;
  remove(): void;
}

/** @param name of the folder; may hold characters that an URL writes otherwise */
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
  return {
    at,
    caches: [cache, path.join(at, 'node_modules', '.cache')],
    run: (args, { env = {}, kill, cwd = dir } = {}) =>
      runProcess(path.join(at, 'src/cli/phyllite.ts'), args, {
        cwd,
        kill,
        env: { PHYLLITE_CACHE: cache, ...env },
      }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
