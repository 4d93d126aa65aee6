/** The content folder that a call names, or what is wrong with the call. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param root absolute
 * @returns its real path (Vite knows files by theirs), or why it is none
 */
export function contentFolder(root: string): { folder: string } | { problem: string } {
  let names: string[];
  try {
    if (!statSync(root).isDirectory())
      return {
        problem: `${root} is a file; name the folder that it lies in: ${path.dirname(root)}`,
      };
    names = readdirSync(root);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      problem:
        code === 'ENOENT'
          ? `there is no folder ${root}`
          : `the folder ${root} cannot be read (${code})`,
    };
  }
  // A Slate project: its README and licence are no pages of the reference.
  if (names.includes('config.rb') && names.includes('source')) {
    const source = path.join(root, 'source');
    return {
      problem: `${root} is a Slate project; its content lies in ${source}: name that folder`,
    };
  }
  return { folder: realpathSync.native(root) };
}
