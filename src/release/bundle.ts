/**
 * All that Node runs, in few files: to find and read each of our modules by itself, and each of
 * those of zod and yaml, takes a third of a small build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder, vite } from '../build/project.ts';
import { pointToCompiled } from './point-to-compiled.ts';

/** Packages of many modules that every build needs. */
const bundled = ['zod', 'yaml'];

/**
 * @param project our folder, absolute
 * @param dir where the files go, absolute: as deep in `lib` as `build/project.ts`, which knows
 *   by its own place where all others are
 */
export async function bundle(project: string, dir: string): Promise<void> {
  const { build } = await vite();
  const file = (name: string) => path.join(project, 'src', name);
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Astro's is this one; the rest of Astro stays outside.
    resolve: { alias: { 'astro/zod': 'zod/v4' } },
    ssr: { noExternal: bundled },
    build: {
      ssr: true,
      outDir: dir,
      emptyOutDir: false,
      target: 'node22.12',
      rolldownOptions: {
        input: {
          phyllite: file('cli/phyllite.ts'),
          // Beside what starts it, which names it so.
          'worker-thread': file('markup/worker/worker-thread.ts'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          comments: false,
          // Names stay: a stack trace is read by them.
          minify: { compress: false, mangle: false },
        },
      },
    },
  });
  for (const name of readdirSync(dir).filter((name) => name.endsWith('.js'))) {
    const made = path.join(dir, name);
    writeFileSync(made, pointToCompiled(readFileSync(made, 'utf8')));
  }
  const licences = bundled.map((name) => {
    const licence = readFileSync(path.join(packageFolder(name, project), 'LICENSE'), 'utf8');
    return `${name}\n\n${licence}`;
  });
  writeFileSync(path.join(dir, 'LICENSES.txt'), licences.join('\n\n'));
}
