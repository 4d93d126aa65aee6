/** A lock that one process holds, and that a dead process cannot keep. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Who holds a lock. */
interface Holder {
  pid: number;
  host: string;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  started: string;
  token: string;
}

export interface Lock {
  release(): void;
}

/** A lock of another machine (a container, a shared folder) cannot be asked for; untouched for this long, it is taken for dead. */
const silence = 120_000;
const beat = 10_000;

/**
 * @param file the lock file; its folder is made if need be
 * @returns the lock, or the process number of the live holder
 */
export function acquire(file: string): Lock | { heldBy: number } {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own: Holder = {
    pid: process.pid,
    host: os.hostname(),
    started: startOf(process.pid),
    token: randomUUID(),
  };
  for (;;) {
    if (create(file, JSON.stringify(own))) return held(file, own);
    const holder = read(file);
    if (holder && isLive(holder, file)) return { heldBy: holder.pid };
    if (!clear(file)) return { heldBy: holder?.pid ?? 0 };
  }
}

/** Whether a file is a lock's draft that a process left when it was killed. */
export function isLitter(name: string): boolean {
  const pid = /\.lock\.draft-(\d+)-/.exec(name)?.[1];
  return pid !== undefined && !isRunning(Number(pid));
}

/** Whether a live process holds the lock. */
export function isHeld(file: string): boolean {
  const holder = read(file);
  return holder !== undefined && isLive(holder, file);
}

function held(file: string, own: Holder): Lock {
  const timer = setInterval(() => {
    try {
      const now = new Date();
      fs.utimesSync(file, now, now);
    } catch {
      /* released, or the folder is gone */
    }
  }, beat);
  timer.unref();
  return {
    release() {
      clearInterval(timer);
      if (read(file)?.token === own.token) fs.rmSync(file, { force: true });
    },
  };
}

/** With its content or not at all: whoever sees the file can read it. */
function create(file: string, content: string): boolean {
  const draft = `${file}.draft-${process.pid}-${randomUUID().slice(0, 8)}`;
  fs.writeFileSync(draft, content);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links.
    try {
      fs.writeFileSync(file, content, { flag: 'wx' });
      return true;
    } catch (second) {
      if (codeOf(second) === 'EEXIST') return false;
      throw second;
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * Removes a dead process's lock. Two that find it at once must not remove each other's new one: so removal has a
 * guard, and the lock is looked at again within it.
 * @returns false where another is at it
 */
function clear(file: string): boolean {
  const guard = `${file}.taking`;
  try {
    fs.mkdirSync(guard);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // Held for microseconds; an old one is of a process killed within them.
    if (ageOf(guard) > 10_000) fs.rmSync(guard, { recursive: true, force: true });
    return false;
  }
  try {
    const holder = read(file);
    if (!holder || !isLive(holder, file)) fs.rmSync(file, { force: true });
    return true;
  } finally {
    fs.rmSync(guard, { recursive: true, force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
    return typeof holder?.pid === 'number' ? holder : undefined;
  } catch {
    // Absent, or not ours to read: a file of no sense that is fresh may still be being written.
    return ageOf(file) < 2_000 ? { pid: 0, host: '', started: '', token: '' } : undefined;
  }
}

function isLive({ pid, host, started }: Holder, file: string): boolean {
  if (host !== os.hostname()) return ageOf(file) < (pid === 0 ? 2_000 : silence);
  return isRunning(pid) && (started === '' || startOf(pid) === started);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one, too.
    return codeOf(error) === 'EPERM';
  }
}

/** Linux: ticks since the system's start, field 22 of /proc/PID/stat (after the name, which may hold spaces). */
function startOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - fs.statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException)?.code ?? '';
