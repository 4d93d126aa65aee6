/** The tarball that Phyllite was installed from: npm's registry may not have this release. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { foldersUp } from '../../shared/files/paths.ts';

type Project = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;

/**
 * @param folder of the call, absolute
 * @returns the file that the nearest package.json with Phyllite in it names, absolute, if it is there
 */
export function installedTarball(folder: string): string | undefined {
  for (const dir of foldersUp(folder)) {
    const { dependencies, devDependencies } = projectIn(dir);
    const asked = { ...dependencies, ...devDependencies }['phyllite'];
    if (asked !== undefined) {
      const named = /^(?:file:)?(.+\.tgz)$/.exec(asked)?.[1];
      const file = named && path.resolve(dir, named);
      return file && existsSync(file) ? file : undefined;
    }
  }
  return undefined;
}

/** One that is broken is told by whoever needs it. */
function projectIn(dir: string): Project {
  try {
    return JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as Project;
  } catch {
    return {};
  }
}
