/**
 * Whether a folder may be replaced by a new site: nothing that Phyllite did not write is removed.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { foreignFile } from './marker.ts';
import { OutputError } from './output-error.ts';
import { isWithin } from '../../shared/files/paths.ts';

/**
 * @param target absolute, resolved
 * @param kept folders that the target must neither be nor hold
 * @throws {OutputError}
 */
export function mustHoldNoneOf(target: string, kept: string[]): void {
  for (const folder of [...kept, os.homedir(), os.tmpdir(), process.cwd()])
    if (folder && isWithin(resolved(folder), target))
      throw new OutputError(
        `the output folder ${target} is, or holds, ${folder}`,
        'choose a folder of its own for the site: --out dist',
      );
}

/**
 * @param target absolute, resolved
 * @throws {OutputError} where it holds anything but a site of Phyllite's
 */
export function mustBeReplaceable(target: string): void {
  const refuse = (problem: string, hint: string): never => {
    throw new OutputError(`the output folder ${target} ${problem}`, hint);
  };
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) refuse('is a file', 'remove it, or choose another --out');
  if (fs.existsSync(path.join(target, '.git')))
    refuse(
      'is a Git repository, which a new site would replace',
      'build into another folder, and copy from there',
    );
  const closed = closedFolder(target);
  if (closed !== undefined)
    refuse(
      `cannot be replaced: this user may not read and write in ${closed}`,
      'choose another --out, or change whose that folder is',
    );
  const foreign = foreignFile(target);
  if (foreign !== undefined)
    refuse(
      `is not empty, and holds no site that Phyllite built, or more than that: ${foreign}`,
      'take out what is yours, or choose another --out',
    );
}

/** @returns the folder, or one below it, that this user could neither move nor empty */
function closedFolder(folder: string): string | undefined {
  try {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    return folder;
  }
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const closed = entry.isDirectory() ? closedFolder(path.join(folder, entry.name)) : undefined;
    if (closed !== undefined) return closed;
  }
  return undefined;
}

/** The real path of as much as there is: links are followed, names spelled as the system does. */
export function resolved(file: string): string {
  const absolute = path.resolve(file);
  try {
    return fs.realpathSync.native(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(resolved(parent), path.basename(absolute));
  }
}
