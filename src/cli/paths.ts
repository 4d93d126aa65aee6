/** The folders that a call names. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { CallError, type CallFolders } from './arguments.ts';

/**
 * npm runs a script in the folder of package.json, and says where its caller stood: what they name
 * is meant from there.
 */
export function callFolders(): CallFolders {
  const own = process.cwd();
  const { INIT_CWD: caller, npm_package_json: file } = process.env;
  const isMoved = caller && file && path.dirname(file) === own;
  return { own, caller: isMoved ? caller : own };
}

/**
 * @param root absolute
 * @returns the content folder's real path (Vite knows files by theirs)
 * @throws {CallError} where it is no content folder
 */
export function contentFolder(root: string): string {
  if (isFile(root))
    throw new CallError(
      `${root} is a file; name the folder that it lies in: ${path.dirname(root)}`,
    );
  const names = readdirSync(root);
  // A Slate project: its README and licence are no pages of the reference.
  if (names.includes('config.rb') && names.includes('source')) {
    const source = path.join(root, 'source');
    throw new CallError(
      `${root} is a Slate project; its content lies in ${source}: name that folder`,
    );
  }
  return realpathSync.native(root);
}

/** @throws {CallError} where there is no folder that can be read */
export function isFile(folder: string): boolean {
  try {
    if (!statSync(folder).isDirectory()) return true;
    readdirSync(folder);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CallError(
      code === 'ENOENT'
        ? `there is no folder ${folder}`
        : `the folder ${folder} cannot be read (${code})`,
    );
  }
}
