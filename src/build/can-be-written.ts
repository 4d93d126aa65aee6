/** Whether a folder will do for the caches. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { urlMarks } from './project.ts';
import { foldersUp } from '../shared/files/paths.ts';

/** What is in these folders is put in place as a whole, or can be done without. */
const wholes = /^(?:output|frames|fragments|vite|node_modules|\.astro|cache)$/;

/** Whether the folder is ours to write in, or can be made, and Vite can work there. Makes none. */
export function canBeWritten(folder: string): boolean {
  if (urlMarks.test(folder)) return false;
  const there = [...foldersUp(folder)].find(isThere);
  return there === folder ? isOpen(there) : there !== undefined && isWritable(there);
}

/** What is closed to this user is there: the home, say, where it is that of root. */
function isThere(place: string): boolean {
  try {
    return statSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/**
 * Whether folders can be made in all folders of the caches: another user's build, with `sudo` say,
 * may have made some.
 */
const isOpen = (dir: string): boolean =>
  isWritable(dir) &&
  readdirSync(dir, { withFileTypes: true }).every((entry) => {
    // Node does without; of a process at work.
    if (!entry.isDirectory() || /^(?:node-code$|stage-)/.test(entry.name)) return true;
    const inner = path.join(dir, entry.name);
    return wholes.test(entry.name) ? isWritable(inner) : isOpen(inner);
  });

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    return statSync(dir).isDirectory();
  } catch {
    return false;
  }
}
