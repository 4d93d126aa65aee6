/**
 * What Astro takes for the project: a cache folder, since Astro writes there, and the package itself
 * may not be written. Packages are found from it as they are from the folder of the call.
 */
import { existsSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { caches, shortDigest } from './cache.ts';
import { makeFolder } from '../shared/files/make-folder.ts';
import { astroFolder, project } from './project.ts';
import { foldersUp } from '../shared/files/paths.ts';

/** Folders of packages that the owner's modules import from, absolute; the nearest first. */
export const ownerModules = modulesAbove(process.cwd());

/** Those that do not lie above the caches: where the project may not be written. */
const apart = ownerModules.filter((dir) => !modulesAbove(caches).includes(dir));

/** From the outermost to the nearest, each in the one before it, as the owner's lie. */
const links = apart.reverse().map((modules, at) => {
  const steps = Array.from({ length: at }, () => 'in');
  return { modules, link: path.join(rootOf(apart), ...steps, 'node_modules') };
});

/** Absolute. */
export const astroRoot = path.join(
  path.dirname(links.at(-1)?.link ?? path.join(caches, 'node_modules')),
  `astro-${shortDigest(project)}`,
);

/** Where compiled pages are kept: where they find Astro's modules. */
export const frames = path.join(astroRoot, 'frames');

/**
 * Makes `astroRoot` and goes there. What is compiled there finds the Astro that is ours through a
 * link: another one may be installed in a folder above. Astro puts what it renders with below the
 * folder of the process, so that becomes it.
 */
export function enterAstroRoot(): void {
  for (const { modules, link } of links) linkTo(modules, link);
  linkTo(astroFolder(), path.join(astroRoot, 'node_modules', 'astro'));
  process.chdir(astroRoot);
}

function linkTo(target: string, link: string): void {
  if (existsSync(link) && leadsTo(link, target)) return;
  makeFolder(path.dirname(link));
  rmSync(link, { recursive: true, force: true });
  try {
    // Windows lets anybody make a junction, and few make links.
    symlinkSync(target, link, 'junction');
  } catch (error) {
    // Another build was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function leadsTo(link: string, target: string): boolean {
  try {
    return path.resolve(readlinkSync(link)) === path.resolve(target);
  } catch {
    // It is no link.
    return false;
  }
}

/** Of one owner: two of them may share the caches. */
function rootOf(modules: string[]): string {
  return path.join(caches, `modules-${shortDigest(modules.join('\n'))}`);
}

function modulesAbove(folder: string): string[] {
  return [...foldersUp(folder)].map((dir) => path.join(dir, 'node_modules')).filter(existsSync);
}
