/**
 * Output that is written whole or not at all: a build writes into a stage, and at its end the stage takes the target's place.
 *
 * A folder cannot be exchanged for another in one step everywhere, so there are two renames: the old site aside, the new
 * one in. Killed between them, a build leaves no site at the target but the old one, whole, beside it: `recover` puts it
 * back. Beside the target (same file system, so that renames are renames) lie, for moments:
 *   .NAME.phyllite-new-…    the new site, whole
 *   .NAME.phyllite-old-…    the old site, whole
 *   .NAME.phyllite-part-…   a copy being made; and .NAME.phyllite-trash-… an old site being removed: never put back
 */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { putBack, remove, removeStages } from './left-behind.ts';
import { acquire, isHeld, type Lock } from './lock.ts';
import { OutputError } from './output-error.ts';
import { isWithin, mustBeReplaceable, resolved } from './replaceable.ts';
import { swap } from './swap.ts';

export interface OutputOptions {
  /** The folder of Phyllite's package.json: stages and locks lie in its `node_modules/.cache/phyllite/`. */
  project: string;
  /** The content folder, into which nothing is ever written. */
  content?: string;
}

export interface Output {
  /** An empty folder to build into. */
  stage: string;
  /** Puts the stage in the target's place. The target is the old site, whole, if this fails. */
  commit(): Promise<void>;
  /** Gives the stage up; the target stays as it is. Does nothing after `commit`. */
  abort(): void;
}

/**
 * Opens an output folder for one build: refuses a folder that is not ours to replace, takes the lock, puts back and
 * removes what a killed build left.
 * @throws {OutputError} where the folder may not be replaced, or another build is writing it
 */
export async function openOutput(
  target: string,
  { project, content }: OutputOptions,
): Promise<Output> {
  const place = resolved(target);
  if (content && isWithin(place, resolved(content)))
    throw new OutputError(
      `the output folder ${place} lies in the content folder`,
      'choose a folder outside it with --out',
    );
  const { lockFile, stages, key } = cacheOf(place, project);
  const lock = acquire(lockFile);
  if ('heldBy' in lock)
    throw new OutputError(
      `another build (process ${lock.heldBy}) is writing ${place}`,
      `wait for it to end; if there is none, remove ${lockFile}`,
    );
  try {
    putBack(place);
    mustBeReplaceable(place, [project, ...(content ? [content] : [])]);
    removeStages(stages, key);
    const stage = path.join(stages, `stage-${key}-${randomUUID().slice(0, 8)}`);
    fs.mkdirSync(stage, { recursive: true });
    return opened(place, stage, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function opened(place: string, stage: string, lock: Lock): Output {
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    process.off('exit', close);
    remove(stage);
    lock.release();
  };
  process.on('exit', close);
  return {
    stage,
    async commit() {
      if (!open) throw new Error('This output is closed');
      try {
        await swap(place, stage);
      } finally {
        close();
      }
    },
    abort: close,
  };
}

/**
 * Puts back a site that a killed build had set aside, and removes what it left. While a build is writing the folder, waits
 * for the moment in which the target is missing to pass.
 * @returns whether a site was put back
 */
export async function recover(
  target: string,
  { project }: Pick<OutputOptions, 'project'>,
): Promise<boolean> {
  const place = resolved(target);
  const { lockFile } = cacheOf(place, project);
  for (let tries = 0; isHeld(lockFile) && !fs.existsSync(place) && tries < 40; tries++)
    await sleep(50);
  const lock = acquire(lockFile);
  if ('heldBy' in lock) return false;
  try {
    return putBack(place);
  } finally {
    lock.release();
  }
}

function cacheOf(
  place: string,
  project: string,
): { lockFile: string; stages: string; key: string } {
  const stages = path.join(project, 'node_modules', '.cache', 'phyllite', 'output');
  const key = createHash('sha256')
    .update(process.platform === 'win32' ? place.toLowerCase() : place)
    .digest('hex')
    .slice(0, 16);
  return { lockFile: path.join(stages, `${key}.lock`), stages, key };
}
