/**
 * Folders that name their process: those of a dead one are litter. A claim is such a folder beside
 * the output.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of another machine cannot be asked: after such a silence it counts as dead. */
const MAX_SILENCE_MS = 120_000;
const HEARTBEAT_MS = 10_000;
/** Two that claim in the same moment both step back. */
const MAX_TRIES = 5;

const host = os.hostname().replace(/[^\w.-]/g, '_');

export interface OwnFolder {
  folder: string;
  /** Ends the signs of life, not the folder. */
  stop(): void;
}

/** `PREFIX` + who it is. */
function ownFolder(prefix: string): OwnFolder {
  const folder = fs.mkdtempSync(`${prefix}${process.pid}-${startOf(process.pid)}-${host}-`);
  // Other machines' processes see the folder's time.
  const timer = setInterval(() => {
    const now = new Date();
    fs.utimes(folder, now, now, () => {});
  }, HEARTBEAT_MS);
  timer.unref();
  return { folder, stop: () => clearInterval(timer) };
}

/** @param prefix a path and the beginning of a name */
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

/** In a cache; those of dead processes are removed. */
export function temporaryFolder(cache: string): OwnFolder {
  fs.mkdirSync(cache, { recursive: true });
  const prefix = path.join(cache, 'stage-');
  for (const { folder, live } of ownedFolders(prefix)) if (!live) remove(folder);
  return ownFolder(prefix);
}

/**
 * The claim, or who holds another. Made before others are looked for: of two processes at least one
 * sees the other.
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

/** What cannot be removed now (Windows, an open file), the next build removes. */
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
    // Another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Tells a process from a later one of that number; empty where the system does not say. Field 22 of
 * /proc/PID/stat, counted after the name, which may hold spaces (proc(5)).
 */
function startOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
