/**
 * Folders that name the process they belong to: those of a live process are its own, those of a
 * dead one are litter. A claim is such a folder beside the output, so it ends with its process.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../shared/files/make-folder.ts';

/** A process of another machine cannot be asked for: silent for this long, it counts as dead. */
const MAX_SILENCE_MS = 120_000;
const HEARTBEAT_MS = 10_000;
/**
 * Two processes that claim in the same moment both step back; one of them is first the next time.
 */
const MAX_TRIES = 5;

const host = os.hostname().replace(/[^\w.-]/g, '_');

/** A folder of this process. */
export interface OwnFolder {
  folder: string;
  /** Ends the signs of life; the folder is removed by whoever knows what it holds. */
  stop(): void;
}

/** Makes a folder of this process: `PREFIX` + who it is. */
function ownFolder(prefix: string): OwnFolder {
  const folder = fs.mkdtempSync(`${prefix}${process.pid}-${startOf(process.pid)}-${host}-`);
  // Processes of other machines see the time of the folder.
  const timer = setInterval(() => {
    const now = new Date();
    fs.utimes(folder, now, now, () => {});
  }, HEARTBEAT_MS);
  timer.unref();
  return { folder, stop: () => clearInterval(timer) };
}

/** Folders with a prefix (a path and the beginning of a name), and whose they are. */
export function ownedFolders(prefix: string): { folder: string; pid: number; live: boolean }[] {
  const parent = path.dirname(prefix);
  const begin = path.basename(prefix);
  if (!fs.existsSync(parent)) return [];
  return fs.readdirSync(parent).flatMap((name) => {
    const owner = /^(\d+)-(\d*)-(.*)-\w{6}$/.exec(name.slice(begin.length));
    if (!name.startsWith(begin) || !owner) return [];
    const folder = path.join(parent, name);
    const pid = Number(owner[1]);
    return [{ folder, pid, live: isLive(folder, pid, owner[2]!, owner[3]!) }];
  });
}

/** A new folder in a cache; those of processes that are gone are removed. */
export function temporaryFolder(cache: string): OwnFolder {
  makeFolder(cache);
  removeOrphans(cache);
  return ownFolder(path.join(cache, temporary));
}

/** Removes what `temporaryFolder` made in a cache for processes that are gone. */
export function removeOrphans(cache: string): void {
  for (const { folder, live } of ownedFolders(path.join(cache, temporary)))
    if (!live) remove(folder);
}

const temporary = 'stage-';

/**
 * Claims what a prefix stands for. The claim is made before it is looked whether there is another,
 * so of two processes at least one sees the other.
 * @returns the claim, or the process that holds another
 */
export async function claim(prefix: string): Promise<OwnFolder | { heldBy: number }> {
  for (let tries = 1; ; tries++) {
    const own = ownFolder(prefix);
    const other = ownedFolders(prefix).find((one) => one.live && one.folder !== own.folder);
    if (!other) return own;
    own.stop();
    remove(own.folder);
    if (tries === MAX_TRIES) return { heldBy: other.pid };
    await sleep(Math.random() * 50);
  }
}

/** What cannot be removed now (on Windows a program may have it open), the next build removes. */
export function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Litter, then.
  }
}

function isLive(folder: string, pid: number, started: string, of: string): boolean {
  if (of === host) return isRunning(pid) && (started === '' || startOf(pid) === started);
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < MAX_SILENCE_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Tells a process from a later one with the same number; empty where the system does not say.
 * On Linux: field 22 of /proc/PID/stat, counted after the name, which may hold spaces (proc(5)).
 */
function startOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
