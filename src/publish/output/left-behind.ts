/** What a build leaves beside its target when it is killed, and how it is put right. See `staging.ts` for the names. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isLitter, isRunning } from './lock.ts';

/** A name beside the target, of this process. */
export const beside = (place: string, role: 'new' | 'old' | 'part' | 'trash'): string =>
  path.join(
    path.dirname(place),
    `.${path.basename(place)}.phyllite-${role}-${process.pid}-${randomUUID().slice(0, 8)}`,
  );

/**
 * Puts back a site that was set aside, and removes the rest. Under the lock. Files of another live process are left to
 * it: it may be another Phyllite, with another cache.
 * @returns whether a site was put back
 */
export function putBack(place: string): boolean {
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
    return role && (Number(pid) === process.pid || !isRunning(Number(pid)))
      ? [{ role, file: path.join(parent, name) }]
      : [];
  });
  let restored = false;
  // One at most in all cases but a disk that refused to remove: the latest then.
  const olds = left
    .filter(({ role }) => role === 'old')
    .sort((a, b) => fs.statSync(b.file).mtimeMs - fs.statSync(a.file).mtimeMs);
  if (olds.length && !fs.existsSync(place)) {
    fs.renameSync(olds.shift()!.file, place);
    restored = true;
  }
  for (const { file } of olds) discard(file, place);
  for (const { role, file } of left) if (role !== 'old') remove(file);
  return restored;
}

/** Removing takes a while, and may be cut short: under a name, then, that is never put back. */
export function discard(folder: string, place: string): void {
  const trash = beside(place, 'trash');
  try {
    fs.renameSync(folder, trash);
    remove(trash);
  } catch {
    /* in use: the next build removes it */
  }
}

/** Of no use any more; what cannot be removed now is litter for the next build. */
export function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    /* in use: the next build removes it */
  }
}

/** Stages of this target belong to the lock's holder; those of others are left a day. */
export function removeStages(stages: string, key: string): void {
  for (const name of fs.readdirSync(stages)) {
    const file = path.join(stages, name);
    if (isLitter(name)) fs.rmSync(file, { force: true });
    if (!name.startsWith('stage-')) continue;
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith(`stage-${key}-`) || age > 86_400_000) remove(file);
  }
}
