/** Puts a new site in the place of the old one, and an old one back. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownedFolders, remove } from './claim.ts';
import { refusedBySystem } from './output-error.ts';

/**
 * A folder cannot be exchanged for another in one step everywhere, so there are two renames: the
 * old site into the claim, the new one out of it. Killed between them, a build leaves the old site,
 * whole, as `CLAIM/old`, which `putBack` finds.
 * @param place absolute, resolved; the old site stands there, whole, if this fails
 * @param claim folder of this build beside the place: on the same file system
 * @throws {OutputError} where the system refuses the renames
 */
export async function swap(place: string, stage: string, claim: string): Promise<void> {
  const fresh = path.join(claim, 'new');
  const old = path.join(claim, 'old');
  try {
    await rename(stage, fresh).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await fs.promises.cp(stage, fresh, { recursive: true });
    });
    if (fs.existsSync(place)) await rename(place, old);
    await rename(fresh, place);
  } catch (error) {
    if (fs.existsSync(old)) await rename(old, place);
    throw refusedBySystem(error, place);
  }
  discardOld(claim);
}

/**
 * Puts back a site that a killed build had set aside, and removes what such builds left. Only for
 * the holder of the claim.
 * @param prefix of the claims on this place
 * @returns whether a site was put back
 */
export function putBack(place: string, prefix: string): boolean {
  let restored = false;
  for (const { folder, live } of ownedFolders(prefix))
    if (!live && endClaim(folder, place)) restored = true;
  return restored;
}

/**
 * Removes a claim's folder, but never with the only whole site in it.
 * @returns whether that was put back
 */
export function endClaim(claim: string, place: string): boolean {
  const old = path.join(claim, 'old');
  const restore = fs.existsSync(old) && !fs.existsSync(place);
  try {
    if (restore) fs.renameSync(old, place);
  } catch {
    // The next build tries again.
    return false;
  }
  discardOld(claim);
  remove(claim);
  return restore;
}

/** Removing takes a while, and may be cut short: under a name, then, that is never put back. */
function discardOld(claim: string): void {
  const trash = path.join(claim, 'trash');
  try {
    fs.renameSync(path.join(claim, 'old'), trash);
  } catch {
    // There was no site before.
  }
  remove(trash);
}

/** On Windows a folder with an open file (of a virus scanner, mostly for moments) cannot move. */
async function rename(from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      return fs.renameSync(from, to);
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code!);
      if (process.platform !== 'win32' || wait > 2_000 || !busy) throw error;
    }
    await sleep(wait);
  }
}
