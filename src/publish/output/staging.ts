/**
 * Output that is written whole or not at all: a build writes into a stage, and at its end the stage
 * takes the target's place. Beside the target lies, while it is being built, the build's claim
 * (`.NAME.phyllite-…`); the stage lies in Phyllite's own cache, where Astro finds its modules.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim, type OwnFolder, ownedFolders, remove, temporaryFolder } from './claim.ts';
import { writeMarker } from './marker.ts';
import { OutputError, refusedBySystem } from './output-error.ts';
import { mustBeReplaceable, mustHoldNoneOf, resolved } from './replaceable.ts';
import { endClaim, putBack, swap } from './swap.ts';
import { isWithin } from '../../shared/files/paths.ts';

export interface OutputOptions {
  /** The folder of Phyllite's package.json, which is never replaced. */
  project: string;
  /** Phyllite's cache folder, in which stages lie. */
  cache: string;
  /** The content folder, into which nothing is ever written, or the description that is the content. */
  content?: string;
}

export interface Output {
  /** An empty folder to build into. */
  stage: string;
  /** The folder that it will stand in place of, whether it is there or not; absolute. */
  place: string;
  /** Puts the stage in the target's place. The target is the old site, whole, if this fails. */
  commit(): Promise<void>;
  /** Gives the stage up; the target stays as it is. Does nothing after `commit`. */
  abort(): void;
}

/**
 * Opens an output folder for one build: takes the claim, puts back and removes what a killed build
 * left, and refuses a folder that is not ours to replace.
 * @throws {OutputError} where the folder may not be replaced, or another build is writing it
 */
export async function openOutput(
  target: string,
  { project, cache, content }: OutputOptions,
): Promise<Output> {
  const place = resolved(target);
  if (content && isWithin(place, resolved(content)))
    throw new OutputError(
      `the output folder ${place} lies in the content folder`,
      'choose a folder outside it with --out',
    );
  mustHoldNoneOf(place, [project, ...(content ? [content] : [])]);
  const around = makeAround(place);
  const held = await claim(claimsOn(place)).catch((error) => {
    around.removeMade();
    throw refusedBySystem(error, place);
  });
  if ('heldBy' in held)
    throw new OutputError(
      `another build (process ${held.heldBy}) is writing ${place}`,
      `wait for it to end; if there is none, remove ${claimsOn(place)}*`,
    );
  let own: OwnFolder | undefined;
  const close = () => {
    process.off('exit', close);
    own?.stop();
    if (own) remove(own.folder);
    held.stop();
    endClaim(held.folder, place);
    around.removeMade();
  };
  process.on('exit', close);
  try {
    putBack(place, claimsOn(place));
    mustBeReplaceable(place);
    own = temporaryFolder(path.join(cache, 'output'));
    const stage = path.join(own.folder, 'site');
    fs.mkdirSync(stage);
    const commit = async () => {
      writeMarker(stage);
      await swap(place, stage, held.folder).finally(close);
    };
    return { stage, place, commit, abort: close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Puts back a site that a killed build had set aside, and removes what it left. While a build is
 * writing the folder, waits for the moment in which the target is missing to pass.
 * @returns whether a site was put back
 */
export async function recover(target: string): Promise<boolean> {
  const place = resolved(target);
  const prefix = claimsOn(place);
  if (!ownedFolders(prefix).length) return false;
  const isHeld = () => ownedFolders(prefix).some(({ live }) => live);
  for (let tries = 0; isHeld() && !fs.existsSync(place) && tries < 40; tries++) await sleep(50);
  const held = await claim(prefix);
  if ('heldBy' in held) return false;
  try {
    return putBack(place, prefix);
  } finally {
    held.stop();
    endClaim(held.folder, place);
  }
}

/** Path and beginning of the names of all claims on a place. */
const claimsOn = (place: string): string =>
  path.join(path.dirname(place), `.${path.basename(place)}.phyllite-`);

/** Makes the folders above a place, and takes them away again where nothing was put there. */
function makeAround(place: string): { removeMade(): void } {
  const parent = path.dirname(place);
  let made: string | undefined;
  try {
    made = fs.mkdirSync(parent, { recursive: true });
  } catch (error) {
    throw refusedBySystem(error, place);
  }
  return {
    removeMade() {
      if (!made) return;
      try {
        for (let folder = parent; isWithin(folder, made); folder = path.dirname(folder))
          fs.rmdirSync(folder);
      } catch {
        // The site is there.
      }
    },
  };
}
