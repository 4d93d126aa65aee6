/** Puts a new site in the place of the old one. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beside, discard, remove } from './left-behind.ts';
import { codeOf } from './lock.ts';
import { OutputError } from './output-error.ts';

/**
 * @param place absolute, resolved; the old site stands there, whole, if this fails
 * @throws {OutputError} where the system refuses the renames
 */
export async function swap(place: string, stage: string): Promise<void> {
  const fresh = beside(place, 'new');
  fs.mkdirSync(path.dirname(place), { recursive: true });
  try {
    await rename(stage, fresh);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw refused(error, place);
    // Another file system: copied to the target's own first. A copy cut short is a `part`, and never taken for a site.
    const part = beside(place, 'part');
    await fs.promises.cp(stage, part, { recursive: true });
    await rename(part, fresh);
  }
  const old = beside(place, 'old');
  let aside = false;
  try {
    if (fs.existsSync(place)) {
      await rename(place, old);
      aside = true;
    }
    await rename(fresh, place);
  } catch (error) {
    if (aside) await rename(old, place);
    remove(fresh);
    throw refused(error, place);
  }
  if (aside) discard(old, place);
}

function refused(error: unknown, place: string): unknown {
  if (
    !['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EEXIST', 'EROFS', 'EXDEV'].includes(codeOf(error))
  )
    return error;
  return new OutputError(
    `the folder ${place} cannot be replaced (${codeOf(error)}): it is a mount point, a program has it open, or the folder around it cannot be written`,
    'close what uses it, or build into a new folder below it: --out …/site',
  );
}

/** On Windows a folder cannot be renamed while a scanner or a server has a file of it open: mostly for moments. */
async function rename(from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (
        process.platform !== 'win32' ||
        wait > 2_000 ||
        !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))
      )
        throw error;
    }
    await sleep(wait);
  }
}
