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
import { acquire, codeOf, isHeld, isLitter, isRunning, type Lock } from './lock.ts';
import { OutputError } from './output-error.ts';
import { isWithin, mustBeReplaceable, resolved } from './replaceable.ts';

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
export async function openOutput(target: string, { project, content }: OutputOptions): Promise<Output> {
  const place = resolved(target);
  if (content && isWithin(place, resolved(content))) throw new OutputError(`the output folder ${place} lies in the content folder`, 'choose a folder outside it with --out');
  const { lockFile, stages, key } = cacheOf(place, project);
  const lock = acquire(lockFile);
  if ('heldBy' in lock) throw new OutputError(`another build (process ${lock.heldBy}) is writing ${place}`, `wait for it to end; if there is none, remove ${lockFile}`);
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
export async function recover(target: string, { project }: Pick<OutputOptions, 'project'>): Promise<boolean> {
  const place = resolved(target);
  const { lockFile } = cacheOf(place, project);
  for (let tries = 0; isHeld(lockFile) && !fs.existsSync(place) && tries < 40; tries++) await sleep(50);
  const lock = acquire(lockFile);
  if ('heldBy' in lock) return false;
  try {
    return putBack(place);
  } finally {
    lock.release();
  }
}

function cacheOf(place: string, project: string): { lockFile: string; stages: string; key: string } {
  const stages = path.join(project, 'node_modules', '.cache', 'phyllite', 'output');
  const key = createHash('sha256').update(process.platform === 'win32' ? place.toLowerCase() : place).digest('hex').slice(0, 16);
  return { lockFile: path.join(stages, `${key}.lock`), stages, key };
}

const beside = (place: string, role: 'new' | 'old' | 'part' | 'trash'): string =>
  path.join(path.dirname(place), `.${path.basename(place)}.phyllite-${role}-${process.pid}-${randomUUID().slice(0, 8)}`);

async function swap(place: string, stage: string): Promise<void> {
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
  if (!['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EEXIST', 'EROFS', 'EXDEV'].includes(codeOf(error))) return error;
  return new OutputError(`the folder ${place} cannot be replaced (${codeOf(error)}): it is a mount point, a program has it open, or the folder around it cannot be written`,
    'close what uses it, or build into a new folder below it: --out …/site');
}

/** Under the lock. Files of another live process are left to it: it may be another Phyllite, with another cache. */
function putBack(place: string): boolean {
  const parent = path.dirname(place);
  const prefix = `.${path.basename(place)}.phyllite-`;
  let names: string[];
  try {
    names = fs.readdirSync(parent).filter((name) => name.startsWith(prefix));
  } catch {
    return false;
  }
  const left = names.flatMap((name) => {
    const [, role, pid] = /^(new|old|part|trash)-(\d+)-/.exec(name.slice(prefix.length)) ?? [];
    return role && (Number(pid) === process.pid || !isRunning(Number(pid))) ? [{ role, file: path.join(parent, name) }] : [];
  });
  let restored = false;
  // One at most in all cases but a disk that refused to remove: the latest then.
  const olds = left.filter(({ role }) => role === 'old').sort((a, b) => fs.statSync(b.file).mtimeMs - fs.statSync(a.file).mtimeMs);
  if (olds.length && !fs.existsSync(place)) {
    fs.renameSync(olds.shift()!.file, place);
    restored = true;
  }
  for (const { file } of olds) discard(file, place);
  for (const { role, file } of left) if (role !== 'old') remove(file);
  return restored;
}

/** Removing takes a while, and may be cut short: under a name, then, that is never put back. */
function discard(folder: string, place: string): void {
  const trash = beside(place, 'trash');
  try {
    fs.renameSync(folder, trash);
    remove(trash);
  } catch { /* in use: the next build removes it */ }
}

function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch { /* in use: the next build removes it */ }
}

/** Stages of this target belong to the lock's holder; those of others are left a day. */
function removeStages(stages: string, key: string): void {
  for (const name of fs.readdirSync(stages)) {
    const file = path.join(stages, name);
    if (isLitter(name)) fs.rmSync(file, { force: true });
    if (!name.startsWith('stage-')) continue;
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith(`stage-${key}-`) || age > 86_400_000) remove(file);
  }
}

/** On Windows a folder cannot be renamed while a scanner or a server has a file of it open: mostly for moments. */
async function rename(from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || wait > 2_000 || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
    }
    await sleep(wait);
  }
}
