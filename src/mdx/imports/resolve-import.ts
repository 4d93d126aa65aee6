/** Where an import of an MDX file leads. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import type { MdxFile } from '../context.ts';

/** What Vite tries behind a name without an extension. */
const extensions = [
  '',
  '.ts',
  '.js',
  '.mjs',
  '.mts',
  '.tsx',
  '.jsx',
  '.json',
  '/index.ts',
  '/index.js',
];

const fromHere = createRequire(import.meta.url);

/**
 * @param source as written: `./x.mdx`, `/snippets/x.mdx` (from the content root, as Mintlify has it),
 *   `x.mdx` (beside the file), `some-package/x`
 * @returns the absolute path; `elsewhere` for what is Vite's to find (packages, `astro:components`);
 *   undefined where nothing is there
 */
export function resolveImport(
  source: string,
  { path: file, root, owner }: Pick<MdxFile, 'path' | 'root'> & { owner?: string | undefined },
): { path: string } | 'elsewhere' | undefined {
  const wanted = source.replace(/[?#].*$/, '');
  if (/^[a-z][\w+.-]*:/i.test(source) || isBuiltin(source)) return 'elsewhere';
  // A link's own place first, then the place of what it leads to.
  const places = [path.dirname(file), path.dirname(real(file))];
  const bases = wanted.startsWith('/') ? [root] : places;
  const targets = wanted ? bases.map((base) => path.join(base, wanted)) : [];
  const found = targets
    .flatMap((target) => extensions.map((extension) => target + extension))
    .find(isFile);
  if (found && (/^[./]/.test(wanted) || !isPackage(wanted, [file, owner]))) return { path: found };
  return isPackage(wanted, [file, owner]) ? 'elsewhere' : undefined;
}

/** @param importers absolute: a file, and the folder of a project, from which it may be found */
function isPackage(name: string, [file, owner]: [string, string | undefined]): boolean {
  const [folder] = /^(?:@[^./@~][^/]*\/)?[^./@~#][^/]*/.exec(name) ?? [];
  if (!folder) return false;
  const above = [path.dirname(file), ...(owner ? [owner] : [])].flatMap(modulesAbove);
  const modules = [...above, ...(fromHere.resolve.paths(folder) ?? [])];
  return modules.some((dir) => existsSync(path.join(dir, folder)));
}

const modulesAbove = (folder: string): string[] =>
  folder
    .split(path.sep)
    .map((_, index, parts) => [...parts.slice(0, parts.length - index), 'node_modules'])
    .map((parts) => parts.join(path.sep));

const isFile = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() === true;

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // What is compiled need not lie on a disk: tests.
    return file;
  }
}
