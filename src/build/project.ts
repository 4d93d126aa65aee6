/**
 * Where Phyllite itself lies: in `src/` of the repository, or compiled in `lib/` of the package.
 * All that is found by its path, and not by an import, is found from here.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles } from '../publish/list-files.ts';
import { digest } from '../shared/files/digest.ts';
import { foldersUp } from '../shared/files/paths.ts';

/** The folder of package.json, absolute. */
export const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Vite takes paths of what it compiles for URLs, so these may not stand in them. */
export const urlMarks = path.sep === '/' ? /[%#?\\]/ : /[%#?]/;

/** What no module's path may hold: Vite takes it for the end of the path, or for a slash. */
export const pathMarks = path.sep === '/' ? /[#?\\]/ : /[#?]/;

/** The folder of our modules, absolute: `src` or `lib`. */
export const code = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The folder of files that every site carries. */
export const publicFolder = path.join(project, 'public');

/** @param name of a module of ours, below `src/`, without its ending. @returns its file */
export const moduleFile = (name: string): string =>
  path.join(code, name + path.extname(fileURLToPath(import.meta.url)));

/** The version in package.json. */
export const version = (): string => versionIn(project);

/**
 * The folder of a package as it is found from another's. Its own exports need not name its
 * package.json.
 * @throws Error where there is none
 */
export function packageFolder(name: string, from: string): string {
  for (const dir of foldersUp(from)) {
    const found = path.join(dir, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return realpathSync(found);
  }
  throw new Error(`there is no package ${name} above ${from}`);
}

/** Astro as we have it; the project that Phyllite is installed in may have another. */
export const astroFolder = (): string => packageFolder('astro', realpathSync(project));

/** The Vite that this Astro uses: another would be a second one. */
export const vite = async (): Promise<typeof import('vite')> =>
  (await import(
    pathToFileURL(createRequire(path.join(astroFolder(), 'package.json')).resolve('vite')).href
  )) as typeof import('vite');

let ours: string | undefined;

/**
 * A digest of our files, which what is cached hangs on.
 * @param more what else it depends on
 */
export function digestOf(more = ''): string {
  ours ??= digestOfCode();
  return digest(ours + more, 16);
}

function digestOfCode(): string {
  const hash = createHash('sha256');
  const packed = path.join(code, 'digest.json');
  if (existsSync(packed)) {
    hash.update(readFileSync(packed)).update(versions().join(' '));
    return hash.digest('hex');
  }
  for (const dir of [code, publicFolder])
    for (const file of listFiles(dir))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(dir, file)));
  return hash.update(readFileSync(path.join(project, 'package-lock.json'))).digest('hex');
}

/** Of what is not ours and makes pages: the package may be installed with any that fits its ranges. */
function versions(): string[] {
  const own = realpathSync(project);
  const astro = packageFolder('astro', own);
  return [
    astro,
    packageFolder('vite', astro),
    packageFolder('satteri', own),
    packageFolder('shiki', own),
  ].map(versionIn);
}

const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string })
    .version;
